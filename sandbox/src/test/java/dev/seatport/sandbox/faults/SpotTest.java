package dev.seatport.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpotTest {
    @Test
    void isAPlaceBeforeTheLastByte() {
        assertThat(Spot.start().offset(100, 50)).isZero();
        assertThat(Spot.at(60).offset(100, 50)).isEqualTo(60);
        assertThat(Spot.inHead().offset(100, 50)).isEqualTo(50);
        assertThat(Spot.body(0).offset(100, 50)).isEqualTo(100);
        assertThat(Spot.body(10).offset(100, 50)).isEqualTo(110);
        assertThat(Spot.inBody().offset(100, 50)).isEqualTo(125);
        assertThat(Spot.at(150).offset(100, 50)).isEqualTo(149);
        assertThat(Spot.body(Integer.MAX_VALUE).offset(100, 50)).isEqualTo(149);
        assertThat(Spot.body(0).offset(100, 0)).isEqualTo(99);
        assertThat(Spot.inBody().offset(0, 0)).isZero();
    }
}
