package dev.seatport.domain.ledger;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builder of the history of the purchased seats of a product, with one value after the other. */
final class HistoryBuilder {
    static final Vendor VENDOR = new Vendor("acme");
    static final LedgerItem PRODUCT =
            new LedgerItem(new CustomerId(VENDOR, "cafe"), LedgerItem.Kind.PRODUCT, null, "2048", 0);
    static final CountSeries SERIES = new CountSeries(PRODUCT, CountMetric.PURCHASED);

    private final List<Instant> since = new ArrayList<>();
    private final List<Instant> lastRead = new ArrayList<>();
    private final List<@Nullable Quantity> values = new ArrayList<>();
    private final List<Instant> unread = new ArrayList<>();

    static HistoryBuilder history() {
        return new HistoryBuilder();
    }

    /** Adds a value that is in force from an instant on. */
    HistoryBuilder value(String from, @Nullable Quantity value) {
        since.add(Instant.parse(from));
        lastRead.add(Instant.parse(from));
        values.add(value);
        return this;
    }

    HistoryBuilder value(String from, long value) {
        return value(from, Quantity.of(value));
    }

    HistoryBuilder gone(String from) {
        return value(from, null);
    }

    /** Sets the last reading of the value added last. */
    HistoryBuilder lastRead(String at) {
        lastRead.set(lastRead.size() - 1, Instant.parse(at));
        return this;
    }

    HistoryBuilder unread(String run) {
        unread.add(Instant.parse(run));
        return this;
    }

    SeriesHistory build() {
        List<CountInterval> intervals = new ArrayList<>();
        for (int i = 0; i < since.size(); i++) {
            intervals.add(new CountInterval(
                    since.get(i),
                    lastRead.get(i),
                    i + 1 < since.size() ? since.get(i + 1) : null,
                    values.get(i),
                    new Provenance(VENDOR, "product-seats", since.get(i), null)));
        }
        return new SeriesHistory(SERIES, ItemNames.none(), intervals, unread);
    }
}
