package dev.seatport.http.internal.resilience;

import dev.seatport.http.internal.resilience.AttemptException.RetryClass;
import dev.seatport.http.internal.scheduling.CancellableTask;
import dev.seatport.http.internal.scheduling.Scheduler;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.events.CallListener;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Tries a call again while that makes sense: the failure may pass, attempts and budget are left, and the wait ends before the
 * deadline. All of our operations only read, so any of them may be sent twice.
 *
 * <p>A refusal for the rate uses up no attempt: the rate of all calls was too high. The call waits within its deadline. It pays for a
 * retry only if the vendor took no request for two minutes, so an always refusing vendor ends the retries. Lives on one event loop.
 */
public final class RetryExecutor {
    /** Beyond that, refusals of other calls double no wait: a vendor that opens again is to be noticed. */
    private static final int MAX_DOUBLING_REFUSALS = 2;
    /** A vendor that refuses everything is asked again after this part of the time for which it did so. */
    private static final int REFUSAL_TIME_DIVISOR = 8;
    /** Longer than a window of a minute; after that, a vendor that refuses everything is no longer waited for without end. */
    private static final Duration MAX_FREE_REFUSAL_TIME = Duration.ofMinutes(2);

    private final RetryPolicy policy;
    private final RandomGenerator random;
    private final Executor eventLoop;
    private final Scheduler scheduler;
    private final RateLimiter rateLimiter;
    private final CallListener callListener;
    private final RetryBudget budget = new RetryBudget();

    public RetryExecutor(
            RetryPolicy policy,
            RandomGenerator random,
            Executor eventLoop,
            Scheduler scheduler,
            RateLimiter rateLimiter,
            CallListener callListener) {
        this.policy = policy;
        this.random = random;
        this.eventLoop = eventLoop;
        this.scheduler = scheduler;
        this.rateLimiter = rateLimiter;
        this.callListener = callListener;
    }

    /**
     * Runs a call.
     *
     * @param attempt one attempt; fails with an {@link AttemptException} if another one may make sense
     * @return fails with the failure of the last attempt
     */
    public <T> Uni<T> run(VendorOperation vendorOperation, CallProgress callProgress, Supplier<Uni<T>> attempt) {
        return attempt.get()
                .invoke(budget::credit)
                .onFailure(AttemptException.class)
                .recoverWithUni(failure -> new RetryState<>(vendorOperation, callProgress, attempt).handle(failure));
    }

    /** The retries of one call. */
    private final class RetryState<T> {
        private final VendorOperation vendorOperation;
        private final CallProgress callProgress;
        private final Supplier<Uni<T>> attempt;
        private int retries;
        private int countedRetries;
        private int throttledRequests;
        private int refusalsDespiteRecovery;
        private int truncations;
        private long recoveries;
        private boolean paid;

        RetryState(VendorOperation vendorOperation, CallProgress callProgress, Supplier<Uni<T>> attempt) {
            this.vendorOperation = vendorOperation;
            this.callProgress = callProgress;
            this.attempt = attempt;
            this.recoveries = rateLimiter.recoveries();
        }

        Uni<T> handle(AttemptException failure) {
            countFailure(failure);
            Duration sharedPause = failure.isThrottled() ? sharedPause(failure) : Duration.ZERO;
            Duration wait = max(failure.retryAfter().orElse(Duration.ZERO), max(sharedPause, ownBackoff(failure)));
            if (failure.isThrottled()) {
                Duration asked = max(failure.retryAfter().orElse(Duration.ZERO), sharedPause);
                Duration closed = isRetryAfterAcceptable(failure) ? asked : policy.maxBackoff();
                rateLimiter.onRefused(
                        failure.sentAt(), closed, failure.retryAfter().isPresent());
                callListener.throttled(vendorOperation.vendor(), vendorOperation.name(), closed);
            }
            if (!shouldRetry(failure, wait)) {
                return Uni.createFrom()
                        .failure(failure.toVendorException(vendorOperation, callProgress.requestsSent()));
            }
            retries++;
            countedRetries += failure.isThrottled() ? 0 : 1;
            callListener.retrying(vendorOperation.vendor(), vendorOperation.name(), retries, wait);
            return CancellableTask.delay(wait, scheduler, eventLoop)
                    .chain(() -> attempt.get())
                    .invoke(() -> refund(failure))
                    .onFailure(AttemptException.class)
                    .recoverWithUni(next -> handle(next));
        }

        private void countFailure(AttemptException failure) {
            long previousRecoveries = recoveries;
            recoveries = rateLimiter.recoveries();
            if (failure.isThrottled()) {
                throttledRequests++;
                refusalsDespiteRecovery += recoveries > previousRecoveries ? 1 : 0;
            }
            callProgress.recordThrottled(failure.isThrottled());
        }

        /**
         * For how long nothing is sent to a vendor that did not ask for a wait. Refusals in a row make it longer, whichever calls meet
         * them, and so does the time for which the vendor refuses everything.
         */
        private Duration sharedPause(AttemptException failure) {
            int consecutive = Math.max(
                    countedRetries, Math.min(MAX_DOUBLING_REFUSALS, rateLimiter.consecutiveRefusals(failure.sentAt())));
            Duration minimum = policy.throttledBaseDelay()
                    .multipliedBy(Math.min(MAX_DOUBLING_REFUSALS, consecutive))
                    .dividedBy(2);
            Duration share = rateLimiter.refusingFor().dividedBy(REFUSAL_TIME_DIVISOR);
            return policy.cap(max(policy.backoff(consecutive, true, random), max(minimum, share)));
        }

        /**
         * What this call waits whatever the others do. A call that is refused again and again while the vendor takes others comes back
         * ever later, because each of its refusals holds them all.
         */
        private Duration ownBackoff(AttemptException failure) {
            if (!failure.isThrottled()) {
                return policy.backoff(countedRetries, false, random);
            }
            int excess = refusalsDespiteRecovery - policy.maxAttempts();
            return excess < 0 ? Duration.ZERO : policy.backoff(excess, true, random);
        }

        /** One attempt means that nothing is tried again, whatever the reason. */
        private boolean hasAttemptsLeft(AttemptException failure) {
            return policy.maxAttempts() > 1
                    && (failure.isThrottled()
                            || callProgress.requestsSent() - throttledRequests < policy.maxAttempts());
        }

        private boolean payIfNeeded(AttemptException failure) {
            paid = !failure.isThrottled() || rateLimiter.refusingFor().compareTo(MAX_FREE_REFUSAL_TIME) > 0;
            return !paid || budget.tryPay(failure.isThrottled());
        }

        private void refund(AttemptException failure) {
            if (paid) {
                budget.refund(failure.isThrottled());
            }
        }

        /** A vendor that asks for more than that fails this call at once, and is asked by others again before long. */
        private boolean isRetryAfterAcceptable(AttemptException failure) {
            return failure.retryAfter().map(policy::accepts).orElse(true);
        }

        private boolean shouldRetry(AttemptException failure, Duration wait) {
            if (failure.retryClass() == RetryClass.TRUNCATED) {
                truncations++;
            }
            return failure.retryClass() != RetryClass.NEVER
                    && hasAttemptsLeft(failure)
                    && truncations <= RetryPolicy.MAX_TRUNCATIONS
                    && isRetryAfterAcceptable(failure)
                    && callProgress.canWait(wait, scheduler.nanoTime())
                    && payIfNeeded(failure);
        }
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
