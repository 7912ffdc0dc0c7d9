package dev.seatport.http.internal.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveRateTest {
    private static final long BEGIN = -5_000_000_000L;
    private static final long MILLI = 1_000_000L;

    private long now = BEGIN;
    private final AdaptiveRate rate = new AdaptiveRate(Double.POSITIVE_INFINITY, BEGIN);

    private double afterSeconds(double seconds) {
        return rate.rate(now + Math.round(seconds * 1e9));
    }

    /** Half a minute in which a vendor takes a hundred requests a second, then a refusal. */
    private void refusedAtAHundred() {
        for (int i = 0; i < 3_000; i++) {
            now += 10 * MILLI;
            rate.accepted(now);
        }
        rate.refused(now, now, now);
    }

    @Test
    void isUnlimitedUntilTheFirstRefusal() {
        assertThat(rate.rate(now)).isInfinite();
        for (int i = 0; i < 1_000; i++) {
            assertThat(rate.next(now)).isZero();
            rate.sent(now);
        }
    }

    @Test
    void fallsToSevenTenthsOfWhatWasTakenAndIsBackJustBelowItWithinASecond() {
        refusedAtAHundred();
        assertThat(afterSeconds(0)).isCloseTo(70, within(1.0));
        assertThat(afterSeconds(0.5)).isBetween(75.0, 90.0);
        assertThat(afterSeconds(1)).isCloseTo(97, within(2.5)).isLessThan(100);
    }

    @Test
    void goesBeyondWhatHeldOnlySlowlyAndEverFasterTheLongerNothingIsRefused() {
        for (int i = 0; i < 4; i++) {
            refusedAtAHundred();
        }
        double held = afterSeconds(11);
        assertThat(held).isCloseTo(95, within(2.0));
        assertThat(afterSeconds(6)).isBetween(held * 0.99, held);
        assertThat(afterSeconds(16)).isBetween(held, held * 1.01);
        assertThat(afterSeconds(21)).isCloseTo(held * 1.03, within(0.1));
        assertThat(afterSeconds(111)).isGreaterThan(held * 10);
    }

    @Test
    void doublesEverySecondAfterTheFirstRefusalBecauseThatOneSaysLittle() {
        rate.accepted(now += 100 * MILLI);
        rate.refused(now, now, now);
        assertThat(afterSeconds(1)).isCloseTo(29.1, within(0.1));
        assertThat(afterSeconds(2)).isCloseTo(58.2, within(0.1));
        assertThat(afterSeconds(5)).isCloseTo(465.6, within(1.0));
    }

    @Test
    void doesNotCountTheTimeInWhichNothingMayBeSent() {
        refusedAtAHundred();
        long until = now + 60_000 * MILLI;
        rate.refused(now - MILLI, now, until);
        assertThat(rate.rate(until)).isCloseTo(70, within(1.0));
        rate.refused(until, until, until);
        assertThat(rate.rate(until)).isGreaterThan(45);
    }

    @Test
    void takesRefusalsOfOneBurstForOne() {
        refusedAtAHundred();
        double first = afterSeconds(0);
        for (int i = 1; i <= 50; i++) {
            rate.refused(now - 10 * MILLI, now + i * MILLI, now + i * MILLI);
        }
        assertThat(rate.rate(now)).isEqualTo(first);
        rate.refused(now + 60 * MILLI, now + 60 * MILLI, now + 60 * MILLI);
        assertThat(rate.rate(now + 60 * MILLI)).isLessThan(first);
    }

    @Test
    void neverFallsBelowOneRequestInTwoSeconds() {
        for (int i = 0; i < 100; i++) {
            now += 100 * MILLI;
            rate.refused(now, now, now);
        }
        assertThat(rate.rate(now)).isEqualTo(0.5);
        rate.sent(now);
        assertThat(rate.next(now)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void neverRisesAboveItsCeiling() {
        AdaptiveRate capped = new AdaptiveRate(10, BEGIN);
        assertThat(capped.rate(now)).isEqualTo(10);
        capped.sent(now);
        assertThat(capped.next(now)).isEqualTo(Duration.ofMillis(100));
        for (int i = 0; i < 1_000; i++) {
            capped.accepted(now += MILLI);
        }
        capped.refused(now, now, now);
        assertThat(capped.rate(now + 3_600_000 * MILLI)).isEqualTo(10);
    }

    @Test
    void makesGoodALittleOfWhatTimersLoseAndNothingOfWhatWasNotUsed() {
        AdaptiveRate capped = new AdaptiveRate(100, BEGIN);
        now += 3_600_000 * MILLI;
        int burst = 0;
        while (capped.next(now).isZero()) {
            capped.sent(now);
            burst++;
        }
        assertThat(burst).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void isMoreThanNothing(double ceiling) {
        assertThatThrownBy(() -> new AdaptiveRate(ceiling, BEGIN)).isInstanceOf(IllegalArgumentException.class);
    }
}
