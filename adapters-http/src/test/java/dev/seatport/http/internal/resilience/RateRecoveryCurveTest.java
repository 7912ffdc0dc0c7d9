package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateRecoveryCurveTest {
    @Test
    void doublesTwiceASecondWhileItSearches() {
        RateRecoveryCurve search = RateRecoveryCurve.search(25);
        assertThat(search.rateAfter(0)).isEqualTo(25);
        assertThat(search.rateAfter(0.5)).isEqualTo(50);
        assertThat(search.rateAfter(2)).isEqualTo(400);
    }

    @Test
    void reachesTheBaseRateAfterFourSecondsWhileFewCutsAreKnown() {
        assertThat(RateRecoveryCurve.recovery(100, 3, 0).rateAfter(4)).isEqualTo(100);
    }

    @Test
    void risesSlowlyAfterMoreThanThreeCuts() {
        RateRecoveryCurve rateRecoveryCurve = RateRecoveryCurve.recovery(100, 4, 0);
        assertThat(rateRecoveryCurve.rateAfter(4)).isLessThan(97);
        assertThat(rateRecoveryCurve.rateAfter(21)).isEqualTo(100);
    }

    @Test
    void reachesTheBaseRateNotBeforeTheWindowOfTheVendorEnds() {
        assertThat(RateRecoveryCurve.recovery(100, 1, 60).rateAfter(40)).isLessThan(99.9);
        assertThat(RateRecoveryCurve.recovery(100, 1, 60).rateAfter(61)).isEqualTo(100);
        assertThat(RateRecoveryCurve.recovery(100, 4, 19).rateAfter(21)).isEqualTo(100);
    }

    @Test
    void hasNoJumpWhereItsFirstSecondEnds() {
        RateRecoveryCurve rateRecoveryCurve = RateRecoveryCurve.recovery(100, 1, 0);
        assertThat(rateRecoveryCurve.rateAfter(0)).isCloseTo(70, within(0.01));
        assertThat(rateRecoveryCurve.rateAfter(0.5)).isCloseTo(82, within(0.01));
        assertThat(rateRecoveryCurve.rateAfter(0.9999)).isCloseTo(94, within(0.01));
        assertThat(rateRecoveryCurve.rateAfter(1)).isCloseTo(94, within(0.01));
    }
}
