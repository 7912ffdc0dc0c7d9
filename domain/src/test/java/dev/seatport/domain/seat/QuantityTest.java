package dev.seatport.domain.seat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuantityTest {
    private static final Quantity ABSENT = Quantity.unreported();

    /** Returns pairs of possible counts, unreported ones included. */
    static Stream<Arguments> pairs() {
        RandomGenerator random = new Random(4711);
        return Stream.generate(() -> Arguments.of(any(random), any(random))).limit(200);
    }

    static Stream<Arguments> triples() {
        RandomGenerator random = new Random(815);
        return Stream.generate(() -> Arguments.of(any(random), any(random), any(random)))
                .limit(200);
    }

    private static Quantity any(RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0 -> Quantity.unreported();
            case 1 -> Quantity.of(0);
            case 2 -> Quantity.of(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L));
            default -> Quantity.of(random.nextInt(-500, 500));
        };
    }

    @Nested
    class Plus {
        @ParameterizedTest
        @MethodSource("dev.seatport.domain.seat.QuantityTest#pairs")
        void isCommutative(Quantity one, Quantity other) {
            assertThat(one.plus(other)).isEqualTo(other.plus(one));
        }

        @ParameterizedTest
        @MethodSource("dev.seatport.domain.seat.QuantityTest#triples")
        void isAssociative(Quantity one, Quantity other, Quantity third) {
            assertThat(one.plus(other).plus(third)).isEqualTo(one.plus(other.plus(third)));
        }

        @ParameterizedTest
        @MethodSource("dev.seatport.domain.seat.QuantityTest#pairs")
        void isReportedOnlyIfBothSidesAre(Quantity one, Quantity other) {
            assertThat(one.plus(other).isReported()).isEqualTo(one.isReported() && other.isReported());
        }

        @Test
        void distinguishesUnreportedFromZero() {
            assertThat(Quantity.of(5).plus(Quantity.of(0))).isEqualTo(Quantity.of(5));
            assertThat(Quantity.of(5).plus(ABSENT)).isEqualTo(ABSENT);
        }

        @Test
        void isUnreportedWithAReasonIfItDoesNotFit() {
            for (long[] pair : new long[][] {
                {Long.MAX_VALUE, 1},
                {1, Long.MAX_VALUE},
                {Long.MAX_VALUE, Long.MAX_VALUE},
                {Long.MIN_VALUE, -1},
                {Long.MIN_VALUE, Long.MIN_VALUE}
            }) {
                assertThat(Quantity.of(pair[0]).plus(Quantity.of(pair[1])).count())
                        .isEmpty();
                assertThat(Quantity.of(pair[0]).plus(Quantity.of(pair[1])).note())
                        .hasValue("does not fit 64 bits");
            }
            assertThat(Quantity.of(Long.MAX_VALUE).plus(Quantity.of(Long.MIN_VALUE)))
                    .isEqualTo(Quantity.of(-1));
        }
    }

    @Nested
    class Minus {
        @ParameterizedTest
        @MethodSource("dev.seatport.domain.seat.QuantityTest#pairs")
        void undoesPlus(Quantity one, Quantity other) {
            Quantity expected = other.isReported() ? one : ABSENT;

            assertThat(one.plus(other).minus(other)).isEqualTo(expected);
        }

        @ParameterizedTest
        @MethodSource("dev.seatport.domain.seat.QuantityTest#pairs")
        void isReportedOnlyIfBothSidesAre(Quantity one, Quantity other) {
            assertThat(one.minus(other).isReported()).isEqualTo(one.isReported() && other.isReported());
        }

        @Test
        void mayBeNegative() {
            assertThat(Quantity.of(25).minus(Quantity.of(31))).isEqualTo(Quantity.of(-6));
        }

        @Test
        void isUnreportedWithAReasonIfItDoesNotFit() {
            for (long[] pair : new long[][] {
                {Long.MIN_VALUE, 1}, {0, Long.MIN_VALUE}, {Long.MAX_VALUE, -1}, {Long.MAX_VALUE, Long.MIN_VALUE}
            }) {
                assertThat(Quantity.of(pair[0]).minus(Quantity.of(pair[1])).count())
                        .isEmpty();
                assertThat(Quantity.of(pair[0]).minus(Quantity.of(pair[1])).note())
                        .hasValue("does not fit 64 bits");
            }
            assertThat(Quantity.of(-1).minus(Quantity.of(Long.MIN_VALUE))).isEqualTo(Quantity.of(Long.MAX_VALUE));
        }
    }

    @Nested
    class Unlimited {
        @Test
        void isUnreportedWithANote() {
            assertThat(Quantity.unlimited().count()).isEmpty();
            assertThat(Quantity.unlimited().isReported()).isFalse();
            assertThat(Quantity.unlimited().note()).hasValue("unlimited");
            assertThat(Quantity.unlimited()).isNotEqualTo(ABSENT).hasToString("unreported (unlimited)");
        }

        @Test
        void makesEverySumAndDifferenceUnlimited() {
            for (Quantity other : List.of(Quantity.of(5), ABSENT, Quantity.unlimited())) {
                assertThat(other.plus(Quantity.unlimited())).isEqualTo(Quantity.unlimited());
                assertThat(Quantity.unlimited().plus(other)).isEqualTo(Quantity.unlimited());
                assertThat(other.minus(Quantity.unlimited())).isEqualTo(Quantity.unlimited());
                assertThat(Quantity.unlimited().minus(other)).isEqualTo(Quantity.unlimited());
            }
        }
    }

    @Nested
    class ItsCount {
        @Test
        void isPresentIfReported() {
            assertThat(Quantity.of(0).count()).hasValue(0);
            assertThat(Quantity.of(0).isReported()).isTrue();
        }

        @Test
        void isEmptyIfUnreported() {
            assertThat(ABSENT.count()).isEmpty();
            assertThat(ABSENT.isReported()).isFalse();
            assertThat(ABSENT.note()).isEmpty();
            assertThat(Quantity.of(0).note()).isEmpty();
        }

        @Test
        void unreportedIsNotZero() {
            assertThat(ABSENT).isNotEqualTo(Quantity.of(0));
        }

        @Test
        void isPrintedAsANumberOrAsUnreported() {
            assertThat(List.of(Quantity.of(-3), ABSENT))
                    .extracting(Object::toString)
                    .containsExactly("-3", "unreported");
        }
    }
}
