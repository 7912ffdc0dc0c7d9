package dev.seatport.http.internal.events;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.internal.transport.HttpErrorMapper;
import dev.seatport.http.internal.transport.RawResponse;
import dev.seatport.http.spi.LogSanitizer;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.events.SchemaDrift;
import dev.seatport.ports.failure.VendorException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Forwards call events to the client's listener, and logs them. {@code WARN} is for operators, once per cause; {@code DEBUG} is
 * for troubleshooting. Never logs the content of a request or response.
 *
 * <p>Forwards each drift once, and then only counts it. Remembers a limited number of drifts: a vendor that invents names is
 * reported as one further drift. Exceptions of the listener do not fail a call; only the class of the first one is logged.
 * Thread-safe.
 */
public final class LoggingListener implements CallListener {
    private static final int NO_STATUS = 0;
    static final int MAX_DRIFTS = 100;
    static final SchemaDrift FURTHER_DRIFT = new SchemaDrift("$", "more differences than are reported one by one");
    /** Replaces a drift whose path contains a secret: a vendor may echo one as a field name. */
    static final SchemaDrift SECRET_DRIFT = new SchemaDrift("$", "a field whose name contains a secret of this client");

    private static final Logger LOG = LoggerFactory.getLogger("dev.seatport.http.calls");
    private static final Logger EXCHANGE_LOG = LoggerFactory.getLogger("dev.seatport.http.exchange");
    private static final Logger LISTENER_LOG = LoggerFactory.getLogger("dev.seatport.http.watcher");

    private final CallListener listener;
    private final LongSupplier nanos;
    private final InstantSource clock;
    private final Predicate<String> containsSecret;
    private final AtomicBoolean exceptionLogged = new AtomicBoolean();
    private final Set<OperationDrift> reported = new HashSet<>();
    private boolean paused;
    private long pausedUntil;

    private record OperationDrift(String operation, SchemaDrift drift) {}

    /**
     * Creates a listener that forwards to another one.
     *
     * @param nanos monotonic clock
     * @param clock clock that measures exchanges
     * @param containsSecret whether a drift path contains a secret
     */
    public LoggingListener(
            CallListener listener, LongSupplier nanos, InstantSource clock, Predicate<String> containsSecret) {
        this.listener = listener;
        this.nanos = nanos;
        this.clock = clock;
        this.containsSecret = containsSecret;
    }

    /** Logs a call or listing that failed after all attempts. A lookup of an unknown id is no fault, so it is no warning. */
    public void ended(VendorException failure) {
        if (failure.attempts() == 0 || failure.kind() == FailureKind.CLOSED) {
            return;
        }
        Level level = failure.kind() == FailureKind.NOT_FOUND ? Level.DEBUG : Level.WARN;
        LOG.atLevel(level).log("given up: {} (requests sent: {})", failure.getMessage(), failure.attempts());
    }

    /**
     * Returns the exchange with a report to the listener when it ends.
     *
     * @param attempt number of this request within its call, from 1
     */
    public Uni<RawResponse> logged(VendorOperation operation, int attempt, Uni<RawResponse> exchange) {
        Instant began = clock.instant();
        return exchange.onItemOrFailure().invoke((response, failure) -> {
            Duration took = Duration.between(began, clock.instant());
            if (failure == null) {
                FailureKind kind = response.isSuccess() ? null : HttpErrorMapper.kind(response);
                requestFinished(operation.vendor(), operation.name(), response.status(), kind, took);
                logExchange(operation, response, took, attempt);
            } else if (failure instanceof AttemptException broken) {
                requestFinished(operation.vendor(), operation.name(), NO_STATUS, broken.kind(), took);
                logExchange(operation, broken.kind(), took, attempt);
            }
        });
    }

    private static void logExchange(VendorOperation operation, Object outcome, Duration took, int attempt) {
        if (EXCHANGE_LOG.isDebugEnabled()) {
            EXCHANGE_LOG.debug(
                    "{} {}: {} in {} ms, request {}",
                    operation.vendor(),
                    operation.name(),
                    outcome instanceof RawResponse response ? "HTTP " + response.status() : outcome,
                    took.toMillis(),
                    attempt);
        }
    }

