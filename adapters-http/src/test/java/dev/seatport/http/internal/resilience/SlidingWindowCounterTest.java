package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlidingWindowCounterTest {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    private static final long BEGIN = -5 * SECOND;

    private final SlidingWindowCounter taken = new SlidingWindowCounter(BEGIN);

    @Test
    void countsWhatWasSentWithinTheTimeToATwentiethOfASecond() {
        taken.count(BEGIN);
        assertThat(taken.within(1, BEGIN + 950 * MILLI)).isOne();
        assertThat(taken.within(1, BEGIN + 1_000 * MILLI)).isZero();
        assertThat(taken.within(SlidingWindowCounter.MEMORY, BEGIN + 9_950 * MILLI))
                .isOne();
    }

    @Test
    void countsByTheTimeOfSendingInWhicheverOrderItIsTold() {
        taken.count(BEGIN + 9 * SECOND);
        taken.count(BEGIN + 3 * SECOND);
        assertThat(taken.within(1, BEGIN + 9 * SECOND)).isOne();
        assertThat(taken.within(SlidingWindowCounter.MEMORY, BEGIN + 9 * SECOND))
                .isEqualTo(2);
        assertThat(taken.within(1, BEGIN + 3 * SECOND)).isOne();
    }

    @Test
    void doesNotTakeForNewWhatIsOlderThanItRemembers() {
        taken.count(BEGIN + 11 * SECOND);
        taken.count(BEGIN);
        assertThat(taken.within(SlidingWindowCounter.MEMORY, BEGIN + 11 * SECOND))
                .isOne();
    }

    @Test
    void doesNotTakeForOldWhatWasSentAfterwards() {
        taken.count(BEGIN);
        assertThat(taken.within(SlidingWindowCounter.MEMORY, BEGIN - 1_050 * MILLI))
                .isZero();
    }

    @Test
    void forgetsWhileNothingIsSent() {
        taken.count(BEGIN);
        assertThat(taken.within(1, BEGIN + 11 * SECOND)).isZero();
    }

    @Test
    void goesOnCountingAfterALongSilence() {
        taken.count(BEGIN);
        taken.count(BEGIN + 3_600 * SECOND);
        assertThat(taken.within(SlidingWindowCounter.MEMORY, BEGIN + 3_600 * SECOND))
                .isOne();
    }

    @Test
    void reckonsARateOverTheTimeSinceItBegan() {
        for (int i = 0; i < 10; i++) {
            taken.count(BEGIN + 100 * MILLI);
        }
        assertThat(taken.perSecond(2, 0, BEGIN + 500 * MILLI)).isEqualTo(20);
        assertThat(taken.perSecond(2, 1, BEGIN + 500 * MILLI)).isEqualTo(22);
        assertThat(taken.perSecond(2, 0, BEGIN + 1_900 * MILLI)).isBetween(5.0, 5.5);
        assertThat(taken.perSecond(2, 1, BEGIN + 5_000 * MILLI)).isEqualTo(0.5);
    }

    @Test
    void takesNoMomentForASecond() {
        taken.count(BEGIN);
        assertThat(taken.perSecond(1, 0, BEGIN)).isEqualTo(10);
    }
}
