package dev.seatport.domain.ledger;

import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Quantity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Time in which a count had one value. The value takes effect at its first reading, {@code since}, and stays in force until the first
 * reading of another value, {@code until}. Between {@code lastRead} and {@code until} the count was not read.
 *
 * @param since the time of the first reading of the value
 * @param lastRead the start of the last run that read the value, or {@code since} if that is later. {@code since} if the item was gone
 * @param until the time of the first reading of the next value; {@code null} while the value is in force
 * @param value the value; {@code null} if the item was gone: its vendor was read completely and did not report it
 * @param provenance the response of the first reading
 */
public record CountInterval(
        Instant since,
        Instant lastRead,
        @Nullable Instant until,
        @Nullable Quantity value,
        Provenance provenance) {
    public CountInterval {
        Objects.requireNonNull(provenance, "provenance");
        if (lastRead.isBefore(since) || (until != null && until.isBefore(lastRead))) {
            throw new IllegalArgumentException(
                    "an interval needs since <= lastRead <= until, not " + since + ", " + lastRead + ", " + until);
        }
    }

    /** Returns whether the item was gone. */
    public boolean isGone() {
        return value == null;
    }

    /** Returns whether the value is in force at the moment. */
    public boolean isInForceAt(Instant moment) {
        return !since.isAfter(moment) && (until == null || until.isAfter(moment));
    }
}
