package dev.seatport.http.internal.resilience;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.support.ManualScheduler;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.failure.VendorException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Simulates workers that send requests to a vendor with a rate limit. Uses the rate limiter and retries of a client, and a manual
 * clock.
 */
final class SimulatedWorkload {
    private static final int WORKERS = 8;
    private static final double NANOS = 1e9;
    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final Duration LEARNING_TIME = Duration.ofSeconds(10);
    private static final VendorOperation OPERATION = new VendorOperation(new Vendor("acme"), "thing", null);

    private final ManualScheduler time = new ManualScheduler();
    private final RateLimiter rateLimiter =
            new RateLimiter(time, time, new AdaptiveRateControl(Double.POSITIVE_INFINITY, time.nanoTime()));
    private final long startedAt = time.nanoTime();
    private final SimulatedRateLimit vendor;
    private final Latency latency;
    private final boolean sendsRetryAfter;
    private final RandomGenerator random;
    private final RetryExecutor retryExecutor;
    private final CallTimeoutEnforcer callTimeouts = new CallTimeoutEnforcer(time, time);
    private final int workers;
    private long left;
    private long accepted;
    private long acceptedLater;
    private long refusals;
    private long failed;
    private long lastAcceptedAt;

    /** In milliseconds. */
    record Latency(double least, double most) {
        double mean() {
            return (least + most) / 2;
        }
    }

    /** Creates the rate limit of the vendor once the clock is known. */
    interface Limiter {
        SimulatedRateLimit at(long begun, long seed);
    }

    SimulatedWorkload(Limiter limiter, boolean sendsRetryAfter, Latency latency, long seed) {
        this(limiter, sendsRetryAfter, latency, seed, WORKERS);
    }

    SimulatedWorkload(Limiter limiter, boolean sendsRetryAfter, Latency latency, long seed, int workers) {
        this.workers = workers;
        this.vendor = limiter.at(startedAt, seed);
        this.sendsRetryAfter = sendsRetryAfter;
        this.latency = latency;
        this.random = new Random(seed);
        RetryPolicy policy = new RetryPolicy(
                4, Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofMinutes(2));
        this.retryExecutor =
                new RetryExecutor(policy, new Random(seed * 31), time, time, rateLimiter, CallListener.none());
    }

    /**
     * Runs all requests.
     *
     * @return whether they ended within two hours of the manual clock
     */
    boolean run(long requests) {
        left = requests;
        for (int i = 0; i < workers; i++) {
            work();
        }
        while (time.runNextTimer()) {
            if (time.nanoTime() - startedAt > Duration.ofHours(2).toNanos()) {
                return false;
            }
        }
        return true;
    }

    private void work() {
        if (left > 0) {
            left--;
            CallProgress callProgress = new CallProgress(time.nanoTime() + DEADLINE.toNanos());
            Uni<Long> call = retryExecutor.run(OPERATION, callProgress, () -> attempt(callProgress));
            callTimeouts
                    .withTimeout(DEADLINE, call, SimulatedWorkload::refused, SimulatedWorkload::refused)
                    .subscribe()
                    .with(done -> work(), failure -> {
                        failed++;
                        work();
                    });
        }
    }

    private Uni<Long> attempt(CallProgress callProgress) {
        return rateLimiter
                .acquire()
                .invoke(callProgress::countRequest)
                .chain(this::request)
                .invoke(rateLimiter::onAccepted);
    }

    private Uni<Long> request(long sentAt) {
        long latencyNanos =
                Math.round((latency.least() + random.nextDouble() * (latency.most() - latency.least())) * 1e6 / 2);
        return Uni.createFrom()
                .emitter(emitter -> time.schedule(Duration.ofNanos(latencyNanos), () -> {
                    long wait = vendor.delayFor(time.nanoTime());
                    time.schedule(Duration.ofNanos(latencyNanos), () -> {
                        if (wait == 0) {
                            accept();
                            emitter.complete(sentAt);
                        } else {
                            refusals++;
                            emitter.fail(refusal(wait, sentAt));
                        }
                    });
                }));
    }

    private void accept() {
        lastAcceptedAt = time.nanoTime();
        accepted++;
        if (lastAcceptedAt - startedAt > LEARNING_TIME.toNanos()) {
            acceptedLater++;
        }
    }

    private AttemptException refusal(long wait, long sentAt) {
        Duration whole = Duration.ofSeconds((wait + 999_999_999L) / 1_000_000_000L);
        return new AttemptException(
                FailureKind.RATE_LIMITED,
                AttemptException.RetryClass.THROTTLED,
                "refused",
                failure -> failure,
                sendsRetryAfter ? whole : null,
                sentAt);
    }

    private static VendorException refused() {
        return VendorException.builder(FailureKind.RATE_LIMITED, OPERATION.vendor(), OPERATION.name(), "refused")
                .build();
    }

    long failed() {
        return failed;
    }

    long accepted() {
        return accepted;
    }

    double seconds() {
        return (lastAcceptedAt - startedAt) / NANOS;
    }

    /** Returns the accepted requests a second of the whole run. */
    double perSecond() {
        return accepted / seconds();
    }

    /** Returns the accepted requests a second without the first ten seconds. */
    double perSecondLater() {
        return acceptedLater / (seconds() - LEARNING_TIME.toSeconds());
    }

    /** Returns the share of refused requests. */
    double refusedShare() {
        return refusals / (double) (accepted + refusals);
    }

    /** Returns the requests a second of all workers without a limit. */
    static double maxRequestsPerSecond(Latency latency) {
        return WORKERS * 1000 / latency.mean();
    }
}