    @Override
    public void requestFinished(
            Vendor vendor, String operation, int status, @Nullable FailureKind failure, Duration took) {
        notifySafely(() -> listener.requestFinished(vendor, operation, status, failure, took));
    }

    @Override
    public void retrying(Vendor vendor, String operation, int retry, Duration wait) {
        LOG.debug("{} {}: retry {} in {} ms", vendor, operation, retry, wait.toMillis());
        notifySafely(() -> listener.retrying(vendor, operation, retry, wait));
    }

    @Override
    public void throttled(Vendor vendor, String operation, Duration wait) {
        if (startsPause(wait)) {
            LOG.warn("{} {}: rate limited by the vendor; no request for {} ms", vendor, operation, wait.toMillis());
        } else {
            LOG.debug("{} {}: rate limited by the vendor during a pause that is already logged", vendor, operation);
        }
        notifySafely(() -> listener.throttled(vendor, operation, wait));
    }

    /**
     * Records a rate-limit response that concerns the audience of the operation only.
     *
     * @param startsPause whether the audience had no pause before
     */
    public void audienceThrottled(VendorOperation operation, Duration wait, boolean startsPause) {
        LOG.atLevel(startsPause ? Level.WARN : Level.DEBUG)
                .log(
                        "{} {}: rate limited by the vendor for audience {}; no request for it for {} ms",
                        operation.vendor(),
                        operation.name(),
                        LogSanitizer.sanitize(operation.audience()),
                        wait.toMillis());
        notifySafely(() -> listener.throttled(operation.vendor(), operation.name(), wait));
    }

    /** Concurrent calls that hit the rate limit together share one pause, which is logged once. */
    private synchronized boolean startsPause(Duration wait) {
        long now = nanos.getAsLong();
        long until = now + wait.toNanos();
        boolean wasPaused = paused && pausedUntil - now > 0;
        pausedUntil = wasPaused ? Math.max(pausedUntil, until) : until;
        paused = true;
        return !wasPaused;
    }

    @Override
    public void drifted(Vendor vendor, String operation, SchemaDrift drift) {
        SchemaDrift effective = effectiveDrift(operation, drift);
        if (addReported(operation, effective)) {
            LOG.warn("{} {}: differs from the documents: {} {}", vendor, operation, effective.path(), effective.what());
            notifySafely(() -> listener.drifted(vendor, operation, effective));
        } else {
            notifySafely(() -> listener.driftedAgain(vendor, operation, effective, 1));
        }
    }

    @Override
    public void driftedAgain(Vendor vendor, String operation, SchemaDrift drift, long times) {
        SchemaDrift effective = effectiveDrift(operation, drift);
        notifySafely(() -> listener.driftedAgain(vendor, operation, effective, times));
    }

    private synchronized SchemaDrift effectiveDrift(String operation, SchemaDrift drift) {
        if (reported.contains(new OperationDrift(operation, drift))) {
            return drift;
        }
        if (containsSecret.test(drift.path())) {
            return SECRET_DRIFT;
        }
        return reported.size() < MAX_DRIFTS ? drift : FURTHER_DRIFT;
    }

    private synchronized boolean addReported(String operation, SchemaDrift drift) {
        // The drift that stands for all others is not specific to an operation.
        return reported.add(new OperationDrift(drift.equals(FURTHER_DRIFT) ? "" : operation, drift));
    }

    @Override
    public void duplicateRowDropped(Vendor vendor, String operation) {
        LOG.debug("{} {}: a row arrived twice and is delivered once", vendor, operation);
        notifySafely(() -> listener.duplicateRowDropped(vendor, operation));
    }

    private void notifySafely(Runnable notification) {
        try {
            notification.run();
        } catch (Throwable thrown) {
            if (exceptionLogged.compareAndSet(false, true)) {
                LISTENER_LOG.warn(
                        "a call listener threw {}; calls continue, and later exceptions are not logged",
                        thrown.getClass().getName());
            }
        }
    }
}
