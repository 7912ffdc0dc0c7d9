package dev.seatport.reports.format;

import dev.seatport.reports.output.Palette;
import java.util.Objects;

/**
 * Options of the text of a review. They change its layout and never its numbers.
 *
 * @param palette the colours of a table
 * @param terminal whether the output is a terminal
 * @param width the greatest width of a line of a table, in terminal columns
 * @param allCustomers whether a table lists every customer; otherwise only a summary and the worst problems
 * @param order the order of the customers in a table
 * @param limit the greatest number of customers in a table, and of lines for one kind of finding; {@link #UNBOUNDED} for all
 * @param rows what the rows of CSV and NDJSON are
 */
public record ReviewOutputOptions(
        Palette palette,
        boolean terminal,
        int width,
        boolean allCustomers,
        CustomerOrder order,
        int limit,
        ReviewRows rows) {
    /** The width of lines that never break, and the limit of lists that are never cut. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    /** Order of the customers in a table. Equal customers are in the order of their names, then in that of the vendor. */
    public enum CustomerOrder {
        /** The worst finding first; of equal severity, the largest difference first. */
        SEVERITY,
        /** By name, in alphabetical order. */
        NAME,
        /** The largest difference of one product or SKU first. Differences are never added up. */
        DIFFERENCE,
        /**
         * By currency code, and in a currency the largest monthly amount of the findings first. A customer with several currencies
         * is in the first of them. Amounts of two currencies are never added up. Customers without an amount come last.
         */
        MONEY,
        /** The order in which the vendor lists the customers. */
        LISTING
    }

    /** Checks the width and the limit, which are positive. */
    public ReviewOutputOptions {
        Objects.requireNonNull(palette, "palette");
        Objects.requireNonNull(order, "order");
        if (limit <= 0) {
            throw new IllegalArgumentException("the limit of a list must be positive, but is " + limit);
        }
        Objects.requireNonNull(rows, "rows");
        if (width <= 0) {
            throw new IllegalArgumentException("the width of a line must be positive, but is " + width);
        }
    }

    /** Returns options for a file or a pipe: no colours, lines of any width, every customer. */
    public static ReviewOutputOptions plain() {
        return builder().build();
    }

    /** Returns a builder with the values of {@link #plain()}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds options. Confined to one thread. */
    public static final class Builder {
        private Palette palette = Palette.PLAIN;
        private boolean terminal;
        private int width = UNBOUNDED;
        private boolean allCustomers = true;
        private CustomerOrder order = CustomerOrder.LISTING;
        private int limit = UNBOUNDED;
        private ReviewRows rows = ReviewRows.FINDINGS;

        private Builder() {}

        /** Sets the colours of a table. */
        public Builder palette(Palette value) {
            palette = value;
            return this;
        }

        /** Sets whether the output is a terminal. */
        public Builder terminal(boolean value) {
            terminal = value;
            return this;
        }

        /** Sets the greatest width of a line of a table, in terminal columns; at least 1. */
        public Builder width(int value) {
            width = value;
            return this;
        }

        /** Sets whether a table lists every customer. */
        public Builder allCustomers(boolean value) {
            allCustomers = value;
            return this;
        }

        /** Sets the order of the customers in a table. */
        public Builder order(CustomerOrder value) {
            order = value;
            return this;
        }

        /** Sets the greatest number of customers in a table, and of lines for one kind of finding; at least 1. */
        public Builder limit(int value) {
            limit = value;
            return this;
        }

        /** Sets what the rows of CSV and NDJSON are. */
        public Builder rows(ReviewRows value) {
            rows = value;
            return this;
        }

        /** Returns the options. */
        public ReviewOutputOptions build() {
            return new ReviewOutputOptions(palette, terminal, width, allCustomers, order, limit, rows);
        }
    }
}
