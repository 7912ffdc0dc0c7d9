package dev.seatport.reports.review;

import dev.seatport.reports.review.Certificate.Sum;
import java.math.BigInteger;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A sum of counts that knows what it lacks.
 *
 * @param reported how many counts are in it; a sum of none is no sum
 * @param unreported how many are not
 */
record HtmlSum(long sum, long reported, long unreported) {

    static <T> HtmlSum of(Collection<T> rows, Function<T, @Nullable Long> count) {
        RunningSum sum = new RunningSum();
        rows.forEach(row -> sum.add(count.apply(row)));
        return of(sum.sum());
    }

    /** A sum of the certificate. One that does not fit is not reported. */
    static HtmlSum of(Sum sum) {
        return sum.sum() == null
                ? new HtmlSum(0, 0, sum.reported() + sum.unreported())
                : new HtmlSum(sum.sum(), sum.reported(), sum.unreported());
    }

    /** How much more it is than another; as much as a long holds if it is more than that. */
    long beyond(HtmlSum other) {
        BigInteger difference = BigInteger.valueOf(sum).subtract(BigInteger.valueOf(other.sum));
        return difference.bitLength() < Long.SIZE
                ? difference.longValue()
                : difference.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** Whether there is a number. */
    boolean known() {
        return reported > 0;
    }

    /** Whether the number is all that there is, if nothing else is missing. */
    boolean exact() {
        return known() && unreported == 0;
    }

    /** The number of what cannot be negative, marked as the least that it can be if it lacks something. */
    String atLeast(boolean whole) {
        return known() ? (whole && exact() ? "" : "\u2265\u00A0") + HtmlOut.grouped(sum) : absent();
    }

    /** The number of what can be negative, marked as part of the truth if it lacks something. */
    String soFar(boolean whole) {
        return known() ? HtmlOut.grouped(sum) + (whole && exact() ? "" : " known") : absent();
    }

    private String absent() {
        return unreported > 0 ? "not reported" : "none";
    }
}
