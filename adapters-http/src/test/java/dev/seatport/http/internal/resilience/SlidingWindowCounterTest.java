package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlidingWindowCounterTest {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    private static final long BEGIN = -5 * SECOND;

    private final SlidingWindowCounter counter = new SlidingWindowCounter(BEGIN);

    @Test
    void countsRequestsToATwentiethOfASecond() {
        counter.count(BEGIN);
        assertThat(counter.countWithin(1, BEGIN + 950 * MILLI)).isOne();
        assertThat(counter.countWithin(1, BEGIN + 1_000 * MILLI)).isZero();
        assertThat(counter.countWithin(SlidingWindowCounter.WINDOW_SECONDS, BEGIN + 9_950 * MILLI))
                .isOne();
    }

    @Test
    void countsBySendTimeInAnyOrder() {
        counter.count(BEGIN + 9 * SECOND);
        counter.count(BEGIN + 3 * SECOND);
        assertThat(counter.countWithin(1, BEGIN + 9 * SECOND)).isOne();
        assertThat(counter.countWithin(SlidingWindowCounter.WINDOW_SECONDS, BEGIN + 9 * SECOND))
                .isEqualTo(2);
        assertThat(counter.countWithin(1, BEGIN + 3 * SECOND)).isOne();
    }

    @Test
    void ignoresRequestsOlderThanTheWindow() {
        counter.count(BEGIN + 11 * SECOND);
        counter.count(BEGIN);
        assertThat(counter.countWithin(SlidingWindowCounter.WINDOW_SECONDS, BEGIN + 11 * SECOND))
                .isOne();
    }

    @Test
    void doesNotCountLaterRequests() {
        counter.count(BEGIN);
        assertThat(counter.countWithin(SlidingWindowCounter.WINDOW_SECONDS, BEGIN - 1_050 * MILLI))
                .isZero();
    }

    @Test
    void expiresWhileNothingIsSent() {
        counter.count(BEGIN);
        assertThat(counter.countWithin(1, BEGIN + 11 * SECOND)).isZero();
    }

    @Test
    void countsAfterALongPause() {
        counter.count(BEGIN);
        counter.count(BEGIN + 3_600 * SECOND);
        assertThat(counter.countWithin(SlidingWindowCounter.WINDOW_SECONDS, BEGIN + 3_600 * SECOND))
                .isOne();
    }

    @Test
    void computesTheRateOverTheTimeSinceTheStart() {
        for (int i = 0; i < 10; i++) {
            counter.count(BEGIN + 100 * MILLI);
        }
        assertThat(counter.ratePerSecond(2, 0, BEGIN + 500 * MILLI)).isEqualTo(20);
        assertThat(counter.ratePerSecond(2, 1, BEGIN + 500 * MILLI)).isEqualTo(22);
        assertThat(counter.ratePerSecond(2, 0, BEGIN + 1_900 * MILLI)).isBetween(5.0, 5.5);
        assertThat(counter.ratePerSecond(2, 1, BEGIN + 5_000 * MILLI)).isEqualTo(0.5);
    }

    @Test
    void computesTheRateOverAtLeastATenthOfASecond() {
        counter.count(BEGIN);
        assertThat(counter.ratePerSecond(1, 0, BEGIN)).isEqualTo(10);
    }
}
