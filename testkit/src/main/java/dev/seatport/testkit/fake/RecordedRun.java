package dev.seatport.testkit.fake;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.ports.ledger.LedgerLease;
import dev.seatport.ports.ledger.LedgerRun;
import dev.seatport.ports.ledger.RunStart;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Run of an {@link InMemorySeatLedger} and its lease. Guarded by the lock of the ledger. */
final class RecordedRun {
    private static final Duration LEASE = Duration.ofSeconds(60);

    final LedgerLease lease;
    final RunStart start;
    final Instant started;
    final Map<Vendor, Set<CustomerId>> missing = new HashMap<>();
    private Instant lastRecorded;
    private Instant renewed;
    private @Nullable Instant finished;
    private LedgerRun.Status status = LedgerRun.Status.STARTED;

    RecordedRun(LedgerLease lease, RunStart start, Instant started, Instant now) {
        this.lease = lease;
        this.start = start;
        this.started = started;
        this.lastRecorded = started;
        this.renewed = now;
    }

    long id() {
        return lease.runId();
    }

    /** Returns the time at which a reading takes effect: its own, but not before the start of the run. */
    Instant effective(Instant at) {
        Instant exact = at.truncatedTo(ChronoUnit.MICROS);
        Instant effective = later(exact, started);
        lastRecorded = later(effective, lastRecorded);
        return effective;
    }

    Instant lastRecorded() {
        return finished == null ? lastRecorded : finished;
    }

    void renew(Instant now) {
        renewed = now;
    }

    Instant leaseEnd() {
        return renewed.plus(LEASE);
    }

    boolean hasEnded() {
        return finished != null;
    }

    void end(Instant now, boolean complete) {
        finished = later(now, lastRecorded);
        status = complete ? LedgerRun.Status.COMPLETE : LedgerRun.Status.INCOMPLETE;
    }

    LedgerRun toRun(Map<Vendor, Integer> suspect) {
        return new LedgerRun(id(), started, finished, status, start.version(), start.accounts(), suspect);
    }

    static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
