package dev.seatport.domain.review;

import java.math.BigDecimal;

/**
 * From when on an amount is worth telling: only when it reaches the percentage <em>and</em> the floor. The percentage
 * keeps big customers quiet, the floor small ones.
 *
 * @param percent of the whole, 0 or more
 * @param floor in seats or licenses, 0 or more
 */
public record Threshold(BigDecimal percent, long floor) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Threshold {
        if (percent.signum() < 0) {
            throw new IllegalArgumentException("a threshold's percentage must not be negative");
        }
        if (floor < 0) {
            throw new IllegalArgumentException("a threshold's floor must not be negative");
        }
    }

    /** A threshold of whole percents. */
    public static Threshold of(long percent, long floor) {
        return new Threshold(BigDecimal.valueOf(percent), floor);
    }

    /** Whether {@code amount}, as a part of {@code whole}, is worth telling. An amount of 0 or less never is. */
    public boolean reachedBy(long amount, long whole) {
        return reachesFloor(amount)
                && BigDecimal.valueOf(amount).multiply(HUNDRED).compareTo(percent.multiply(BigDecimal.valueOf(whole)))
                        >= 0;
    }

    /** Whether {@code amount} is worth telling when nobody knows what it is a part of. */
    public boolean reachesFloor(long amount) {
        return amount > 0 && amount >= floor;
    }
}
