package dev.seatport.http.internal.paging;

import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one response, as the domain has them.
 *
 * @param rows the good rows that are new
 * @param from where they came from
 * @param endedBy what ends the listing after them; {@code null} if nothing does
 * @param more whether another batch is to be asked for
 */
public record RowBatch<T>(
        List<T> rows, Provenance from, @Nullable VendorException endedBy, boolean more) {
    /** A batch of a response that was read to its end. */
    public static <T> RowBatch<T> of(Observed<Listing<T>> read, boolean more) {
        return new RowBatch<>(
                read.value().rows(), read.provenance(), read.value().endedBy(), more);
    }
}
