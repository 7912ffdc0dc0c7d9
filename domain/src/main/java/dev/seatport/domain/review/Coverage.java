package dev.seatport.domain.review;

import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The seats that were bought of a product, set against the people who need it. Purchased and assigned are the seat
 * vendor's own counts. Its documents do not agree on what an assigned seat is (a person with a license, or each license
 * of a person), so the numbers are compared as they were reported.
 */
public sealed interface Coverage {
    Product product();

    Quantity purchased();

    Quantity assigned();

    /** Says in a few words what the comparison came to. */
    String text();

    /** Compares two counts of one product; not comparable if either is unreported. */
    static Coverage compare(Product product, Quantity purchased, Quantity assigned) {
        if (!(purchased instanceof Quantity.Reported bought)) {
            return new NotComparable(product, purchased, assigned, reason("purchased seats", purchased), null);
        }
        if (!(assigned instanceof Quantity.Reported used)) {
            return new NotComparable(product, purchased, assigned, reason("assigned seats", assigned), null);
        }
        if (!(bought.minus(used) instanceof Quantity.Reported difference) || difference.value() == Long.MIN_VALUE) {
            return new NotComparable(product, purchased, assigned, "the difference does not fit 64 bits", null);
        }
        long left = difference.value();
        if (left == 0) {
            return new Covered(product, purchased, assigned);
        }
        return left < 0
                ? new Shortfall(product, purchased, assigned, -left)
                : new Surplus(product, purchased, assigned, left);
    }

    private static String reason(String what, Quantity count) {
        return count.note().map(note -> what + ": " + note).orElse(what + " are not reported");
    }

    /** A comparison that a source's failure made impossible. */
    static Coverage failed(Product product, Quantity purchased, Quantity assigned, Dataset dataset, FailureKind kind) {
        return new NotComparable(product, purchased, assigned, dataset.label() + " could not be read", kind);
    }

    /** As many seats as people. */
    record Covered(Product product, Quantity purchased, Quantity assigned) implements Coverage {
        @Override
        public String text() {
            return "covered";
        }
    }

    /**
     * Fewer seats than people.
     *
     * @param by how many are missing, more than 0
     */
    record Shortfall(Product product, Quantity purchased, Quantity assigned, long by) implements Coverage {
        @Override
        public String text() {
            return "short by " + by;
        }
    }

    /**
     * More seats than people.
     *
     * @param by how many are too many, more than 0
     */
    record Surplus(Product product, Quantity purchased, Quantity assigned, long by) implements Coverage {
        @Override
        public String text() {
            return "over by " + by;
        }
    }

    /**
     * Nobody can tell.
     *
     * @param reason why, in a few words
     * @param failure how a source failed, if one did; {@code null} if a vendor answered and reported no number
     */
    record NotComparable(
            Product product,
            Quantity purchased,
            Quantity assigned,
            String reason,
            @Nullable FailureKind failure) implements Coverage {
        @Override
        public String text() {
            return "not comparable: " + reason;
        }
    }
}
