package dev.seatport.ports.ledger;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.ledger.CountMetric;
import java.time.Instant;
import java.util.Set;

/**
 * Query for histories.
 *
 * @param from the start of the time, exclusive for changes: a value that took effect at this instant is the earlier value
 * @param to the end of the time, inclusive
 * @param customers the customers; empty for all
 * @param metrics the metrics; empty for all
 * @param changedOnly whether to leave out counts whose value did not change after {@code from}
 */
public record HistoryQuery(
        Instant from, Instant to, Set<CustomerId> customers, Set<CountMetric> metrics, boolean changedOnly) {
    public HistoryQuery {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the end of a query must not be before its start: " + from + ", " + to);
        }
        customers = Set.copyOf(customers);
        metrics = Set.copyOf(metrics);
    }

    /** Returns a query for all counts in force at some time between two moments. */
    public static HistoryQuery between(Instant from, Instant to) {
        return new HistoryQuery(from, to, Set.of(), Set.of(), false);
    }

    /** Returns a copy for these customers only. */
    public HistoryQuery forCustomers(Set<CustomerId> only) {
        return new HistoryQuery(from, to, only, metrics, changedOnly);
    }

    /** Returns a copy for these metrics only. */
    public HistoryQuery forMetrics(Set<CountMetric> only) {
        return new HistoryQuery(from, to, customers, only, changedOnly);
    }

    /** Returns a copy that leaves out counts without a change. */
    public HistoryQuery changed() {
        return new HistoryQuery(from, to, customers, metrics, true);
    }
}
