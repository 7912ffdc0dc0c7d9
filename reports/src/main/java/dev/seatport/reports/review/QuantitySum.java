package dev.seatport.reports.review;

import java.math.BigInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sum of reported counts.
 *
 * @param sum {@code null} if it does not fit 64 bits
 * @param reported number of counts in the sum; without any, the sum is unknown
 * @param unreported number of counts that the vendor did not report
 * @param note why there is no sum; {@code null} if there is one
 */
public record QuantitySum(
        @Nullable Long sum,
        long reported,
        long unreported,
        @Nullable String note) {
    private static final String TOO_LARGE = "the sum does not fit 64 bits";

    /** Returns the sum of counts; {@code null} is an unreported count. */
    public static QuantitySum of(Stream<@Nullable Long> counts) {
        Accumulator sum = new Accumulator();
        counts.forEach(sum::add);
        return sum.sum();
    }

    /** Adds counts without overflow. Confined to one thread. */
    public static final class Accumulator {
        private BigInteger sum = BigInteger.ZERO;
        private long reported;
        private long unreported;

        /** Creates an empty sum. */
        public Accumulator() {}

        /** Adds a count; {@code null} is an unreported count. */
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

    /** Returns whether there is a number. */
    public boolean known() {
        return sum != null && reported > 0;
    }

    /** Returns whether there is a number and no count is unreported. */
    public boolean exact() {
        return known() && unreported == 0;
    }

    /** Returns the number; 0 if there is none. */
    public long value() {
        return sum == null ? 0 : sum;
    }

    /** Returns the difference of two sums, limited to the range of a long. */
    public long minus(QuantitySum other) {
        BigInteger difference = BigInteger.valueOf(value()).subtract(BigInteger.valueOf(other.value()));
        return difference.bitLength() < Long.SIZE
                ? difference.longValue()
                : difference.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
