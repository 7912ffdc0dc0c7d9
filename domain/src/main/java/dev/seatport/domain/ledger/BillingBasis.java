package dev.seatport.domain.ledger;

/** Rule that makes one quantity of the values of a month. */
public enum BillingBasis {
    /** The value at the last instant of the month. */
    AT_CLOSE("at-close"),
    /** The highest value in force in the month. */
    PEAK("peak"),
    /** The sum of the last value of each day, divided by the number of days, rounded half up to 2 decimals. */
    DAY_WEIGHTED("day-weighted");

    private final String label;

    BillingBasis(String label) {
        this.label = label;
    }

    /** Returns the name in reports and options. */
    public String label() {
        return label;
    }
}
