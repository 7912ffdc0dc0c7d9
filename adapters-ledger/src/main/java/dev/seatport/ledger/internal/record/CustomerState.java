package dev.seatport.ledger.internal.record;

import dev.seatport.ledger.internal.rows.StoredReading;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Customer of a transaction, with its requests. Confined to the thread of the transaction. */
final class CustomerState {
    final long id;
    final long account;
    /** The id in the spelling of the first reading. */
    final String spelling;

    final Map<StoredReading.RequestKey, RequestState> requests = new LinkedHashMap<>();
    final Map<String, String> tenantNames = new HashMap<>();

    CustomerState(long id, long account, String spelling) {
        this.id = id;
        this.account = account;
        this.spelling = spelling;
    }
}
