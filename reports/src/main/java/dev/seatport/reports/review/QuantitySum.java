package dev.seatport.reports.review;

import java.math.BigInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sum of counts, and how many counts are in it.
 *
 * @param sum {@code null} if it does not fit 64 bits
 * @param reported how many counts are in it; a sum of none is no sum
 * @param unreported how many counts are not in it, because they were not reported
 * @param note why there is no sum; {@code null} if there is one
 */
public record QuantitySum(
        @Nullable Long sum,
        long reported,
        long unreported,
        @Nullable String note) {
    private static final String TOO_LARGE = "the sum does not fit 64 bits";

    /** The sum of counts; {@code null} is a count that was not reported. */
    public static QuantitySum of(Stream<@Nullable Long> counts) {
        Accumulator sum = new Accumulator();
        counts.forEach(sum::add);
        return sum.sum();
    }

    /** Adds up counts. It cannot overflow: a sum that does not fit is reported as such at the end. */
    public static final class Accumulator {
        private BigInteger sum = BigInteger.ZERO;
        private long reported;
        private long unreported;

        /** A sum of nothing. */
        public Accumulator() {}

        /** Adds a count; {@code null} is a count that was not reported. */
        public Accumulator add(@Nullable Long count) {
            if (count == null) {
                unreported++;
            } else {
                sum = sum.add(BigInteger.valueOf(count));
                reported++;
            }
            return this;
        }

        /** Returns the sum so far. */
        public QuantitySum sum() {
            return sum.bitLength() < Long.SIZE
                    ? new QuantitySum(sum.longValue(), reported, unreported, null)
                    : new QuantitySum(null, reported, unreported, TOO_LARGE);
        }
    }

    /** Whether there is a number. */
    public boolean known() {
        return sum != null && reported > 0;
    }

    /** Whether the number is all that there is, if nothing else is missing. */
    public boolean exact() {
        return known() && unreported == 0;
    }

    /** The number; 0 if there is none. */
    public long value() {
        return sum == null ? 0 : sum;
    }

    /** How much more it is than another; as much as a long holds if it is more than that. */
    public long beyond(QuantitySum other) {
        BigInteger difference = BigInteger.valueOf(value()).subtract(BigInteger.valueOf(other.value()));
        return difference.bitLength() < Long.SIZE
                ? difference.longValue()
                : difference.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
