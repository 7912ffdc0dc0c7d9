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
    private static final int MOST_REFUSALS = 2;
    /** A vendor that refuses everything is asked again after this part of the time for which it did so. */
    private static final int PART_OF_A_CLOSURE = 8;
    /** Longer than a window of a minute; after that, a vendor that refuses everything is no longer waited for without end. */
    private static final Duration FREE_WAITING = Duration.ofMinutes(2);

    private final RetryPolicy policy;
    private final RandomGenerator random;
    private final Executor loop;
    private final Scheduler time;
    private final RateLimiter gate;
    private final CallListener callListener;
    private final RetryBudget budget = new RetryBudget();

    public RetryExecutor(
            RetryPolicy policy,
            RandomGenerator random,
            Executor loop,
            Scheduler time,
            RateLimiter gate,
            CallListener callListener) {
        this.policy = policy;
        this.random = random;
        this.loop = loop;
        this.time = time;
        this.gate = gate;
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
                .invoke(budget::earn)
                .onFailure(AttemptException.class)
                .recoverWithUni(failure -> new RetryState<>(vendorOperation, callProgress, attempt).after(failure));
    }

    /** The retries of one call. */
    private final class RetryState<T> {
        private final VendorOperation vendorOperation;
        private final CallProgress callProgress;
        private final Supplier<Uni<T>> attempt;
        private int retries;
        private int counted;
        private int refusals;
        private int passedOver;
        private int truncations;
        private long openings;
        private boolean paid;

        RetryState(VendorOperation vendorOperation, CallProgress callProgress, Supplier<Uni<T>> attempt) {
            this.vendorOperation = vendorOperation;
            this.callProgress = callProgress;
            this.attempt = attempt;
            this.openings = gate.openings();
        }

        Uni<T> after(AttemptException failure) {
            count(failure);
            Duration hold = failure.throttled() ? hold(failure) : Duration.ZERO;
            Duration wait = longer(failure.retryAfter().orElse(Duration.ZERO), longer(hold, own(failure)));
            if (failure.throttled()) {
                Duration asked = longer(failure.retryAfter().orElse(Duration.ZERO), hold);
                Duration closed = bearable(failure) ? asked : policy.maxBackoff();
                gate.refused(failure.sentAt(), closed, failure.retryAfter().isPresent());
                callListener.throttled(vendorOperation.vendor(), vendorOperation.name(), closed);
            }
            if (!worthwhile(failure, wait)) {
                return Uni.createFrom().failure(failure.toVendorException(vendorOperation, callProgress.sent()));
            }
            retries++;
            counted += failure.throttled() ? 0 : 1;
            callListener.retrying(vendorOperation.vendor(), vendorOperation.name(), retries, wait);
            return CancellableTask.delay(wait, time, loop)
                    .chain(() -> attempt.get())
                    .invoke(() -> refund(failure))
                    .onFailure(AttemptException.class)
                    .recoverWithUni(next -> after(next));
        }

        private void count(AttemptException failure) {
            long before = openings;
            openings = gate.openings();
            if (failure.throttled()) {
                refusals++;
                passedOver += openings > before ? 1 : 0;
            }
            callProgress.refusedForTheRate(failure.throttled());
        }

        /**
         * For how long nothing is sent to a vendor that did not ask for a wait. Refusals in a row make it longer, whichever calls meet
         * them, and so does the time for which the vendor refuses everything.
         */
        private Duration hold(AttemptException failure) {
            int inARow = Math.max(counted, Math.min(MOST_REFUSALS, gate.refusalsInARow(failure.sentAt())));
            Duration least = policy.throttledBase()
                    .multipliedBy(Math.min(MOST_REFUSALS, inARow))
                    .dividedBy(2);
            Duration part = gate.refusingFor().dividedBy(PART_OF_A_CLOSURE);
            return policy.cut(longer(policy.backoff(inARow, true, random), longer(least, part)));
        }

        /**
         * What this call waits whatever the others do. A call that is refused again and again while the vendor takes others comes back
         * ever later, because each of its refusals holds them all.
         */
        private Duration own(AttemptException failure) {
            if (!failure.throttled()) {
                return policy.backoff(counted, false, random);
            }
            int often = passedOver - policy.attempts();
            return often < 0 ? Duration.ZERO : policy.backoff(often, true, random);
        }

        /** One attempt means that nothing is tried again, whatever the reason. */
        private boolean attemptsLeft(AttemptException failure) {
            return policy.attempts() > 1 && (failure.throttled() || callProgress.sent() - refusals < policy.attempts());
        }

        private boolean affordable(AttemptException failure) {
            paid = !failure.throttled() || gate.refusingFor().compareTo(FREE_WAITING) > 0;
            return !paid || budget.pay(failure.throttled());
        }

        private void refund(AttemptException failure) {
            if (paid) {
                budget.refund(failure.throttled());
            }
        }

        /** A vendor that asks for more than that fails this call at once, and is asked by others again before long. */
        private boolean bearable(AttemptException failure) {
            return failure.retryAfter().map(policy::keeps).orElse(true);
        }

        private boolean worthwhile(AttemptException failure, Duration wait) {
            if (failure.retryClass() == RetryClass.TRUNCATED) {
                truncations++;
            }
            return failure.retryClass() != RetryClass.NEVER
                    && attemptsLeft(failure)
                    && truncations <= RetryPolicy.TRUNCATIONS
                    && bearable(failure)
                    && callProgress.allow(wait, time.nanos())
                    && affordable(failure);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
