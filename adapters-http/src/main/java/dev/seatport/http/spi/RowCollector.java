package dev.seatport.http.spi;

import dev.seatport.ports.listing.Listing;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the rows of one {@link StreamedQuery} while they arrive. Used on one thread.
 *
 * @param <R> the DTO of a row
 * @param <T> what rows come to
 */
public interface RowCollector<R, T> {
    /**
     * Takes a row.
     *
     * @param path where the row stands in the answer, in JSON path form, for messages about it
     * @param answer where it came from; without what only the end of the answer tells
     * @return about how many bytes of memory are kept of it; see {@link #estimatedBytes}
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if it cannot be understood. Then nothing of
     *     it was kept; it is handed in once more when the whole answer is known, and no row after it. After a failure of
     *     {@link ResponseContext#unidentified} the rows after it are handed in too
     */
    long add(R row, String path, ResponseContext answer);

    /**
     * Hands over what the rows came to, once, when there are no more. Rows of one key with other content make the listing
     * incomplete.
     *
     * @param answer where they came from, with all that the answer tells
     */
    Listing<T> toListing(ResponseContext answer);

    /** About how many bytes texts take that nothing else keeps: roughly, and rather too much. */
    static long estimatedBytes(@Nullable String... texts) {
        long bytes = 0;
        for (String text : texts) {
            if (text != null) {
                boolean latin = text.chars().allMatch(character -> character <= 0xFF);
                bytes += 48 + text.length() * (latin ? 1L : 2L);
            }
        }
        return bytes;
    }
}
