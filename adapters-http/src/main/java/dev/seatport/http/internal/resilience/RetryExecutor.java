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
 * Retries a call while its failure may be temporary, attempts and budget are left, and the wait ends before the deadline. All
 * operations only read, so each may be sent twice. Confined to the event loop.
 *
 * <p>A refusal (see {@link RateLimiter}) uses up no attempt, because the rate of all calls together was too high. The refused call waits
 * within its deadline. Its retry costs budget only if the vendor refused every request for two minutes. So retries end against a vendor
 * that always refuses.
 */
public final class RetryExecutor {
    /** Refusals of other calls double the pause at most this often, so that a request soon shows that the vendor accepts again. */
    private static final int MAX_DOUBLING_REFUSALS = 2;
    /** While the vendor refuses every request, the pause is at least {@link RateLimiter#refusalDuration} divided by this. */
    private static final int REFUSAL_DURATION_DIVISOR = 8;
    /** Longer than a rate window of one minute. After it, retries against a vendor that refuses everything cost budget. */
    private static final Duration MAX_FREE_REFUSAL_DURATION = Duration.ofMinutes(2);

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
     * Runs a call with retries.
     *
     * @param attempt makes one attempt; fails with an {@link AttemptException} if a retry may make sense
     * @return fails with the failure of the last attempt
     */
    public <T> Uni<T> run(VendorOperation vendorOperation, CallProgress callProgress, Supplier<Uni<T>> attempt) {
        return attempt.get()
                .invoke(budget::credit)
                .onFailure(AttemptException.class)
                .recoverWithUni(failure -> new RetryState<>(vendorOperation, callProgress, attempt).handle(failure));
    }

    private final class RetryState<T> {
        private final VendorOperation vendorOperation;
        private final CallProgress callProgress;
        private final Supplier<Uni<T>> attempt;
        private int retries;
        private int countedRetries;
        private int refusalsWhileOthersAccepted;
        private int truncations;
        private long acceptedAgainCount;
        private boolean paid;

        RetryState(VendorOperation vendorOperation, CallProgress callProgress, Supplier<Uni<T>> attempt) {
            this.vendorOperation = vendorOperation;
            this.callProgress = callProgress;
            this.attempt = attempt;
            this.acceptedAgainCount = rateLimiter.acceptedAgainCount();
        }

        Uni<T> handle(AttemptException failure) {
            countFailure(failure);
            Duration sharedPause = failure.isThrottled() ? sharedPause(failure) : Duration.ZERO;
            Duration wait = max(failure.retryAfter().orElse(Duration.ZERO), max(sharedPause, ownBackoff(failure)));
            if (failure.isThrottled()) {
                Duration uncappedPause = max(failure.retryAfter().orElse(Duration.ZERO), sharedPause);
                Duration pause = isRetryAfterAcceptable(failure) ? uncappedPause : policy.maxBackoff();
                rateLimiter.onRefused(
                        failure.sentAt(), pause, failure.retryAfter().isPresent());
                callListener.throttled(vendorOperation.vendor(), vendorOperation.name(), pause);
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
            long previousCount = acceptedAgainCount;
            acceptedAgainCount = rateLimiter.acceptedAgainCount();
            if (failure.isThrottled()) {
                refusalsWhileOthersAccepted += acceptedAgainCount > previousCount ? 1 : 0;
            }
            callProgress.recordThrottled(failure.isThrottled());
        }

        /**
         * Returns the pause that this client chooses for all calls after a refusal. A longer {@code Retry-After} replaces it. The
         * pause grows with consecutive refusals of any call and with the time for which the vendor refuses everything.
         */
        private Duration sharedPause(AttemptException failure) {
            int consecutive = Math.max(
                    countedRetries, Math.min(MAX_DOUBLING_REFUSALS, rateLimiter.consecutiveRefusals(failure.sentAt())));
            // The backoff is random and may be near zero. A second refusal in a row therefore adds a minimum.
            Duration minimum = policy.throttledBaseDelay()
                    .multipliedBy(Math.min(MAX_DOUBLING_REFUSALS, consecutive))
                    .dividedBy(2);
            Duration share = rateLimiter.refusalDuration().dividedBy(REFUSAL_DURATION_DIVISOR);
            return policy.cap(max(policy.backoff(consecutive, true, random), max(minimum, share)));
        }

        /**
         * Returns the wait of this call alone. It grows if the vendor always refuses this call and accepts others, because each refusal
         * pauses all calls.
         */
        private Duration ownBackoff(AttemptException failure) {
            if (!failure.isThrottled()) {
                return policy.backoff(countedRetries, false, random);
            }
            int excess = refusalsWhileOthersAccepted - policy.maxAttempts();
            return excess < 0 ? Duration.ZERO : policy.backoff(excess, true, random);
        }

        /** A policy of one attempt allows no retry at all, not even after a refusal. */
        private boolean hasAttemptsLeft(AttemptException failure) {
            return policy.maxAttempts() > 1
                    && (failure.isThrottled()
                            || callProgress.requestsSent() - callProgress.throttledRequests() < policy.maxAttempts());
        }

        private boolean payIfNeeded(AttemptException failure) {
            paid = !failure.isThrottled() || rateLimiter.refusalDuration().compareTo(MAX_FREE_REFUSAL_DURATION) > 0;
            return !paid || budget.tryPay(failure.isThrottled());
        }

        private void refund(AttemptException failure) {
            if (paid) {
                budget.refund(failure.isThrottled());
            }
        }

        /**
         * A {@code Retry-After} above {@link RetryPolicy#maxRetryAfter} fails this call at once. Other calls then wait only for
         * {@link RetryPolicy#maxBackoff}.
         */
        private boolean isRetryAfterAcceptable(AttemptException failure) {
            return failure.retryAfter().map(policy::accepts).orElse(true);
        }

        /** Must be called once per failure, because it counts truncations and pays for the retry. */
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
