package dev.seatport.domain.seat;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A count as a vendor reported it. Absent is not zero: a count that no vendor reported stays {@linkplain #unreported()
 * unreported}, and every result computed with it is unreported too. A count may be negative, as a difference is, or as a
 * vendor's available count when more is assigned than was bought.
 */
public sealed interface Quantity permits Quantity.Reported, Quantity.Unreported {

    /** A count that a vendor reported. */
    static Quantity of(long count) {
        return QuantityCache.of(count);
    }

    /** A count that no vendor reported. */
    static Quantity unreported() {
        return Unreported.ABSENT;
    }

    /** A count that the vendor called unlimited. It is unreported: no number can be compared with it. */
    static Quantity unlimited() {
        return Unreported.UNLIMITED;
    }

    /**
     * The sum.
     *
     * @return unreported if either side is, or if the sum does not fit 64 bits
     */
    Quantity plus(Quantity other);

    /**
     * The difference, which may be negative.
     *
     * @return unreported if either side is, or if the difference does not fit 64 bits
     */
    Quantity minus(Quantity other);

    /** The number, if there is one. */
    OptionalLong count();

    /** Returns why there is no number; empty if there is one, or if the vendor only left it out. */
    default Optional<String> note() {
        return Optional.empty();
    }

    /** Whether a vendor reported this count. */
    default boolean isReported() {
        return count().isPresent();
    }

    /** A count that a vendor reported. */
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

    /** A count without a number. Of two such counts, the later constant explains their sum. */
    enum Unreported implements Quantity {
        /** No vendor reported it. */
        ABSENT(null),
        /** The vendor called it unlimited. */
        UNLIMITED("unlimited"),
        /** A sum or a difference that is greater than any count. */
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
