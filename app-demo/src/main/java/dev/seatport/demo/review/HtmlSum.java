package dev.seatport.demo.review;

import dev.seatport.demo.review.Certificate.Sum;
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
        long sum = 0;
        long reported = 0;
        for (T row : rows) {
            Long one = count.apply(row);
            if (one != null) {
                sum = Math.addExact(sum, one);
                reported++;
            }
        }
        return new HtmlSum(sum, reported, rows.size() - reported);
    }

    /** A sum of the certificate. */
    static HtmlSum of(Sum sum) {
        return new HtmlSum(sum.sum(), sum.reported(), sum.unreported());
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
