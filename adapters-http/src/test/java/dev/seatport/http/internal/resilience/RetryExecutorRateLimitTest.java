package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.resilience.AttemptException.RetryClass;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.ManualScheduler;
import dev.seatport.ports.events.CallListener;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests retries with Retry-After and rate limits, with the longest random waits. */
class RetryExecutorRateLimitTest {
    private static final Vendor ACME = new Vendor("acme");
    private static final VendorOperation OPERATION = new VendorOperation(ACME, "thing", null);
    private static final Duration CAP = Duration.ofMinutes(2);
    private static final RetryPolicy POLICY =
            new RetryPolicy(4, Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(20), CAP);

    private final ManualScheduler time = new ManualScheduler();
    private final Waits waits = new Waits();
    private final RateLimiter rateLimiter =
            new RateLimiter(time, time, new AdaptiveRateControl(Double.POSITIVE_INFINITY, time.nanoTime()));
    private final RetryExecutor retryExecutor =
            new RetryExecutor(POLICY, new Longest(), time, time, rateLimiter, waits);
    private final Queue<AttemptException> failures = new ArrayDeque<>();

    private static final class Longest implements RandomGenerator {
        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    }

    private static final class Waits implements CallListener {
        private final List<Duration> retries = new ArrayList<>();
        private final List<Duration> throttles = new ArrayList<>();

        @Override
        public void retrying(Vendor vendor, String operation, int retry, Duration wait) {
            retries.add(wait);
        }

        @Override
        public void throttled(Vendor vendor, String operation, Duration wait) {
            throttles.add(wait);
        }
    }

    private void fails(RetryClass retryClass, @Nullable Duration retryAfter) {
        failures.add(new AttemptException(
                FailureKind.UNAVAILABLE, retryClass, "broken", failure -> failure, retryAfter, time.nanoTime()));
    }

    private CompletableFuture<String> call(Duration limit) {
        CallProgress callProgress = new CallProgress(time.nanoTime() + limit.toNanos());
        CompletableFuture<String> call = retryExecutor
                .run(OPERATION, callProgress, () -> {
                    callProgress.countRequest();
                    AttemptException failure = failures.poll();
                    return failure == null
                            ? Uni.createFrom().item("fine")
                            : Uni.createFrom().failure(failure);
                })
                .subscribeAsCompletionStage();
        time.runTasks();
        return call;
    }

    @Test
    void waitsLongerFromRetryToRetry() {
        fails(RetryClass.TRANSIENT, null);
        fails(RetryClass.TRANSIENT, null);
        fails(RetryClass.THROTTLED, null);
        CompletableFuture<String> call = call(CAP);
        time.advance(Duration.ofMinutes(1));
        assertThat(call).isCompletedWithValue("fine");
        assertThat(waits.retries)
                .containsExactly(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofSeconds(4));
    }

    @Test
    void waitsItsOwnBackoffIfRetryAfterIsShorter() {
        fails(RetryClass.THROTTLED, Duration.ofMillis(10));
        CompletableFuture<String> call = call(CAP);
        time.advance(Duration.ofSeconds(1));
        assertThat(call).isCompletedWithValue("fine");
        assertThat(waits.retries).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void acceptsARetryAfterUpToTheCap() {
        fails(RetryClass.THROTTLED, CAP);
        CompletableFuture<String> call = call(CAP.plusSeconds(1));
        assertThat(waits.throttles).containsExactly(CAP);
        time.advance(CAP);
        assertThat(call).isCompletedWithValue("fine");
        fails(RetryClass.TRANSIENT, CAP.plusNanos(1));
        assertThat(FailureAssertions.failure(call(CAP.multipliedBy(2))).attempts())
                .isOne();
        assertThat(time.pendingTimers()).isZero();
    }

    @Test
    void pausesTheRateLimiterForMaxBackoffIfRetryAfterExceedsTheCap() {
        fails(RetryClass.THROTTLED, Duration.ofHours(2));
        FailureAssertions.failure(call(Duration.ofDays(1)));
        assertThat(waits.throttles).containsExactly(POLICY.maxBackoff());
        assertThat(rateLimiter.remainingPause()).isEqualTo(POLICY.maxBackoff());
    }

    @Test
    void doesNotPauseTheRateLimiterAfterOtherFailures() {
        fails(RetryClass.TRANSIENT, Duration.ofSeconds(30));
        assertThat(call(CAP)).isNotDone();
        assertThat(rateLimiter.remainingPause()).isZero();
        assertThat(waits.throttles).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pausesForALateRefusalOnlyIfItHasARetryAfter(boolean hasRetryAfter) {
        fails(RetryClass.THROTTLED, null);
        AttemptException sentWithIt = new AttemptException(
                FailureKind.RATE_LIMITED,
                RetryClass.THROTTLED,
                "busy",
                failure -> failure,
                hasRetryAfter ? Duration.ofSeconds(50) : null,
                time.nanoTime());
        time.advance(Duration.ofMillis(10));
        assertThat(call(CAP)).isNotDone();
        assertThat(rateLimiter.remainingPause()).isEqualTo(Duration.ofSeconds(1));
        failures.add(sentWithIt);
        time.advance(Duration.ofMillis(10));
        assertThat(rateLimiter.remainingPause()).isEqualTo(Duration.ofMillis(990));
        assertThat(call(CAP)).isNotDone();
        assertThat(rateLimiter.remainingPause())
                .isEqualTo(hasRetryAfter ? Duration.ofSeconds(50) : Duration.ofMillis(990));
    }

    @Test
    void refundsTheCostOfASuccessfulRetry() {
        for (int i = 0; i < 50; i++) {
            fails(i % 2 == 0 ? RetryClass.TRANSIENT : RetryClass.THROTTLED, null);
            CompletableFuture<String> call = call(CAP);
            time.advance(Duration.ofMinutes(1));
            assertThat(call).as("call %s", i).isCompletedWithValue("fine");
        }
    }

    @Test
    void failsWithTheLastFailureIfTheDeadlineIsBeforeTheNextAttempt() {
        fails(RetryClass.TRANSIENT, null);
        fails(RetryClass.TRANSIENT, Duration.ofSeconds(5));
        CompletableFuture<String> call = call(Duration.ofSeconds(5));
        time.advance(Duration.ofSeconds(1));
        assertThat(FailureAssertions.failure(call).attempts()).isEqualTo(2);
        assertThat(waits.retries).containsExactly(Duration.ofMillis(200));
    }

    /** The vendor accepts another call's request before each refusal. */
    @Test
    void doesNotBackOffFurtherIfTheVendorAcceptedAnotherRequestBetweenRefusals() {
        CallProgress callProgress = new CallProgress(time.nanoTime() + CAP.toNanos());
        CompletableFuture<String> call = retryExecutor
                .<String>run(OPERATION, callProgress, () -> {
                    callProgress.countRequest();
                    rateLimiter.onAccepted(time.nanoTime());
                    fails(RetryClass.THROTTLED, null);
                    return Uni.createFrom().failure(failures.remove());
                })
                .subscribeAsCompletionStage();
        time.advance(Duration.ofMillis(2_500));
        assertThat(call).isNotDone();
        assertThat(waits.retries).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
    }
}
