package dev.seatport.domain.seat;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Count as a vendor reported it. Immutable. Absent is not zero: a count that no vendor reported is
 * {@linkplain #unreported() unreported}, and so is every result computed with it. A count may be negative: a difference, or
 * a vendor's available count when more is assigned than was purchased.
 */
public sealed interface Quantity permits Quantity.Reported, Quantity.Unreported {

    /** Returns a count that a vendor reported. */
    static Quantity of(long count) {
        return QuantityCache.of(count);
    }

    /** Returns the count that no vendor reported. */
    static Quantity unreported() {
        return Unreported.ABSENT;
    }

    /** Returns the count that a vendor reported as unlimited. It has no number, so nothing can be compared with it. */
    static Quantity unlimited() {
        return Unreported.UNLIMITED;
    }

    /**
     * Adds a count.
     *
     * @return unreported if either count is, or if the sum does not fit 64 bits
     */
    Quantity plus(Quantity other);

    /**
     * Subtracts a count. The difference may be negative.
     *
     * @return unreported if either count is, or if the difference does not fit 64 bits
     */
    Quantity minus(Quantity other);

    /**
     * Returns the number.
     *
     * @return empty if the count is unreported
     */
    OptionalLong count();

    /**
     * Returns the reason why there is no number, such as {@code "unlimited"}.
     *
     * @return empty if there is a number, or if the vendor sent neither a number nor a reason
     */
    default Optional<String> note() {
        return Optional.empty();
    }

    /** Returns whether the count has a number. */
    default boolean isReported() {
        return count().isPresent();
    }

    /** Count with a number. */
    record Reported(long value) implements Quantity {
        @Override
        public Quantity plus(Quantity other) {
            if (!(other instanceof Reported reported)) {
                return other;
            }
            long sum = value + reported.value;
            boolean overflow = ((value ^ sum) & (reported.value ^ sum)) < 0;
            return overflow ? Unreported.TOO_LARGE : of(sum);
        }

        @Override
        public Quantity minus(Quantity other) {
            if (!(other instanceof Reported reported)) {
                return other;
            }
            long difference = value - reported.value;
            boolean overflow = ((value ^ reported.value) & (value ^ difference)) < 0;
            return overflow ? Unreported.TOO_LARGE : of(difference);
        }

        @Override
        public OptionalLong count() {
            return OptionalLong.of(value);
        }

        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /** Count without a number. The sum or difference of two such counts is the later constant. */
    enum Unreported implements Quantity {
        /** No vendor reported the count. */
        ABSENT(null),
        /** The vendor reported the count as unlimited. */
        UNLIMITED("unlimited"),
        /** A sum or difference that does not fit 64 bits. */
        TOO_LARGE("does not fit 64 bits");

        private final @Nullable String note;

        Unreported(@Nullable String note) {
            this.note = note;
        }

        @Override
        public Quantity plus(Quantity other) {
            return other instanceof Unreported that && that.compareTo(this) > 0 ? that : this;
        }

        @Override
        public Quantity minus(Quantity other) {
            return plus(other);
        }

        @Override
        public OptionalLong count() {
            return OptionalLong.empty();
        }

        @Override
        public Optional<String> note() {
            return Optional.ofNullable(note);
        }

        @Override
        public String toString() {
            return note == null ? "unreported" : "unreported (" + note + ")";
        }
    }
}
