package dev.seatport.ports.ledger;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.ledger.CountMetric;
import dev.seatport.domain.ledger.SeatChange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;

/**
 * Request for changes.
 *
 * @param from the start, exclusive: a value that took effect at this instant is the earlier value
 * @param to the end, inclusive
 * @param zone the time zone of the days in the report
 * @param customers the customers; empty for all
 * @param metrics the metrics; empty for all
 * @param kinds the kinds of change; empty for all
 */
public record SeatChangesRequest(
        Instant from,
        Instant to,
        ZoneId zone,
        Set<CustomerId> customers,
        Set<CountMetric> metrics,
        Set<SeatChange.Kind> kinds) {
    public SeatChangesRequest {
        Objects.requireNonNull(zone, "zone");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "the end of a request must not be before its start: " + from + ", " + to);
        }
        customers = Set.copyOf(customers);
        metrics = Set.copyOf(metrics);
        kinds = Set.copyOf(kinds);
    }

    /** Returns a request for all changes between two moments. */
    public static SeatChangesRequest between(Instant from, Instant to, ZoneId zone) {
        return new SeatChangesRequest(from, to, zone, Set.of(), Set.of(), Set.of());
    }
}
