package dev.seatport.http.internal.paging;

import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one response.
 *
 * @param rows the new rows that were mapped
 * @param from provenance of the response
 * @param endedBy failure that ends the listing after these rows; {@code null} if there is none
 * @param more whether another batch follows
 */
public record RowBatch<T>(
        List<T> rows, Provenance from, @Nullable VendorException endedBy, boolean more) {
    /** Creates a batch of a completely decoded response. */
    public static <T> RowBatch<T> of(Observed<ListingResult<T>> listing, boolean more) {
        return new RowBatch<>(
                listing.value().rows(), listing.provenance(), listing.value().endedBy(), more);
    }
}
