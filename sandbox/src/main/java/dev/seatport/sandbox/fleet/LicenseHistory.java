package dev.seatport.sandbox.fleet;

import java.util.SplittableRandom;

/**
 * Units of one row of C3's report, from the last day of a calendar backwards. A row with one to four unassigned units keeps such a number:
 * the customer buys or returns units otherwise. Any other row shows a trait, so its unassigned units do not change. Not thread-safe.
 */
final class LicenseHistory {
    private static final int MIN_UNASSIGNED = 1;
    private static final int MAX_UNASSIGNED = 4;

    private final SimulatedLicense last;
    private final boolean isFirst;
    private final boolean isHealthy;
    private final SplittableRandom random;
    /** Add-ons change independent of the users. */
    private final UserCountHistory assignments;

    private long consumedChange;
    private long activeChange;

    /**
     * Creates a history at its last day.
     *
     * @param isFirst whether each user who joins or leaves changes the row
     */
    LicenseHistory(SimulatedLicense last, boolean isFirst, SplittableRandom random) {
        this.last = last;
        this.isFirst = isFirst;
        this.random = random;
        Long available = last.available();
        this.isHealthy = available != null && available >= MIN_UNASSIGNED && available <= MAX_UNASSIGNED;
        this.assignments = new UserCountHistory(
                random.split(), CustomerHistory.value(last.active()) - CustomerHistory.value(available));
    }

    /** Undoes a day. {@code userChange} is the number of users on that day minus those on the last day. */
    void undoDay(long userChange) {
        if (isFirst) {
            consumedChange = userChange;
        } else if (isHealthy && Sku.isAddOn(last.skuId())) {
            assignments.undoDay();
            // At least one unit of this partner stays assigned. Other partners' units do not change.
            long own = CustomerHistory.value(last.active()) - CustomerHistory.value(last.available());
            consumedChange = Math.max(1 - own, assignments.change());
        }
        if (!isHealthy) {
            activeChange = consumedChange;
            return;
        }
        long unassigned = CustomerHistory.value(last.available()) + activeChange - consumedChange;
        int next = random.nextInt(MIN_UNASSIGNED, MAX_UNASSIGNED + 1);
        if (unassigned < MIN_UNASSIGNED || unassigned > MAX_UNASSIGNED) {
            activeChange += next - unassigned;
        }
    }

    SimulatedLicense current() {
        return new SimulatedLicense(
                last.skuId(),
                last.productName(),
                CustomerHistory.plus(last.active(), activeChange),
                CustomerHistory.plus(last.consumed(), consumedChange),
                CustomerHistory.plus(last.available(), activeChange - consumedChange),
                CustomerHistory.plus(last.total(), activeChange),
                last.subscriptionNames());
    }
}
