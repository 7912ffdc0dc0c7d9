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
    private static final int NO_STATUS = 0;

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

        /** It ended with a response, good or not. */
        public void ended(RawAnswer answer) {
            ended(answer.status(), answer.good() ? null : StatusKinds.of(answer));
        }

        /** It ended without a response. */
        public void ended(FailureKind failure) {
            ended(NO_STATUS, failure);
        }

        private void ended(int status, @Nullable FailureKind kind) {
            Duration took = Duration.between(began, clock.instant());
            watcher.exchanged(operation.vendor(), operation.name(), status, kind, took);
            if (LOG.isDebugEnabled()) {
                String outcome = status == NO_STATUS ? String.valueOf(kind) : "HTTP " + status;
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
