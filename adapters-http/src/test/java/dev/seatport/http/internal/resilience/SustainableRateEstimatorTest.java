package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SustainableRateEstimatorTest {
    private static final Offset<Double> EXACT = within(0.01);
    private static final long MILLI = 1_000_000L;
    /** The end of a slice, so that each second is made of whole ones. */
    private static final long BEGIN = -5_000 * MILLI - 1;

    private final SustainableRateEstimator rate = new SustainableRateEstimator(BEGIN);
    private long now = BEGIN;

    private void took(int requests, long millis) {
        for (int i = 0; i < requests; i++) {
            now += millis * MILLI / requests;
            rate.accepted(now);
        }
    }

    private double cut(double asked, double open) {
        return rate.cut(now, asked, open);
    }

    @Nested
    class TheFirstRefusal {
        @Test
        void beginsASearchAtAQuarterOfWhatTheLastSecondTook() {
            took(300, 1_000);
            took(100, 1_000);
            assertThat(cut(1_000, 2)).isCloseTo(25, EXACT);
        }

        @Test
        void beginsItAtAGuessWhereLittleWasTaken() {
            took(40, 1_000);
            assertThat(cut(1_000, 1)).isEqualTo(15);
        }
    }

    @Nested
    class TheEndOfASearch {
        @Test
        void isALittleLessThanItsLastHalfSecondTook() {
            cut(1_000, 0);
            took(50, 500);
            took(100, 500);
            assertThat(cut(300, 1)).isCloseTo(0.9 * 200, EXACT);
        }

        @Test
        void isNeverMoreThanWasAskedFor() {
            cut(1_000, 0);
            took(50, 500);
            took(100, 500);
            assertThat(cut(160, 1)).isEqualTo(160);
        }

        @Test
        void looksAtTwoSecondsWhereFewerThanTwentyWereTakenInOne() {
            assertThat(afterALullAndThen(20)).isCloseTo(20, EXACT);
        }

        @Test
        void countsTheRefusedOneWhereItLooksAtTwoSeconds() {
            assertThat(afterALullAndThen(19)).isCloseTo((1 + 19) / 2.0, EXACT);
        }

        private double afterALullAndThen(int requests) {
            cut(1_000, 0);
            now += 3_000 * MILLI;
            took(requests, 0);
            now += 700 * MILLI;
            return cut(40, 3);
        }
    }

    @Nested
    class AVendorThatGoesOnRefusing {
        private double cutAfterRefusalsFor(long millis) {
            took(100, 1_000);
            cut(1_000, 1);
            now += millis * MILLI;
            rate.stillRefused(now);
            took(80, 800);
            return cut(100, 0.8);
        }

        @Test
        void forASecondAndAFifthIsJudgedByItsLastSecond() {
            assertThat(cutAfterRefusalsFor(1_200)).isCloseTo(90, EXACT);
        }

        @Test
        void forLongerIsJudgedByTheWholeTimeSinceTheLastCut() {
            assertThat(cutAfterRefusalsFor(1_201)).isCloseTo(0.97 * (1 + 80) / 2.001, EXACT);
        }
    }

    /** Refused all the time from the cut until it opens again. */
    @Nested
    class AWindowOfAMinute {
        private boolean usedUpAndOpened(int requests, long usedMillis, long closedMillis) {
            took(requests, usedMillis);
            cut(1_000, 1);
            now += closedMillis * MILLI;
            rate.stillRefused(now);
            return rate.opened(now);
        }

        @Test
        void allowsWhatWasTakenFromOneOpeningToTheNext() {
            usedUpAndOpened(60, 1_000, 17_000);
            assertThat(usedUpAndOpened(60, 2_000, 58_000)).isTrue();
            assertThat(rate.held()).isCloseTo(1, EXACT);
            assertThat(rate.window()).isCloseTo(60, EXACT);
        }

        @Test
        void beganBetweenTheLastRefusalAndTheEndOfTheWaitAfterIt() {
            took(60, 1_000);
            cut(1_000, 1);
            now += 55_000 * MILLI;
            rate.stillRefused(now);
            now += 8_000 * MILLI;
            assertThat(rate.opened(now)).isTrue();
            assertThat(rate.held()).isCloseTo(1, EXACT);
        }

        @Test
        void isNotSeenInAClosureOfFifteenSeconds() {
            assertThat(usedUpAndOpened(60, 1_000, 15_000)).isFalse();
            assertThat(usedUpAndOpened(60, 1_000, 15_001)).isTrue();
        }

        @Test
        void isNotSeenWhereLittleWasTaken() {
            assertThat(usedUpAndOpened(9, 1_000, 50_000)).isFalse();
            assertThat(usedUpAndOpened(10, 1_000, 50_000)).isTrue();
        }

        @Test
        void isNotSeenInAClosureThatIsAShortPartOfTheTime() {
            assertThat(usedUpAndOpened(60, 200_000, 20_000)).isFalse();
            assertThat(usedUpAndOpened(60, 180_000, 20_000)).isTrue();
        }

        @Test
        void isNotLearntFromOneClosureThatMayBeAnOutage() {
            usedUpAndOpened(60, 1_000, 59_999);
            assertThat(rate.window()).isZero();
            usedUpAndOpened(60, 1_000, 20_000);
            assertThat(rate.window()).isCloseTo(21, EXACT);
        }

        @Test
        void isLearntFromOneClosureOfAMinute() {
            usedUpAndOpened(60, 1_000, 60_000);
            assertThat(rate.window()).isCloseTo(61, EXACT);
        }
    }

    @Nested
    class ALaterRefusal {
        /** A rate of 101, after two cuts. */
        private void settled() {
            cut(1_000, 0);
            took(100, 1_000);
            assertThat(cut(200, 1)).isCloseTo(101, EXACT);
            assertThat(rate.cuts()).isEqualTo(2);
        }

        @Test
        void takesLittleFromWhatWasAskedForIfTheVendorWasOpenForLong() {
            settled();
            took(80, 3_000);
            assertThat(cut(100, 2.5)).isCloseTo(97, EXACT);
        }

        @Test
        void thatComesSoonLeavesWhatWasTaken() {
            settled();
            took(60, 1_000);
            assertThat(cut(100, 2.49)).isCloseTo(61, EXACT);
        }

        @Test
        void thatComesSoonTwiceInARowTakesAStep() {
            settled();
            took(60, 1_000);
            cut(100, 1);
            took(30, 1_000);
            assertThat(cut(60, 1)).isCloseTo(0.92 * 60, EXACT);
        }

        @Test
        void thatComesSoonIsTheFirstAgainAfterOneThatDidNot() {
            settled();
            took(60, 1_000);
            cut(100, 1);
            cut(60, 3);
            took(40, 1_000);
            assertThat(cut(60, 1)).isCloseTo(41, EXACT);
        }

        @Test
        void takesNoMoreThanHalf() {
            settled();
            now += 1_000 * MILLI;
            assertThat(cut(100, 1)).isCloseTo(101 / 2.0, EXACT);
        }
    }
}
