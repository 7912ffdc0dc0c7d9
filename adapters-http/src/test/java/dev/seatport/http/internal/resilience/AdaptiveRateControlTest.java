package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveRateControlTest {
    private static final long BEGIN = -5_000_000_000L;
    private static final long MILLI = 1_000_000L;

    private long now = BEGIN;
    private final AdaptiveRateControl rate = new AdaptiveRateControl(Double.POSITIVE_INFINITY, BEGIN);

    private double afterSeconds(double seconds) {
        return rate.currentRate(now + Math.round(seconds * 1e9));
    }

    /** One second with 100 accepted requests, then a refusal. */
    private void refusedAtAHundred() {
        for (int i = 0; i < 100; i++) {
            now += 10 * MILLI;
            rate.onAccepted(now);
        }
        rate.onRefused(now, now);
    }

    /** The first refusal starts a search, the second one ends it. */
    private void settledAtAHundred() {
        refusedAtAHundred();
        refusedAtAHundred();
    }

    private void acceptedAgain() {
        rate.onAccepted(now);
    }

    @Test
    void isUnlimitedUntilTheFirstRefusal() {
        assertThat(rate.currentRate(now)).isInfinite();
        for (int i = 0; i < 1_000; i++) {
            assertThat(rate.delayUntilNext(now)).isZero();
            rate.onSent(now);
        }
    }

    @Test
    void startsAtAQuarterOfTheAcceptedRateAndDoublesTwiceASecond() {
        refusedAtAHundred();
        acceptedAgain();
        assertThat(afterSeconds(0)).isCloseTo(25, within(1.0));
        assertThat(afterSeconds(1)).isCloseTo(100, within(4.0));
        assertThat(afterSeconds(3)).isCloseTo(1600, within(64.0));
    }

    /** One second with 100 accepted requests, then an announcement. */
    private void announcedAtAHundred(double usedFraction) {
        for (int i = 0; i < 100; i++) {
            now += 10 * MILLI;
            rate.onAccepted(now);
        }
        rate.onAnnounced(usedFraction, now);
    }

    @ParameterizedTest
    @CsvSource({"0.8,100", "0.9,75", "1,50", "1.8,50"})
    void dropsBelowTheRecentRateIfTheLimitIsNearlyUsedUp(double usedFraction, double allowed) {
        announcedAtAHundred(usedFraction);
        assertThat(afterSeconds(0)).isCloseTo(allowed, within(0.05 * allowed));
    }

    @Test
    void dropsFurtherWithEachAnnouncement() {
        announcedAtAHundred(1);
        for (int second = 0; second < 3; second++) {
            for (int i = 0; i < 25; i++) {
                now += 40 * MILLI;
                rate.onAccepted(now);
                rate.onAnnounced(1, now);
            }
        }
        assertThat(afterSeconds(0)).isCloseTo(12.5, within(1.0));
    }

    @Test
    void doublesEachSecondAfterTheLastAnnouncement() {
        announcedAtAHundred(1);
        assertThat(afterSeconds(1)).isCloseTo(100, within(5.0));
        assertThat(afterSeconds(2)).isCloseTo(200, within(10.0));
        assertThat(afterSeconds(31)).isInfinite();
    }

    @Test
    void keepsFiveRequestsPerSecondAfterAnAnnouncement() {
        rate.onAnnounced(1, now);
        assertThat(afterSeconds(0)).isCloseTo(5, within(0.1));
    }

    @Test
    void startsAtFifteenIfNothingWasAcceptedYet() {
        rate.onRefused(now, now);
        acceptedAgain();
        assertThat(afterSeconds(0)).isCloseTo(15, within(0.1));
    }

    @Test
    void dropsToSevenTenthsAndRisesWithinASecond() {
        settledAtAHundred();
        acceptedAgain();
        assertThat(afterSeconds(0)).isCloseTo(67.2, within(0.1));
        assertThat(afterSeconds(0.5)).isBetween(75.0, 90.0);
        assertThat(afterSeconds(1)).isCloseTo(90.2, within(0.1));
    }

    @Test
    void risesAboveTheEstimateSlowlyAndThenFasterWithoutRefusals() {
        settledAtAHundred();
        for (int i = 0; i < 2; i++) {
            now += 5_000 * MILLI;
            refusedAtAHundred();
        }
        acceptedAgain();
        double held = afterSeconds(21);
        assertThat(afterSeconds(11)).isBetween(held * 0.99, held);
        assertThat(afterSeconds(31)).isBetween(held, held * 1.01);
        assertThat(afterSeconds(41)).isCloseTo(held * 1.06, within(0.1));
        assertThat(afterSeconds(221)).isGreaterThan(held * 10);
    }

    @Test
    void probesTenTimesASecondWhileTheVendorRefusesAndKeepsTheEstimate() {
        settledAtAHundred();
        for (int i = 0; i < 20; i++) {
            now += 100 * MILLI;
            assertThat(rate.currentRate(now)).isEqualTo(10);
            rate.onRefused(now, now);
        }
        assertThat(rate.consecutiveRefusals(now)).isEqualTo(21);
        acceptedAgain();
        assertThat(rate.consecutiveRefusals(now)).isZero();
        assertThat(afterSeconds(1)).isCloseTo(90.2, within(0.1));
    }

    @Test
    void measuresHowLongTheVendorRefusesEverything() {
        assertThat(rate.refusalDuration(now)).isZero();
        refusedAtAHundred();
        long refusedSince = now;
        now += 3_000 * MILLI;
        rate.onRefused(now, now);
        assertThat(rate.refusalDuration(refusedSince - MILLI)).isZero();
        assertThat(rate.refusalDuration(now + 500 * MILLI)).isEqualTo(Duration.ofMillis(3_500));
        acceptedAgain();
        assertThat(rate.refusalDuration(now)).isZero();
    }

    @Test
    void learnsWindowsOfAMinuteAfterTwoOfThem() {
        for (int i = 0; i < 2; i++) {
            refusedAtAHundred();
            now += 59_000 * MILLI;
            rate.onRefused(now, now);
            acceptedAgain();
        }
        assertThat(afterSeconds(1)).isCloseTo(0.94 * 100 / 60, within(0.05));
        assertThat(afterSeconds(61)).isCloseTo(100 / 60.0, within(0.05));
    }

    @Test
    void countsHowOftenTheVendorAcceptedAgain() {
        acceptedAgain();
        assertThat(rate.acceptedAgainCount()).isZero();
        for (int i = 1; i <= 3; i++) {
            now += 10 * MILLI;
            rate.onRefused(now, now + 5 * MILLI);
            rate.onAccepted(now);
            assertThat(rate.acceptedAgainCount())
                    .as("a request that was sent before")
                    .isEqualTo(i - 1);
            now += 5 * MILLI;
            acceptedAgain();
            acceptedAgain();
            assertThat(rate.acceptedAgainCount()).isEqualTo(i);
        }
    }

    @Test
    void usesTheTimeSinceTheLastCutAfterLongRefusals() {
        refusedAtAHundred();
        for (int i = 0; i < 9; i++) {
            now += 1_000 * MILLI;
            rate.onRefused(now, now);
        }
        refusedAtAHundred();
        acceptedAgain();
        assertThat(afterSeconds(0)).isCloseTo(0.7 * 10, within(0.5));
    }

    @Test
    void losesAtMostHalfToOneRefusal() {
        settledAtAHundred();
        rate.onAccepted(now += 60_000 * MILLI);
        rate.onRefused(now, now);
        acceptedAgain();
        assertThat(afterSeconds(1)).isGreaterThan(45);
    }

    @Test
    void losesLittleToARefusalLongAfterTheVendorAcceptedAgain() {
        settledAtAHundred();
        acceptedAgain();
        double before = afterSeconds(1);
        now += 4_000 * MILLI;
        rate.onRefused(now, now);
        acceptedAgain();
        assertThat(afterSeconds(1)).isCloseTo(0.97 * before, within(0.1));
    }

    @Test
    void usesTheAcceptedRateAfterARefusalShortlyAfterTheVendorAcceptedAgain() {
        settledAtAHundred();
        acceptedAgain();
        double before = afterSeconds(1);
        now += 2_000 * MILLI;
        rate.onRefused(now, now);
        acceptedAgain();
        assertThat(afterSeconds(1)).isCloseTo(0.5 * before, within(0.1));
    }

    @Test
    void keepsTheNextSendTimeAfterALateRefusal() {
        long sentAt = now;
        rate.onRefused(sentAt, now + 50 * MILLI);
        now += 50 * MILLI;
        rate.onSent(now);
        rate.onRefused(sentAt, now);
        assertThat(rate.delayUntilNext(now)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void countsRefusalsOfOneBurstOnce() {
        settledAtAHundred();
        acceptedAgain();
        double first = afterSeconds(0);
        for (int i = 1; i <= 50; i++) {
            rate.onRefused(now - 10 * MILLI, now);
        }
        assertThat(rate.currentRate(now)).isEqualTo(first);
        assertThat(rate.consecutiveRefusals(now - 10 * MILLI)).isZero();
        rate.onRefused(now, now);
        acceptedAgain();
        assertThat(rate.currentRate(now)).isLessThan(first);
    }

    @Test
    void neverFallsBelowOneRequestInTwoSeconds() {
        for (int i = 0; i < 100; i++) {
            now += 10_000 * MILLI;
            rate.onAccepted(now);
            rate.onRefused(now, now);
        }
        assertThat(rate.currentRate(now)).isEqualTo(0.5);
        rate.onSent(now);
        assertThat(rate.delayUntilNext(now)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void neverRisesAboveItsMaximum() {
        AdaptiveRateControl capped = new AdaptiveRateControl(10, BEGIN);
        assertThat(capped.currentRate(now)).isEqualTo(10);
        capped.onSent(now);
        assertThat(capped.delayUntilNext(now)).isEqualTo(Duration.ofMillis(100));
        for (int i = 0; i < 1_000; i++) {
            capped.onAccepted(now += MILLI);
        }
        capped.onRefused(now, now);
        capped.onAccepted(now);
        assertThat(capped.currentRate(now + 3_600_000 * MILLI)).isEqualTo(10);
    }

    @Test
    void catchesUpForLateTimersAndNotForUnusedSlots() {
        AdaptiveRateControl capped = new AdaptiveRateControl(100, BEGIN);
        now += 3_600_000 * MILLI;
        int burst = 0;
        while (capped.delayUntilNext(now).isZero()) {
            capped.onSent(now);
            burst++;
        }
        assertThat(burst).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void rejectsAMaximumThatIsNotPositive(double maxRate) {
        assertThatThrownBy(() -> new AdaptiveRateControl(maxRate, BEGIN)).isInstanceOf(IllegalArgumentException.class);
    }
}
