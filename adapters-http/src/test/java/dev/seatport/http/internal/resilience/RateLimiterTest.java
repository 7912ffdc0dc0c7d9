package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.http.support.ManualScheduler;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualScheduler time = new ManualScheduler();
    private final RateLimiter limiter =
            new RateLimiter(time, time, new AdaptiveRateControl(Double.POSITIVE_INFINITY, time.nanoTime()));
    private final RateLimiter slow = new RateLimiter(time, time, new AdaptiveRateControl(2, time.nanoTime()));
    private final List<String> granted = new ArrayList<>();

    private Cancellable acquire(RateLimiter limiter, String name) {
        Cancellable subscription = limiter.acquire().subscribe().with(at -> granted.add(name));
        time.runTasks();
        return subscription;
    }

    @Test
    void grantsAllRequestsAtOnceUntilTheVendorRefuses() {
        acquire(limiter, "a");
        acquire(limiter, "b");
        assertThat(granted).containsExactly("a", "b");
        assertThat(limiter.remainingPause()).isZero();
    }

    @Test
    void pausesAllRequestsForTheRetryAfterAndResumesInOrder() {
        limiter.onRefused(time.nanoTime(), SECOND, true);
        acquire(limiter, "a");
        acquire(limiter, "b");
        time.advance(Duration.ofMillis(999));
        assertThat(granted).isEmpty();
        assertThat(limiter.remainingPause()).isEqualTo(Duration.ofMillis(1));
        time.advance(Duration.ofMillis(1));
        assertThat(granted).containsExactly("a");
        time.advance(Duration.ofSeconds(3));
        assertThat(granted).containsExactly("a", "b");
        assertThat(time.pendingTimers()).isZero();
    }

    @Test
    void pausesForTheLongestWaitThatTheVendorRequested() {
        limiter.onRefused(time.nanoTime(), SECOND, true);
        acquire(limiter, "a");
        limiter.onRefused(time.nanoTime() - 1, Duration.ofSeconds(3), true);
        limiter.onRefused(time.nanoTime() - 1, Duration.ofMillis(10), true);
        time.advance(Duration.ofMillis(2999));
        assertThat(granted).isEmpty();
        time.advance(Duration.ofMillis(1));
        assertThat(granted).containsExactly("a");
    }

    @Test
    void doesNotExtendAPauseForTheRestOfABurstWithoutRetryAfter() {
        limiter.onRefused(time.nanoTime(), SECOND, false);
        limiter.onRefused(time.nanoTime() - 1, Duration.ofSeconds(3), false);
        assertThat(limiter.remainingPause()).isEqualTo(SECOND);
    }

    @Test
    void grantsRequestsAtTheRate() {
        for (String name : List.of("a", "b", "c")) {
            acquire(slow, name);
        }
        assertThat(granted).containsExactly("a");
        time.advance(Duration.ofMillis(500));
        assertThat(granted).containsExactly("a", "b");
        time.advance(Duration.ofMillis(500));
        assertThat(granted).containsExactly("a", "b", "c");
    }

    @Test
    void grantsThePermitOfACancelledWaiterToTheNext() {
        acquire(slow, "a");
        for (int i = 0; i < 1_000; i++) {
            acquire(slow, "gone").cancel();
            time.runTasks();
        }
        assertThat(time.pendingTimers()).isZero();
        acquire(slow, "b");
        time.advance(Duration.ofMillis(500));
        assertThat(granted).containsExactly("a", "b");
    }

    @Test
    void usesOneTimerForAllWaiters() {
        limiter.onRefused(time.nanoTime(), SECOND, true);
        acquire(limiter, "a");
        acquire(limiter, "b");
        acquire(limiter, "c");
        assertThat(time.pendingTimers()).isOne();
    }

    @Test
    void countsRefusalsUntilTheVendorAcceptsARequest() {
        limiter.onRefused(time.nanoTime(), Duration.ZERO, false);
        limiter.onRefused(time.nanoTime(), Duration.ZERO, false);
        assertThat(limiter.consecutiveRefusals(time.nanoTime())).isEqualTo(2);
        assertThat(limiter.consecutiveRefusals(time.nanoTime() - 1))
                .as("sent before")
                .isZero();
        assertThat(limiter.acceptedAgainCount()).isZero();
        limiter.onAccepted(time.nanoTime());
        assertThat(limiter.consecutiveRefusals(time.nanoTime())).isZero();
        assertThat(limiter.acceptedAgainCount()).isOne();
    }

    @Nested
    class TryAcquire {
        @Test
        void grantsAtOnceWhileNoWaitIsNeeded() {
            assertThat(limiter.tryAcquire()).hasValue(time.nanoTime());
            assertThat(limiter.tryAcquire()).hasValue(time.nanoTime());
        }

        @Test
        void grantsNothingBeforeTheRetryAfterOfTheVendorEnds() {
            limiter.onRefused(time.nanoTime(), SECOND, true);
            assertThat(limiter.tryAcquire()).isEmpty();
            time.advance(SECOND.minusNanos(1));
            assertThat(limiter.tryAcquire()).isEmpty();
            time.advance(Duration.ofNanos(1));
            assertThat(limiter.tryAcquire()).hasValue(time.nanoTime());
        }

        @Test
        void grantsAtOnceLongAfterARefusal() {
            limiter.onRefused(time.nanoTime(), SECOND, true);
            time.advance(Duration.ofMinutes(1));
            assertThat(limiter.tryAcquire()).hasValue(time.nanoTime());
            time.advance(SECOND);
            acquire(limiter, "a");
            assertThat(granted).containsExactly("a");
        }

        @Test
        void countsTowardsTheRateLikeAnyOtherRequest() {
            assertThat(slow.tryAcquire()).isPresent();
            assertThat(slow.tryAcquire()).isEmpty();
            acquire(slow, "a");
            assertThat(granted).isEmpty();
            time.advance(Duration.ofMillis(500));
            assertThat(granted).containsExactly("a");
            assertThat(slow.tryAcquire()).isEmpty();
            time.advance(Duration.ofMillis(500));
            assertThat(slow.tryAcquire()).isPresent();
        }

        @Test
        void doesNotOvertakeWaiters() {
            acquire(slow, "a");
            acquire(slow, "b");
            assertThat(slow.tryAcquire()).isEmpty();
            time.advance(Duration.ofMillis(500));
            assertThat(granted).containsExactly("a", "b");
        }
    }
}
