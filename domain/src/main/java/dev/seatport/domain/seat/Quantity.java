package dev.seatport.domain.seat;

import java.util.OptionalLong;

/**
 * A count as a vendor reported it. Absent is not zero: what nobody reported stays {@linkplain #unreported() unreported},
 * and whatever is reckoned with it is unreported too. A count may be negative, as a difference is, or as a vendor's
 * available count when more is assigned than was bought.
 */
public sealed interface Quantity permits Quantity.Reported, Quantity.Unreported {

    /** A count that somebody reported. */
    static Quantity of(long count) {
        return SmallQuantities.of(count);
    }

    /** A count that nobody reported. */
    static Quantity unreported() {
        return Unreported.INSTANCE;
    }

    /**
     * The sum.
     *
     * @return unreported if either side is
     * @throws ArithmeticException if the sum does not fit 64 bits: a wrong sum is worse than none
     */
    Quantity plus(Quantity other);

    /**
     * The difference, which may be negative.
     *
     * @return unreported if either side is
     * @throws ArithmeticException if the difference does not fit 64 bits
     */
    Quantity minus(Quantity other);

    /** The number, if there is one. */
    OptionalLong count();

    /** Whether somebody reported this count. */
    default boolean isReported() {
        return count().isPresent();
    }

    /** A count that somebody reported. */
    record Reported(long value) implements Quantity {
        @Override
        public Quantity plus(Quantity other) {
            return other instanceof Reported reported ? of(Math.addExact(value, reported.value)) : other;
        }

        @Override
        public Quantity minus(Quantity other) {
            return other instanceof Reported reported ? of(Math.subtractExact(value, reported.value)) : other;
        }

        @Override
        public OptionalLong count() {
            return OptionalLong.of(value);
        }

        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /** A count that nobody reported; there is one instance. */
    enum Unreported implements Quantity {
        INSTANCE;

        @Override
        public Quantity plus(Quantity other) {
            return this;
        }

        @Override
        public Quantity minus(Quantity other) {
            return this;
        }

        @Override
        public OptionalLong count() {
            return OptionalLong.empty();
        }

        @Override
        public String toString() {
            return "unreported";
        }
    }
}
