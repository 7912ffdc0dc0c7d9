package dev.seatport.domain.ledger;

import dev.seatport.domain.seat.Quantity;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Change of one count between two moments.
 *
 * @param kind the kind of change
 * @param series the count
 * @param names the names of the item
 * @param before the value before the change, also if the item was gone; {@code null} if the count was not recorded before
 * @param after the value after the change
 * @param notReadBetween whether a run between the two readings did not read the count. The change then happened at an unknown time
 *     between {@code before.lastRead()} and {@code after.since()}
 */
public record SeatChange(
        Kind kind,
        CountSeries series,
        ItemNames names,
        @Nullable CountInterval before,
        CountInterval after,
        boolean notReadBetween) {

    /** Kind of change. */
    public enum Kind {
        /** The item was not recorded before, or it was gone. */
        APPEARED("appeared"),
        /** The count is higher. */
        RAISED("raised"),
        /** The count is lower. */
        LOWERED("lowered"),
        /** The vendor was read completely and did not report the item. */
        GONE("gone"),
        /** The vendor reports no number, or another reason why there is none, such as unlimited. */
        BECAME_UNREPORTED("unreported"),
        /** The vendor reports a number, and reported none before. */
        BECAME_REPORTED("reported");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Returns the name in reports and options. */
        public String label() {
            return label;
        }

        /**
         * Returns the kind of a change. {@code null} is the value of an item that was gone or not recorded.
         *
         * @return empty if nothing changed
         */
        static Optional<Kind> of(@Nullable Quantity before, @Nullable Quantity after) {
            if (Objects.equals(before, after)) {
                return Optional.empty();
            }
            if (after == null) {
                return Optional.of(GONE);
            }
            if (before == null) {
                return Optional.of(APPEARED);
            }
            if (after instanceof Quantity.Reported now) {
                return Optional.of(
                        before instanceof Quantity.Reported then
                                ? now.value() > then.value() ? RAISED : LOWERED
                                : BECAME_REPORTED);
            }
            return Optional.of(BECAME_UNREPORTED);
        }
    }

    public SeatChange {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(series, "series");
        Objects.requireNonNull(names, "names");
        Objects.requireNonNull(after, "after");
    }

    /** Returns the time of the last reading of the earlier value; {@code null} if there is none. */
    public @Nullable Instant lastReadBefore() {
        return before == null ? null : before.lastRead();
    }
}
