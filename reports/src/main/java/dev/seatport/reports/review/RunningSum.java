package dev.seatport.reports.review;

import dev.seatport.reports.review.Certificate.Sum;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A sum that knows what it lacks. It cannot overflow: what does not fit is reported as such at the end. */
final class RunningSum {
    private static final String TOO_LARGE = "the sum does not fit 64 bits";

    private BigInteger sum = BigInteger.ZERO;
    private long reported;
    private long unreported;

    RunningSum add(@Nullable Long count) {
        if (count == null) {
            unreported++;
        } else {
            sum = sum.add(BigInteger.valueOf(count));
            reported++;
        }
        return this;
    }

    Sum sum() {
        return sum.bitLength() < Long.SIZE
                ? new Sum(sum.longValue(), reported, unreported, null)
                : new Sum(null, reported, unreported, TOO_LARGE);
    }
}
