package dev.seatport.ledger.internal.rows;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.ledger.CountMetric;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Quantity;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Row of the database at a moment. Collected from several queries; not thread-safe. */
public final class StoredRow {
    private final CustomerId customer;
    private final String subject;
    private final String tenant;
    private final String code;
    private final Map<CountMetric, Quantity> counts = new EnumMap<>(CountMetric.class);
    private final Map<String, String> facts = new HashMap<>();
    private @Nullable Provenance latest;

    /**
     * Creates a row without counts.
     *
     * @param customer the customer in the spelling of its first reading
     * @param subject the subject of the request
     * @param tenant the tenant in the spelling of its first reading; empty if the item has none
     * @param code the code of the item
     */
    public StoredRow(CustomerId customer, String subject, String tenant, String code) {
        this.customer = customer;
        this.subject = subject;
        this.tenant = tenant;
        this.code = code;
    }

    /** Adds a count in force. Its response is that of the row if no other count changed later. */
    public void add(CountMetric metric, Quantity value, Provenance source) {
        counts.put(metric, value);
        if (latest == null || source.at().isAfter(latest.at())) {
            latest = source;
        }
    }

    /** Adds a text in force. */
    public void add(String field, String text) {
        facts.put(field, text);
    }

    CustomerId customer() {
        String spelling = facts.get(Field.CUSTOMER_ID);
        return spelling == null ? customer : new CustomerId(customer.vendor(), spelling);
    }

    String subject() {
        return subject;
    }

    String tenant() {
        return facts.getOrDefault(Field.TENANT_ID, tenant);
    }

    String code() {
        return facts.getOrDefault(Field.CODE, code);
    }

    @Nullable
    String fact(String field) {
        return facts.get(field);
    }

    Quantity count(CountMetric metric) {
        return counts.getOrDefault(metric, Quantity.unreported());
    }

    Provenance source() {
        if (latest == null) {
            throw new IllegalStateException("a row of the ledger has no count");
        }
        return latest;
    }
}
