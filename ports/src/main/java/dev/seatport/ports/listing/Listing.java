package dev.seatport.ports.listing;

import dev.seatport.ports.failure.VendorException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a listing came to: the rows that arrived, and what ended it early, if anything did.
 *
 * @param <T> what the rows are
 * @param rows in the order in which they arrived
 * @param endedBy why rows are missing; {@code null} if the listing is whole
 */
public record Listing<T>(List<T> rows, @Nullable VendorException endedBy) {
    public Listing {
        rows = List.copyOf(rows);
    }

    /** Whether all rows arrived. */
    public boolean complete() {
        return endedBy == null;
    }

    /** Why rows are missing. */
    public Optional<VendorException> failure() {
        return Optional.ofNullable(endedBy);
    }
}
