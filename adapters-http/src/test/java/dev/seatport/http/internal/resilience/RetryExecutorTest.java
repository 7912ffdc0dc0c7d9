package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.resilience.AttemptException.RetryClass;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.ManualScheduler;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.http.RecordingListener;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryExecutorTest {
    private static final Vendor ACME = new Vendor("acme");
    private static final VendorOperation OPERATION = new VendorOperation(ACME, "thing", null);
    private static final RetryPolicy POLICY = new RetryPolicy(
            4, Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofMinutes(2));

    private final ManualScheduler time = new ManualScheduler();
    private final RecordingListener callListener = new RecordingListener();
    private final RateLimiter rateLimiter =
            new RateLimiter(time, time, new AdaptiveRateControl(Double.POSITIVE_INFINITY, time.nanoTime()));
    private final RetryExecutor retryExecutor =
            new RetryExecutor(POLICY, new Random(1), time, time, rateLimiter, callListener);
    private final Queue<AttemptException> failures = new ArrayDeque<>();
    private CallProgress callProgress =
            new CallProgress(time.nanoTime() + Duration.ofMinutes(2).toNanos());

    private void fails(RetryClass retryClass, @Nullable Duration retryAfter, int times) {
        for (int i = 0; i < times; i++) {
            failures.add(failure(retryClass, retryAfter));
        }
    }

    private AttemptException failure(RetryClass retryClass, @Nullable Duration retryAfter) {
        return new AttemptException(
                FailureKind.UNAVAILABLE, retryClass, "broken", failure -> failure, retryAfter, time.nanoTime());
    }

    private static VendorException failureAfter(int attempts) {
        return VendorException.builder(FailureKind.UNAVAILABLE, ACME, "thing", "broken")
                .attempts(attempts)
                .build();
    }

    private CompletableFuture<String> call() {
        callProgress = new CallProgress(time.nanoTime() + Duration.ofMinutes(2).toNanos());
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

    private void finish() {
        time.advance(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @CsvSource({"NEVER,1", "TRANSIENT,4", "TRUNCATED,3"})
    void sendsAsOftenAsTheRetryClassAllows(RetryClass retryClass, int requests) {
        fails(retryClass, null, 10);
        CompletableFuture<String> call = call();
        finish();
        assertThat(FailureAssertions.failure(call).attempts()).isEqualTo(requests);
        assertThat(callListener.retries()).hasSize(requests - 1);
        assertThat(time.pendingTimers()).isZero();
    }

    @Test
    void numbersItsRetriesAndDoublesTheLongestWait() {
        RandomGenerator longest = new RandomGenerator() {
            @Override
            public long nextLong() {
                return Long.MAX_VALUE;
            }

            @Override
            public long nextLong(long bound) {
                return bound - 1;
            }
        };
        RetryExecutor patient = new RetryExecutor(POLICY, longest, time, time, rateLimiter, callListener);
        List<Duration> sentAfter = new ArrayList<>();
        long start = time.nanoTime();
        CompletableFuture<String> call = patient.<String>run(OPERATION, callProgress, () -> {
                    callProgress.countRequest();
                    sentAfter.add(Duration.ofNanos(time.nanoTime() - start));
                    return Uni.createFrom().failure(failure(RetryClass.TRANSIENT, null));
                })
                .subscribeAsCompletionStage();
        finish();
        assertThat(FailureAssertions.failure(call).attempts()).isEqualTo(4);
        assertThat(callListener.retries()).containsExactly("thing 1", "thing 2", "thing 3");
        assertThat(sentAfter)
                .containsExactly(
                        Duration.ZERO, Duration.ofMillis(200), Duration.ofMillis(600), Duration.ofMillis(1_400));
    }

    @Test
    void recordsWhetherTheLastResponseWasARefusal() {
        fails(RetryClass.THROTTLED, Duration.ofMinutes(3), 1);
        FailureAssertions.failure(call());
        assertThat(callProgress.lastWasThrottled()).isTrue();
        fails(RetryClass.THROTTLED, Duration.ofSeconds(1), 1);
        fails(RetryClass.NEVER, null, 1);
        CompletableFuture<String> call = call();
        finish();
        FailureAssertions.failure(call);
        assertThat(callProgress.lastWasThrottled()).isFalse();
    }

    /** Returns a call that the vendor always refuses, though it accepts another request before each refusal. */
    private CompletableFuture<String> refusedWhileOthersAreAccepted(RetryClass retryClass) {
        callProgress = new CallProgress(time.nanoTime() + Duration.ofMinutes(2).toNanos());
        return retryExecutor
                .<String>run(OPERATION, callProgress, () -> {
                    callProgress.countRequest();
                    rateLimiter.onRefused(time.nanoTime(), Duration.ZERO, true);
                    rateLimiter.onAccepted(time.nanoTime());
                    return Uni.createFrom().failure(failure(retryClass, null));
                })
                .subscribeAsCompletionStage();
    }

    @Test
    void backsOffFurtherIfTheVendorAcceptsOthersAndAlwaysRefusesThisCall() {
        CompletableFuture<String> call = refusedWhileOthersAreAccepted(RetryClass.THROTTLED);
        time.advance(Duration.ofSeconds(5));
        int soon = callProgress.requestsSent();
        assertThat(soon).isGreaterThanOrEqualTo(5);
        finish();
        assertThat(FailureAssertions.failure(call).attempts()).isBetween(soon + 2, soon + 16);
    }

    @Test
    void countsAttemptsForOtherFailuresThoughTheVendorAcceptsOthers() {
        CompletableFuture<String> call = refusedWhileOthersAreAccepted(RetryClass.TRANSIENT);
        finish();
        assertThat(FailureAssertions.failure(call).attempts()).isEqualTo(4);
    }

    @Test
    void waitsForTheRateUntilItsDeadline() {
        fails(RetryClass.THROTTLED, null, 1_000);
        CompletableFuture<String> call = call();
        time.advance(Duration.ofSeconds(90));
        assertThat(call).isNotDone();
        finish();
        assertThat(FailureAssertions.failure(call).attempts()).isGreaterThan(10);
        assertThat(time.pendingTimers()).isZero();
    }

    @Test
    void keepsItsAttemptsForOtherFailuresWhileItWaitsForTheRate() {
        fails(RetryClass.THROTTLED, null, 10);
        fails(RetryClass.TRANSIENT, null, 3);
        CompletableFuture<String> call = call();
        finish();
        assertThat(call).isCompletedWithValue("fine");
        fails(RetryClass.THROTTLED, null, 3);
        fails(RetryClass.TRANSIENT, null, 4);
        call = call();
        finish();
        assertThat(FailureAssertions.failure(call).attempts()).isEqualTo(7);
    }

    @Test
    void retriesNothingIfOneAttemptIsAllowed() {
        RetryPolicy once = new RetryPolicy(
                1, Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofMinutes(2));
        RetryExecutor never = new RetryExecutor(once, new Random(1), time, time, rateLimiter, callListener);
        CompletableFuture<String> call = never.<String>run(OPERATION, callProgress, () -> {
                    callProgress.countRequest();
                    return Uni.createFrom().failure(failure(RetryClass.THROTTLED, null));
                })
                .subscribeAsCompletionStage();
        time.runTasks();
        assertThat(FailureAssertions.failure(call).attempts()).isOne();
    }

    /** The first call waits for its two minutes. After the vendor refused everything for that long, retries cost budget. */
    @Test
    void stopsRetryingAgainstAVendorThatAcceptedNothingForTwoMinutes() {
        int sent = 0;
        for (int i = 0; i < 20; i++) {
            fails(RetryClass.THROTTLED, null, 1_000);
            CompletableFuture<String> call = call();
            finish();
            FailureAssertions.failure(call);
            sent = callProgress.requestsSent();
            failures.clear();
        }
        assertThat(sent).isOne();
        rateLimiter.onAccepted(time.nanoTime());
        fails(RetryClass.THROTTLED, null, 3);
        CompletableFuture<String> call = call();
        finish();
        assertThat(call).isCompletedWithValue("fine");
    }

    @Test
    void returnsTheResultOfALaterAttempt() {
        fails(RetryClass.TRANSIENT, null, 3);
        CompletableFuture<String> call = call();
        assertThat(call).isNotDone();
        finish();
        assertThat(call).isCompletedWithValue("fine");
        assertThat(callProgress.requestsSent()).isEqualTo(4);
    }

    @Test
    void waitsForTheRetryAfterOfTheVendor() {
        fails(RetryClass.TRANSIENT, Duration.ofSeconds(30), 1);
        CompletableFuture<String> call = call();
        time.advance(Duration.ofMillis(29_999));
        assertThat(call).isNotDone();
        time.advance(Duration.ofMillis(1));
        assertThat(call).isCompletedWithValue("fine");
    }

    @Test
    void usesItsOwnBackoffIfRetryAfterIsZero() {
        fails(RetryClass.THROTTLED, Duration.ZERO, 1);
        CompletableFuture<String> call = call();
        assertThat(call).isNotDone();
        finish();
        assertThat(call).isCompletedWithValue("fine");
    }

    @ParameterizedTest
    @CsvSource({"121,20", "119,119"})
    void failsAtOnceIfTheWaitExceedsTheCapOrTheDeadline(long retryAfter, long pause) {
        fails(RetryClass.THROTTLED, Duration.ofSeconds(retryAfter), 1);
        time.advance(Duration.ofSeconds(2));
        callProgress =
                new CallProgress(time.nanoTime() + Duration.ofSeconds(100).toNanos());
        AttemptException failure = failures.remove();
        CompletableFuture<String> call = retryExecutor
                .<String>run(OPERATION, callProgress, () -> {
                    callProgress.countRequest();
                    return Uni.createFrom().failure(failure);
                })
                .subscribeAsCompletionStage();
        time.runTasks();
        assertThat(FailureAssertions.failure(call).attempts()).isOne();
        assertThat(callListener.throttles()).isEqualTo(1);
        assertThat(rateLimiter.remainingPause()).isEqualTo(Duration.ofSeconds(pause));
    }

    @Test
    void stopsRetryingWithoutBudgetAndEarnsItBackSlowly() {
        int sent = 0;
        for (int i = 0; i < 1_000; i++) {
            fails(RetryClass.TRANSIENT, null, 4);
            CompletableFuture<String> call = call();
            finish();
            FailureAssertions.failure(call);
            sent += callProgress.requestsSent();
            failures.clear();
        }
        assertThat(sent).isEqualTo(1_010);
        for (int i = 0; i < 10; i++) {
            assertThat(call()).isCompletedWithValue("fine");
        }
        fails(RetryClass.TRANSIENT, null, 1);
        CompletableFuture<String> call = call();
        finish();
        assertThat(call).isCompletedWithValue("fine");
    }

    @Test
    void sendsNothingAfterTheCallerCancelledDuringAWait() {
        fails(RetryClass.TRANSIENT, null, 4);
        CompletableFuture<String> call = call();
        call.cancel(true);
        finish();
        assertThat(callProgress.requestsSent()).isOne();
        assertThat(time.pendingTimers()).isZero();
    }

    @Test
    void endsAtTheTimeoutAndLeavesNoTimer() {
        CallTimeoutEnforcer callTimeouts = new CallTimeoutEnforcer(time, time);
        CompletableFuture<String> call = callTimeouts
                .withTimeout(
                        Duration.ofSeconds(5),
                        Uni.createFrom().<String>nothing(),
                        () -> failureAfter(7),
                        () -> failureAfter(0))
                .subscribeAsCompletionStage();
        time.advance(Duration.ofMillis(4_999));
        assertThat(call).isNotDone();
        time.advance(Duration.ofMillis(1));
        assertThat(FailureAssertions.failure(call).attempts()).isEqualTo(7);
        assertThat(time.pendingTimers()).isZero();
        CompletableFuture<String> quick = callTimeouts
                .withTimeout(
                        Duration.ofSeconds(5),
                        Uni.createFrom().item("fine"),
                        () -> failureAfter(7),
                        () -> failureAfter(0))
                .subscribeAsCompletionStage();
        time.runTasks();
        assertThat(quick).isCompletedWithValue("fine");
        assertThat(time.pendingTimers()).isZero();
    }
}
