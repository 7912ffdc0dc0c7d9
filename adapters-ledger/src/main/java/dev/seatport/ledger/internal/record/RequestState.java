package dev.seatport.ledger.internal.record;

import dev.seatport.ledger.internal.rows.Codes;
import dev.seatport.ledger.internal.rows.ReadingRow;
import dev.seatport.ledger.internal.rows.StoredReading;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Request of a customer in a transaction, with its items. Confined to the thread of the transaction. */
final class RequestState {
    final long id;
    final CustomerState customer;
    final Map<ReadingRow.Key, ItemState> items = new LinkedHashMap<>();
    StoredReading.Request request;
    boolean ended;
    boolean loaded;

    @Nullable
    OwnReading own;

    /**
     * Reading of the request in the run of the transaction.
     *
     * @param at the time as the vendor's response has it
     */
    record OwnReading(int state, long at, @Nullable Long failure) {
        boolean isComplete() {
            return state != Codes.READING_FAILED && state != Codes.READING_MISSED;
        }
    }

    RequestState(long id, CustomerState customer, StoredReading.Request request) {
        this.id = id;
        this.customer = customer;
        this.request = request;
    }
}
