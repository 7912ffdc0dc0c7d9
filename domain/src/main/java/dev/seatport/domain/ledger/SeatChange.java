package dev.seatport.domain.ledger;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Change of one count between two moments.
 *
 * @param kind the kind of change
 * @param series the count
 * @param names the names of the item
 * @param before the value before the change; {@code null} if the count was not recorded before
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
        /** The vendor no longer reports a number. */
        BECAME_UNREPORTED("unreported"),
        /** The vendor reports a number again. */
        BECAME_REPORTED("reported");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Returns the name in reports and options. */
        public String label() {
            return label;
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
