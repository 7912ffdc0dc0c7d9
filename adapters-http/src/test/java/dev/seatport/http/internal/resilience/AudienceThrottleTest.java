package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.resilience.AttemptException.RetryClass;
import dev.seatport.http.support.ManualScheduler;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AudienceThrottleTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final RetryPolicy POLICY =
            new RetryPolicy(4, Duration.ofMillis(200), SECOND, Duration.ofSeconds(20), Duration.ofMinutes(2));

    private final ManualScheduler time = new ManualScheduler();
    private final AudienceThrottle throttle = new AudienceThrottle(POLICY, new Random(1), time, time);

    private boolean refuse(long sentAt, @Nullable Duration retryAfter) {
        return throttle.onRefused(
                "one",
                new AttemptException(
                        FailureKind.RATE_LIMITED,
                        RetryClass.THROTTLED,
                        "refused",
                        failure -> failure,
                        retryAfter,
                        sentAt));
    }

    private Duration pause() {
        return throttle.remainingPause("one");
    }

    @Test
    void pausesTheAudienceForTheRetryAfter() {
        assertThat(refuse(time.nanoTime(), SECOND)).isTrue();
        assertThat(pause()).isEqualTo(SECOND);
        assertThat(throttle.remainingPause("two")).isZero();
        assertThat(throttle.remainingPause(null)).isZero();
        time.advance(SECOND);
        assertThat(pause()).isZero();
    }

    @Test
    void keepsALongerPause() {
        refuse(time.nanoTime(), Duration.ofSeconds(5));
        refuse(time.nanoTime(), SECOND);
        assertThat(pause()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void pausesLongerAfterEachRefusalInARow() {
        Duration sum = Duration.ZERO;
        for (int refusals = 0; refusals < 20; refusals++) {
            refuse(time.nanoTime(), null);
            assertThat(pause()).isBetween(Duration.ofMillis(500), POLICY.maxBackoff());
            sum = sum.plus(pause());
            time.advance(pause());
        }
        assertThat(sum).isGreaterThan(Duration.ofMinutes(1));
    }

    @Test
    void countsTheRefusalsOfABurstOnce() {
        long sentAt = time.nanoTime();
        time.advance(SECOND);
        refuse(sentAt, null);
        Duration first = pause();
        refuse(sentAt, null);
        assertThat(pause()).isEqualTo(first);
    }

    @Test
    void pausesAfterARetryAfterOfZero() {
        refuse(time.nanoTime(), Duration.ZERO);
        assertThat(pause()).isBetween(Duration.ofMillis(500), SECOND);
    }

    @Test
    void keepsThePauseOfABurstWhoseRetryAfterIsZero() {
        long sentAt = time.nanoTime();
        time.advance(SECOND);
        refuse(sentAt, Duration.ZERO);
        time.advance(pause());
        refuse(sentAt, Duration.ZERO);
        assertThat(pause()).isZero();
    }

    /** Two calls with slow responses would repeat each other's request without a pause. */
    @Test
    void pausesAgainAlthoughARefusalOfTheBurstCameLate() {
        long sentAt = time.nanoTime();
        time.advance(SECOND);
        refuse(sentAt, null);
        time.advance(pause());
        long sentAgainAt = time.nanoTime();
        time.advance(SECOND);
        refuse(sentAt, null);
        refuse(sentAgainAt, null);
        assertThat(pause()).isPositive();
    }

    @Test
    void startsOverAfterAnAcceptedRequest() {
        for (int refusals = 0; refusals < 5; refusals++) {
            refuse(time.nanoTime(), null);
            throttle.onAccepted("one", time.nanoTime());
            assertThat(pause())
                    .as("a request of before the pause changes nothing")
                    .isPositive();
            time.advance(pause());
            throttle.onAccepted("one", time.nanoTime());
            refuse(time.nanoTime(), null);
            assertThat(pause()).isLessThanOrEqualTo(SECOND);
            time.advance(pause());
            throttle.onAccepted("one", time.nanoTime());
        }
    }

    @Test
    void doesNotLetACallWaitForAVeryLongRetryAfter() {
        assertThat(refuse(time.nanoTime(), Duration.ofMinutes(3))).isFalse();
        assertThat(pause()).isEqualTo(POLICY.maxBackoff());
    }

    @Test
    void pausesForUpToASecondIfTheLimitIsNearlyUsedUp() {
        throttle.onAnnounced("one", 0.9);
        assertThat(pause()).isBetween(Duration.ofMillis(499), Duration.ofMillis(501));
        throttle.onAnnounced("one", 1.7);
        assertThat(pause()).isEqualTo(SECOND);
        assertThat(throttle.remainingRefusalPause("one")).isZero();
    }

    @Test
    void separatesThePauseAfterARefusal() {
        throttle.onAnnounced("one", 1);
        refuse(time.nanoTime(), Duration.ofMillis(400));
        assertThat(throttle.remainingRefusalPause("one")).isEqualTo(Duration.ofMillis(400));
        assertThat(pause()).isEqualTo(SECOND);
        assertThat(throttle.remainingRefusalPause("two")).isZero();
    }

    @Test
    void forgetsPausesThatEnded() {
        for (int audience = 0; audience < 1_000; audience++) {
            throttle.onAnnounced("audience-" + audience, 1);
        }
        refuse(time.nanoTime(), Duration.ofMinutes(1));
        time.advance(Duration.ofSeconds(2));
        throttle.onAnnounced("another", 1);
        assertThat(pause()).isPositive();
        assertThat(throttle.pauseCount()).isEqualTo(2);
    }
}
