package dev.seatport.ports.listing;

import dev.seatport.ports.failure.VendorException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Result of a listing: the rows that arrived, and the failure that ended it early, if any.
 *
 * @param <T> the type of a row
 * @param rows the rows in the order of arrival
 * @param endedBy the failure because of which rows are missing; {@code null} if the listing is complete
 */
public record ListingResult<T>(List<T> rows, @Nullable VendorException endedBy) {
    public ListingResult {
        rows = List.copyOf(rows);
    }

    /** Returns whether all rows arrived. */
    public boolean complete() {
        return endedBy == null;
    }

    /**
     * Returns the failure because of which rows are missing.
     *
     * @return empty if the listing is complete
     */
    public Optional<VendorException> failure() {
        return Optional.ofNullable(endedBy);
    }
}
