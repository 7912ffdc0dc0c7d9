package dev.seatport.domain.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {

    @ParameterizedTest(name = "{0} of {1} reaches {2} % and {3}: {4}")
    @CsvSource({
        "10, 100, 10, 5, true",
        "9, 100, 10, 5, false",
        "5, 50, 10, 5, true",
        "4, 10, 10, 5, false",
        "5, 51, 10, 5, false",
        "6, 51, 10, 5, true",
        "1, 1000, 0.1, 0, true",
        "1, 1001, 0.1, 0, false",
        "1, 0, 10, 1, true",
        "0, 100, 0, 0, false",
        "-5, 100, 0, 0, false",
        "9223372036854775807, 9223372036854775807, 100, 1, true",
    })
    void isReachedByThePercentageAndTheFloor(long amount, long whole, BigDecimal percent, long floor, boolean reached) {
        assertThat(new Threshold(percent, floor).reachedBy(amount, whole)).isEqualTo(reached);
    }

    @ParameterizedTest(name = "{0} reaches the floor of {1}: {2}")
    @CsvSource({"5, 5, true", "4, 5, false", "1, 0, true", "0, 0, false", "-1, 0, false"})
    void hasAFloorForAnUnknownWhole(long amount, long floor, boolean reached) {
        assertThat(Threshold.of(50, floor).reachesFloor(amount)).isEqualTo(reached);
    }

    @Test
    void onceReachedStaysReachedByMore() {
        RandomGenerator random = new Random(17);
        for (int i = 0; i < 500; i++) {
            Threshold threshold = Threshold.of(random.nextInt(120), random.nextInt(20));
            long whole = random.nextInt(300);
            long amount = random.nextInt(300);
            if (threshold.reachedBy(amount, whole)) {
                assertThat(threshold.reachedBy(amount + 1 + random.nextInt(50), whole))
                        .isTrue();
                assertThat(threshold.reachesFloor(amount)).isTrue();
            }
        }
    }

    @Test
    void isNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> Threshold.of(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Threshold.of(0, -1));
    }
}
