package dev.seatport.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * Amount of money in one currency. Exact: no operation rounds. Equal amounts are equal, also if they were written with different
 * numbers of zeros.
 *
 * @param amount the amount, with at least the currency's number of decimal places
 * @param currency a currency with a number of decimal places
 */
public record Money(BigDecimal amount, Currency currency) {
    public Money {
        int places = currency.getDefaultFractionDigits();
        if (places < 0) {
            throw new IllegalArgumentException(currency.getCurrencyCode() + " is not a currency of payments");
        }
        amount = amount.setScale(Math.max(places, amount.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY);
    }

    /** Returns the amount of {@code count} units. */
    public Money times(long count) {
        return new Money(amount.multiply(BigDecimal.valueOf(count)), currency);
    }

    /**
     * Returns the sum.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts in " + currency + " and " + other.currency + " have no sum");
        }
        return new Money(amount.add(other.amount), currency);
    }

    /** Returns amount and currency code, such as {@code 171.00 EUR}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
