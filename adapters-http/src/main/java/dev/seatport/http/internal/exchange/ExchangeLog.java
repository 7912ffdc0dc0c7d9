package dev.seatport.http.internal.exchange;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.Operation;
import dev.seatport.ports.watch.VendorWatcher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the watcher and the log of every exchange: what was asked, what came of it, how long it took. URLs, headers and bodies
 * are not its business.
 */
public final class ExchangeLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.seatport.http.exchange");

    private final VendorWatcher watcher;
    private final InstantSource clock;

    public ExchangeLog(VendorWatcher watcher, InstantSource clock) {
        this.watcher = watcher;
        this.clock = clock;
    }

    /** Whoever is told. */
    public VendorWatcher watcher() {
        return watcher;
    }

    /** An exchange begins, the first or a later one of its call. */
    public Entry begin(Operation operation, int attempt) {
        return new Entry(operation, attempt, clock.instant());
    }

    /** One exchange under way. */
    public final class Entry {
        private final Operation operation;
        private final int attempt;
        private final Instant began;

        private Entry(Operation operation, int attempt, Instant began) {
            this.operation = operation;
            this.attempt = attempt;
            this.began = began;
        }

        /** It ended: with a status, or with none and a failure. */
        public void ended(int status, @Nullable FailureKind failure) {
            Duration took = Duration.between(began, clock.instant());
            boolean good = status >= 200 && status < 300;
            FailureKind kind = failure != null || good ? failure : StatusKinds.of(status);
            watcher.exchanged(operation.vendor(), operation.name(), status, kind, took);
            if (LOG.isDebugEnabled()) {
                String outcome = status == 0 ? String.valueOf(failure) : "HTTP " + status;
                LOG.debug(
                        "{} {}: {} in {} ms, request {}",
                        operation.vendor(),
                        operation.name(),
                        outcome,
                        took.toMillis(),
                        attempt);
            }
        }
    }
}
