package dev.seatport.domain.ledger;

import java.util.Objects;

/**
 * Identity of one count over time.
 *
 * @param item the counted item
 * @param metric the meaning of the count
 */
public record CountSeries(LedgerItem item, CountMetric metric) {
    public CountSeries {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(metric, "metric");
    }
}
