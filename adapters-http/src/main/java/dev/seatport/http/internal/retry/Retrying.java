package dev.seatport.http.internal.retry;

import dev.seatport.http.Operation;
import dev.seatport.http.internal.rate.VendorGate;
import dev.seatport.http.internal.time.Clockwork;
import dev.seatport.ports.watch.VendorWatcher;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Tries a call again while that makes sense: the failure may pass, attempts and budget are left, and the wait ends before the
 * deadline. All of our operations only read, so any of them may be sent twice.
 *
 * <p>Who is refused for the rate by a vendor that takes other requests is not at fault: the rate of all of us was. So a refusal uses
 * up none of a call's attempts if the vendor took a request again since that call failed before, up to twice as many requests as
 * attempts. Lives on one event loop.
 */
public final class Retrying {
    /** Beyond that, refusals of other calls make no wait longer: a vendor that opens again is to be noticed. */
    private static final int MOST_REFUSALS = 2;

    private final RetryPolicy policy;
    private final Backoff backoff;
    private final Executor loop;
    private final Clockwork time;
    private final VendorGate gate;
    private final VendorWatcher watcher;
    private final RetryBudget budget = new RetryBudget();

    public Retrying(
            RetryPolicy policy,
            RandomGenerator random,
            Executor loop,
            Clockwork time,
            VendorGate gate,
            VendorWatcher watcher) {
        this.policy = policy;
        this.backoff = new Backoff(policy, random);
        this.loop = loop;
        this.time = time;
        this.gate = gate;
        this.watcher = watcher;
    }

    /**
     * Runs a call.
     *
     * @param attempt one attempt; fails with an {@link AttemptFailure} if another one may make sense
     * @return fails with what the last attempt's failure tells
     */
    public <T> Uni<T> run(Operation operation, Tries tries, Supplier<Uni<T>> attempt) {
        return attempt.get()
                .invoke(budget::earn)
                .onFailure(AttemptFailure.class)
                .recoverWithUni(failure -> new Course<>(operation, tries, attempt).after(failure));
    }

    /** The retries of one call. */
    private final class Course<T> {
        private final Operation operation;
        private final Tries tries;
        private final Supplier<Uni<T>> attempt;
        private int retries;
        private int truncations;
        private int notCounted;
        private long openings;

        Course(Operation operation, Tries tries, Supplier<Uni<T>> attempt) {
            this.operation = operation;
            this.tries = tries;
            this.attempt = attempt;
            this.openings = gate.openings();
        }

        Uni<T> after(AttemptFailure failure) {
            count(failure);
            Duration wait = wait(failure);
            if (failure.throttled()) {
                Duration hold = bearable(failure) ? wait : policy.longestWait();
                gate.refused(failure.sentAt(), hold, failure.retryAfter().isPresent());
                watcher.throttled(operation.vendor(), operation.name(), hold);
            }
            if (!worthwhile(failure, wait)) {
                return Uni.createFrom().failure(failure.told(tries.sent()));
            }
            retries++;
            watcher.retrying(operation.vendor(), operation.name(), retries, wait);
            return Waiting.of(wait, time, loop)
                    .chain(() -> attempt.get())
                    .invoke(() -> budget.refund(failure.throttled()))
                    .onFailure(AttemptFailure.class)
                    .recoverWithUni(next -> after(next));
        }

        private void count(AttemptFailure failure) {
            long before = openings;
            openings = gate.openings();
            if (failure.throttled() && openings > before) {
                notCounted++;
            }
        }

        /** Never less than the vendor asks for, and, if it asks for nothing much, never less than we would wait anyway. */
        private Duration wait(AttemptFailure failure) {
            Duration ours = failure.throttled() ? throttledWait(failure) : backoff.before(counted(), false);
            return failure.retryAfter()
                    .filter(asked -> asked.compareTo(ours) > 0)
                    .orElse(ours);
        }

        /**
         * Whichever calls a vendor refuses in a row, each says that it wants to be left alone for longer; and no call may spend its
         * attempts on short draws while it does.
         */
        private Duration throttledWait(AttemptFailure failure) {
            int refusals = Math.max(counted(), Math.min(MOST_REFUSALS, gate.refusalsInARow(failure.sentAt())));
            Duration drawn = backoff.before(refusals, true);
            Duration least = policy.throttledBase()
                    .multipliedBy(Math.min(MOST_REFUSALS, refusals))
                    .dividedBy(2);
            return drawn.compareTo(least) > 0 ? drawn : least;
        }

        private int counted() {
            return retries - notCounted;
        }

        private boolean attemptsLeft() {
            return tries.sent() - notCounted < policy.attempts() && tries.sent() < policy.mostRequests();
        }

        /** A vendor that asks for more than that fails this call at once, and is asked by others again before long. */
        private boolean bearable(AttemptFailure failure) {
            return failure.retryAfter()
                    .map(asked -> asked.compareTo(policy.longestRetryAfter()) <= 0)
                    .orElse(true);
        }

        private boolean worthwhile(AttemptFailure failure, Duration wait) {
            if (failure.again() == AttemptFailure.Again.TRUNCATED) {
                truncations++;
            }
            return failure.again() != AttemptFailure.Again.NEVER
                    && attemptsLeft()
                    && truncations <= RetryPolicy.TRUNCATIONS
                    && bearable(failure)
                    && tries.allow(wait, time.nanos())
                    && budget.pay(failure.throttled());
        }
    }
}
