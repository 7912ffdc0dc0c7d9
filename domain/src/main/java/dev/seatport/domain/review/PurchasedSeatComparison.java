package dev.seatport.domain.review;

import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Comparison of the purchased seats of a product with the assigned seats. Both counts are the seat vendor's. Its documents
 * define an assigned seat in two ways: as a person with a license, and as each license of a person. It is unknown which one the
 * vendor counts, so reviews compare the counts unchanged.
 */
public sealed interface PurchasedSeatComparison {
    Product product();

    Quantity purchased();

    Quantity assigned();

    /** Returns the result in a few words, such as {@code short by 6}. */
    String text();

    /** Compares two counts of one product; {@link NotComparable} if either is unreported. */
    static PurchasedSeatComparison compare(Product product, Quantity purchased, Quantity assigned) {
        if (!(purchased instanceof Quantity.Reported purchasedCount)) {
            return new NotComparable(product, purchased, assigned, reason("purchased seats", purchased), null);
        }
        if (!(assigned instanceof Quantity.Reported assignedCount)) {
            return new NotComparable(product, purchased, assigned, reason("assigned seats", assigned), null);
        }
        if (!(purchasedCount.minus(assignedCount) instanceof Quantity.Reported difference)
                || difference.value() == Long.MIN_VALUE) {
            return new NotComparable(product, purchased, assigned, "the difference does not fit 64 bits", null);
        }
        long surplus = difference.value();
        if (surplus == 0) {
            return new Covered(product, purchased, assigned);
        }
        return surplus < 0
                ? new PurchasedSeatShortfall(product, purchased, assigned, -surplus)
                : new PurchasedSeatSurplus(product, purchased, assigned, surplus);
    }

    private static String reason(String what, Quantity count) {
        return count.note().map(note -> what + ": " + note).orElse(what + " are not reported");
    }

    /** Returns {@link NotComparable} for a product of which a dataset could not be read. */
    static PurchasedSeatComparison failed(
            Product product, Quantity purchased, Quantity assigned, Dataset dataset, FailureKind kind) {
        return new NotComparable(product, purchased, assigned, dataset.label() + " could not be read", kind);
    }

    /** As many purchased seats as assigned seats. */
    record Covered(Product product, Quantity purchased, Quantity assigned) implements PurchasedSeatComparison {
        @Override
        public String text() {
            return "covered";
        }
    }

    /**
     * Fewer purchased seats than assigned seats.
     *
     * @param by the number of missing seats, above 0
     */
    record PurchasedSeatShortfall(Product product, Quantity purchased, Quantity assigned, long by)
            implements PurchasedSeatComparison {
        @Override
        public String text() {
            return "short by " + by;
        }
    }

    /**
     * More purchased seats than assigned seats.
     *
     * @param by the number of surplus seats, above 0
     */
    record PurchasedSeatSurplus(Product product, Quantity purchased, Quantity assigned, long by)
            implements PurchasedSeatComparison {
        @Override
        public String text() {
            return "over by " + by;
        }
    }

    /**
     * Not comparable: a count is unreported, the difference does not fit 64 bits, or a dataset could not be read.
     *
     * @param reason the reason, in a few words
     * @param failure the kind of failure if a dataset could not be read; otherwise {@code null}
     */
    record NotComparable(
            Product product,
            Quantity purchased,
            Quantity assigned,
            String reason,
            @Nullable FailureKind failure) implements PurchasedSeatComparison {
        @Override
        public String text() {
            return "not comparable: " + reason;
        }
    }
}
