package dev.seatport.http.spi;

import dev.seatport.ports.listing.ListingResult;
import org.jspecify.annotations.Nullable;

/**
 * Collects the rows of one {@link StreamedQuery} response while they arrive. Used by one thread.
 *
 * @param <R> the DTO of a row
 * @param <T> the domain type of the listing
 */
public interface StreamedRowCollector<R, T> {
    /**
     * Adds a row.
     *
     * <p>If it throws, it must not have kept anything of the row. The client passes that row a second time when the response is
     * complete, and no row after it. After a failure of {@link ResponseContext#missingId} it also passes the rows that follow.
     *
     * @param path JSON path of the row, for messages
     * @param context context of the response, without the values that arrive at its end
     * @return estimated heap bytes kept for the row; see {@link #estimatedBytes}
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if the row cannot be mapped
     */
    long add(R row, String path, ResponseContext context);

    /**
     * Returns the collected listing. Called once, after the last row. Rows with the same key and different content make it
     * incomplete.
     *
     * @param context context of the complete response
     */
    ListingResult<T> toListing(ResponseContext context);

    /** Estimates the heap bytes of texts that have no other reference. Rounds up. */
    static long estimatedBytes(@Nullable String... texts) {
        long bytes = 0;
        for (String text : texts) {
            if (text != null) {
                boolean latin1 = text.chars().allMatch(character -> character <= 0xFF);
                bytes += 48 + text.length() * (latin1 ? 1L : 2L);
            }
        }
        return bytes;
    }
}
