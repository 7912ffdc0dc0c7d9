package dev.seatport.ledger.internal.record;

import dev.seatport.domain.customer.Vendor;
import java.util.Map;
import java.util.Objects;

/**
 * Run of a transaction.
 *
 * @param started the start, in microseconds since 1970
 * @param lastAt the time of the last reading, in microseconds since 1970
 * @param accounts the id of the account of each vendor
 */
record RunState(long id, long started, long lastAt, Map<Vendor, Long> accounts) {
    /** Returns the id of the account of a vendor of the run. */
    long account(Vendor vendor) {
        return Objects.requireNonNull(accounts.get(vendor), "the run has no account of the vendor");
    }

    /** Returns the time at which a reading takes effect: its own, but not before the start of the run. */
    long effective(long at) {
        return Math.max(at, started);
    }
}
