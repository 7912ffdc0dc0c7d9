package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SustainableRateEstimatorTest {
    private static final Offset<Double> EXACT = within(0.01);
    private static final long MILLI = 1_000_000L;
    /** The end of a slice, so that each second consists of whole slices. */
    private static final long BEGIN = -5_000 * MILLI - 1;

    private final SustainableRateEstimator estimator = new SustainableRateEstimator(BEGIN);
    private long now = BEGIN;

    private void accept(int requests, long millis) {
        for (int i = 0; i < requests; i++) {
            now += millis * MILLI / requests;
            estimator.onAccepted(now);
        }
    }

    private double cut(double sendRate, double acceptingSeconds) {
        return estimator.onRefused(now, sendRate, acceptingSeconds);
    }

    @Nested
    class TheFirstRefusal {
        @Test
        void startsASearchAtAQuarterOfTheLastSecond() {
            accept(300, 1_000);
            accept(100, 1_000);
            assertThat(cut(1_000, 2)).isCloseTo(25, EXACT);
        }

        @Test
        void startsASearchAtFifteenWhereFewRequestsWereAccepted() {
            accept(40, 1_000);
            assertThat(cut(1_000, 1)).isEqualTo(15);
        }
    }

    @Nested
    class TheEndOfASearch {
        @Test
        void isSlightlyLessThanTheRateOfTheLastHalfSecond() {
            cut(1_000, 0);
            accept(50, 500);
            accept(100, 500);
            assertThat(cut(300, 1)).isCloseTo(0.9 * 200, EXACT);
        }

        @Test
        void isNeverMoreThanTheSendRate() {
            cut(1_000, 0);
            accept(50, 500);
            accept(100, 500);
            assertThat(cut(160, 1)).isEqualTo(160);
        }

        @Test
        void usesTwoSecondsWhereFewerThanTwentyWereAcceptedInOne() {
            assertThat(afterAPauseAnd(20)).isCloseTo(20, EXACT);
        }

        @Test
        void countsTheRefusedRequestWhereItUsesTwoSeconds() {
            assertThat(afterAPauseAnd(19)).isCloseTo((1 + 19) / 2.0, EXACT);
        }

        private double afterAPauseAnd(int requests) {
            cut(1_000, 0);
            now += 3_000 * MILLI;
            accept(requests, 0);
            now += 700 * MILLI;
            return cut(40, 3);
        }
    }

    @Nested
    class AVendorThatContinuesToRefuse {
        private double cutAfterRefusalsFor(long millis) {
            accept(100, 1_000);
            cut(1_000, 1);
            now += millis * MILLI;
            estimator.onStillRefused(now);
            accept(80, 800);
            return cut(100, 0.8);
        }

        @Test
        void for1200MillisIsEstimatedFromTheLastSecond() {
            assertThat(cutAfterRefusalsFor(1_200)).isCloseTo(90, EXACT);
        }

        @Test
        void forLongerIsEstimatedFromTheTimeSinceTheLastCut() {
            assertThat(cutAfterRefusalsFor(1_201)).isCloseTo(0.97 * (1 + 80) / 2.001, EXACT);
        }
    }

    /** The vendor refuses everything from a cut until its window ends. */
    @Nested
    class AWindowOfAMinute {
        private boolean usedUpAndAcceptedAgain(int requests, long usedMillis, long closedMillis) {
            accept(requests, usedMillis);
            cut(1_000, 1);
            now += closedMillis * MILLI;
            estimator.onStillRefused(now);
            return estimator.onAcceptedAgain(now);
        }

        @Test
        void allowsTheRequestsAcceptedInOneCycle() {
            usedUpAndAcceptedAgain(60, 1_000, 17_000);
            assertThat(usedUpAndAcceptedAgain(60, 2_000, 58_000)).isTrue();
            assertThat(estimator.rate()).isCloseTo(1, EXACT);
            assertThat(estimator.windowSeconds()).isCloseTo(60, EXACT);
        }

        @Test
        void beginsBetweenTheLastRefusalAndTheEndOfThePause() {
            accept(60, 1_000);
            cut(1_000, 1);
            now += 55_000 * MILLI;
            estimator.onStillRefused(now);
            now += 8_000 * MILLI;
            assertThat(estimator.onAcceptedAgain(now)).isTrue();
            assertThat(estimator.rate()).isCloseTo(1, EXACT);
        }

        @Test
        void isNotDetectedAfterFifteenSecondsOfRefusals() {
            assertThat(usedUpAndAcceptedAgain(60, 1_000, 15_000)).isFalse();
            assertThat(usedUpAndAcceptedAgain(60, 1_000, 15_001)).isTrue();
        }

        @Test
        void isNotDetectedWhereFewRequestsWereAccepted() {
            assertThat(usedUpAndAcceptedAgain(9, 1_000, 50_000)).isFalse();
            assertThat(usedUpAndAcceptedAgain(10, 1_000, 50_000)).isTrue();
        }

        @Test
        void isNotDetectedIfRefusalsAreAShortPartOfTheTime() {
            assertThat(usedUpAndAcceptedAgain(60, 200_000, 20_000)).isFalse();
            assertThat(usedUpAndAcceptedAgain(60, 180_000, 20_000)).isTrue();
        }

        @Test
        void isNotLearntFromOneOutage() {
            usedUpAndAcceptedAgain(60, 1_000, 59_999);
            assertThat(estimator.windowSeconds()).isZero();
            usedUpAndAcceptedAgain(60, 1_000, 20_000);
            assertThat(estimator.windowSeconds()).isCloseTo(21, EXACT);
        }

        @Test
        void isLearntFromOneMinuteOfRefusals() {
            usedUpAndAcceptedAgain(60, 1_000, 60_000);
            assertThat(estimator.windowSeconds()).isCloseTo(61, EXACT);
        }
    }

    @Nested
    class ALaterRefusal {
        /** A rate of 101, after two cuts. */
        private void settled() {
            cut(1_000, 0);
            accept(100, 1_000);
            assertThat(cut(200, 1)).isCloseTo(101, EXACT);
            assertThat(estimator.cuts()).isEqualTo(2);
        }

        @Test
        void reducesTheSendRateSlightlyIfTheVendorAcceptedForLong() {
            settled();
            accept(80, 3_000);
            assertThat(cut(100, 2.5)).isCloseTo(97, EXACT);
        }

        @Test
        void thatComesEarlyLeavesTheAcceptedRate() {
            settled();
            accept(60, 1_000);
            assertThat(cut(100, 2.49)).isCloseTo(61, EXACT);
        }

        @Test
        void thatComesEarlyTwiceInARowReducesTheSendRateByAStep() {
            settled();
            accept(60, 1_000);
            cut(100, 1);
            accept(30, 1_000);
            assertThat(cut(60, 1)).isCloseTo(0.92 * 60, EXACT);
        }

        @Test
        void thatComesEarlyCountsAsTheFirstAfterALateOne() {
            settled();
            accept(60, 1_000);
            cut(100, 1);
            cut(60, 3);
            accept(40, 1_000);
            assertThat(cut(60, 1)).isCloseTo(41, EXACT);
        }

        @Test
        void removesAtMostHalf() {
            settled();
            now += 1_000 * MILLI;
            assertThat(cut(100, 1)).isCloseTo(101 / 2.0, EXACT);
        }
    }
}
