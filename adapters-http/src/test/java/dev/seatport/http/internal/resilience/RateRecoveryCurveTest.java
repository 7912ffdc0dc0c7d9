package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateRecoveryCurveTest {
    @Test
    void doublesTwiceASecondWhileItSearches() {
        RateRecoveryCurve search = RateRecoveryCurve.search(25);
        assertThat(search.rate(0)).isEqualTo(25);
        assertThat(search.rate(0.5)).isEqualTo(50);
        assertThat(search.rate(2)).isEqualTo(400);
    }

    @Test
    void isBackAtWhatHeldAfterFourSecondsWhileFewCutsAreKnown() {
        assertThat(RateRecoveryCurve.backTo(100, 3, 0).rate(4)).isEqualTo(100);
    }

    @Test
    void takesItsTimeOnceThereWereMoreCutsThanThree() {
        RateRecoveryCurve rateRecoveryCurve = RateRecoveryCurve.backTo(100, 4, 0);
        assertThat(rateRecoveryCurve.rate(4)).isLessThan(97);
        assertThat(rateRecoveryCurve.rate(21)).isEqualTo(100);
    }

    @Test
    void isNotBackAtWhatHeldBeforeAWindowOfTheVendorEnds() {
        assertThat(RateRecoveryCurve.backTo(100, 1, 60).rate(40)).isLessThan(99.9);
        assertThat(RateRecoveryCurve.backTo(100, 1, 60).rate(61)).isEqualTo(100);
        assertThat(RateRecoveryCurve.backTo(100, 4, 19).rate(21)).isEqualTo(100);
    }

    @Test
    void hasNoJumpWhereItsFirstSecondEnds() {
        RateRecoveryCurve rateRecoveryCurve = RateRecoveryCurve.backTo(100, 1, 0);
        assertThat(rateRecoveryCurve.rate(0)).isCloseTo(70, within(0.01));
        assertThat(rateRecoveryCurve.rate(0.5)).isCloseTo(82, within(0.01));
        assertThat(rateRecoveryCurve.rate(0.9999)).isCloseTo(94, within(0.01));
        assertThat(rateRecoveryCurve.rate(1)).isCloseTo(94, within(0.01));
    }
}
