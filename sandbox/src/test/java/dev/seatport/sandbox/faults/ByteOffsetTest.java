package dev.seatport.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteOffsetTest {
    @Test
    void isNeverAfterTheLastByte() {
        assertThat(ByteOffset.start().offset(100, 50)).isZero();
        assertThat(ByteOffset.at(60).offset(100, 50)).isEqualTo(60);
        assertThat(ByteOffset.inHead().offset(100, 50)).isEqualTo(50);
        assertThat(ByteOffset.body(0).offset(100, 50)).isEqualTo(100);
        assertThat(ByteOffset.body(10).offset(100, 50)).isEqualTo(110);
        assertThat(ByteOffset.inBody().offset(100, 50)).isEqualTo(125);
        assertThat(ByteOffset.at(150).offset(100, 50)).isEqualTo(149);
        assertThat(ByteOffset.body(Integer.MAX_VALUE).offset(100, 50)).isEqualTo(149);
        assertThat(ByteOffset.body(0).offset(100, 0)).isEqualTo(99);
        assertThat(ByteOffset.inBody().offset(0, 0)).isZero();
    }
}
