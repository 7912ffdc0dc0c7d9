package dev.seatport.http.internal.events;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.internal.transport.HttpErrorMapper;
import dev.seatport.http.internal.transport.RawResponse;
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

/**
 * Logs what a client's listener is told, and calls that were given up. {@code WARN} is for what an operator should know, each thing once;
 * {@code DEBUG} is for the search of a fault. Nothing of a request or a response is logged.
 *
 * <p>Tells each drift once, and from then on how often it comes again. A bounded number of them is remembered: a vendor that invents
 * names without end is told as one drift more. Exceptions of the listener end no call; the first is logged, by its class alone.
 * Thread-safe.
 */
public final class LoggingListener implements CallListener {
    private static final int NO_STATUS = 0;
    static final int MOST_DRIFTS = 100;
    static final SchemaDrift AND_MORE = new SchemaDrift("$", "differs in more ways than are told one by one");
    /** A vendor may echo a secret as the name of a field. */
    static final SchemaDrift SECRET = new SchemaDrift("$", "a field whose name holds a secret of this client");

    private static final Logger LOG = LoggerFactory.getLogger("dev.seatport.http.calls");
    private static final Logger EXCHANGE_LOG = LoggerFactory.getLogger("dev.seatport.http.exchange");
    private static final Logger LISTENER_LOG = LoggerFactory.getLogger("dev.seatport.http.watcher");

    private final CallListener listener;
    private final LongSupplier nanos;
    private final InstantSource clock;
    private final Predicate<String> secret;
    private final AtomicBoolean threw = new AtomicBoolean();
    private final Set<OperationDrift> told = new HashSet<>();
    private boolean holding;
    private long heldUntil;

    private record OperationDrift(String operation, SchemaDrift drift) {}

    /**
     * A listener in front of another one.
     *
     * @param nanos a monotonic clock
     * @param clock the time of day, by which exchanges are timed
     * @param secret whether the path of a drift must not be shown
     */
    public LoggingListener(CallListener listener, LongSupplier nanos, InstantSource clock, Predicate<String> secret) {
        this.listener = listener;
        this.nanos = nanos;
        this.clock = clock;
        this.secret = secret;
    }

    /** A call or a listing ended with a failure, after all tries. */
    public void ended(VendorException failure) {
        if (failure.attempts() > 0 && failure.kind() != FailureKind.CLOSED) {
            LOG.warn("given up: {} ({} requests sent)", failure.getMessage(), failure.attempts());
        }
    }

    /** The same exchange, the first or a later one of its call, which is told of when it ends. */
    public Uni<RawResponse> logged(VendorOperation operation, int attempt, Uni<RawResponse> exchange) {
        Instant began = clock.instant();
        return exchange.onItemOrFailure().invoke((answer, failure) -> {
            Duration took = Duration.between(began, clock.instant());
            if (failure == null) {
                FailureKind kind = answer.isSuccess() ? null : HttpErrorMapper.kind(answer);
                requestFinished(operation.vendor(), operation.name(), answer.status(), kind, took);
                logExchange(operation, answer, took, attempt);
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
                    outcome instanceof RawResponse answer ? "HTTP " + answer.status() : outcome,
                    took.toMillis(),
                    attempt);
        }
    }

    @Override
    public void requestFinished(
            Vendor vendor, String operation, int status, @Nullable FailureKind failure, Duration took) {
        guard(() -> listener.requestFinished(vendor, operation, status, failure, took));
    }

    @Override
    public void retrying(Vendor vendor, String operation, int retry, Duration wait) {
        LOG.debug("{} {}: retry {} in {} ms", vendor, operation, retry, wait.toMillis());
        guard(() -> listener.retrying(vendor, operation, retry, wait));
    }

    @Override
    public void throttled(Vendor vendor, String operation, Duration wait) {
        if (beginsHold(wait)) {
            LOG.warn("{} {}: asked too often; nothing is sent for {} ms", vendor, operation, wait.toMillis());
        } else {
            LOG.debug("{} {}: asked too often, as others were", vendor, operation);
        }
        guard(() -> listener.throttled(vendor, operation, wait));
    }

    /** Calls that were under way when a vendor first refused one are refused too: that is one hold, not many. */
    private synchronized boolean beginsHold(Duration wait) {
        long now = nanos.getAsLong();
        long until = now + wait.toNanos();
        boolean held = holding && heldUntil - now > 0;
        heldUntil = held ? Math.max(heldUntil, until) : until;
        holding = true;
        return !held;
    }

    @Override
    public void drifted(Vendor vendor, String operation, SchemaDrift drift) {
        SchemaDrift kept = kept(operation, drift);
        if (isNew(operation, kept)) {
            LOG.warn("{} {}: differs from the documents: {} {}", vendor, operation, kept.path(), kept.what());
            guard(() -> listener.drifted(vendor, operation, kept));
        } else {
            guard(() -> listener.driftedAgain(vendor, operation, kept, 1));
        }
    }

    @Override
    public void driftedAgain(Vendor vendor, String operation, SchemaDrift drift, long times) {
        SchemaDrift kept = kept(operation, drift);
        guard(() -> listener.driftedAgain(vendor, operation, kept, times));
    }

    private synchronized SchemaDrift kept(String operation, SchemaDrift drift) {
        if (told.contains(new OperationDrift(operation, drift))) {
            return drift;
        }
        if (secret.test(drift.path())) {
            return SECRET;
        }
        return told.size() < MOST_DRIFTS ? drift : AND_MORE;
    }

    private synchronized boolean isNew(String operation, SchemaDrift drift) {
        // What stands for all the rest is no business of one operation.
        return told.add(new OperationDrift(drift.equals(AND_MORE) ? "" : operation, drift));
    }

    @Override
    public void duplicateRowDropped(Vendor vendor, String operation) {
        LOG.debug("{} {}: a row came twice and is delivered once", vendor, operation);
        guard(() -> listener.duplicateRowDropped(vendor, operation));
    }

    private void guard(Runnable telling) {
        try {
            telling.run();
        } catch (Throwable thrown) {
            if (threw.compareAndSet(false, true)) {
                LISTENER_LOG.warn(
                        "a call listener threw {}; calls go on, and this is not said again",
                        thrown.getClass().getName());
            }
        }
    }
}
