package dev.seatport.domain.money;

/**
 * Monthly price of the seats or licenses of a finding.
 *
 * @param money the amount per month
 * @param meaning whether these seats or licenses are unused or missing
 * @param upTo whether the count of the finding is the greatest possible one, so that the amount is, too
 */
public record MonthlyAmount(Money money, Meaning meaning, boolean upTo) {

    /** What an amount stands for. Amounts of different meanings have no sum. */
    public enum Meaning {
        /** Purchased and not used. */
        UNUSED,
        /** Used and not purchased. */
        MISSING
    }

    /** Returns one phrase, such as {@code unused: up to 171.00 EUR a month}. */
    @Override
    public String toString() {
        return (meaning == Meaning.UNUSED ? "unused: " : "missing: ") + (upTo ? "up to " : "") + money + " a month";
    }
}
