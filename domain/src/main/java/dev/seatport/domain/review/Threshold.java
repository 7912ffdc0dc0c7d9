package dev.seatport.domain.review;

import java.math.BigDecimal;

/**
 * Threshold from which an amount is a finding: the amount must reach the percentage <em>and</em> the floor. The percentage
 * suppresses small differences of large customers, the floor those of small customers.
 *
 * @param percent the percentage of the whole, 0 or more
 * @param floor the number of seats or licenses, 0 or more
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

    /** Returns a threshold with a whole percentage. */
    public static Threshold of(long percent, long floor) {
        return new Threshold(BigDecimal.valueOf(percent), floor);
    }

    /** Returns whether {@code amount} reaches the floor and the percentage of {@code whole}. An amount of 0 or less never does. */
    public boolean reachedBy(long amount, long whole) {
        return reachesFloor(amount)
                && BigDecimal.valueOf(amount).multiply(HUNDRED).compareTo(percent.multiply(BigDecimal.valueOf(whole)))
                        >= 0;
    }

    /** Returns whether {@code amount} reaches the floor, for an unknown whole. An amount of 0 or less never does. */
    public boolean reachesFloor(long amount) {
        return amount > 0 && amount >= floor;
    }
}
