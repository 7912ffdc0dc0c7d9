package dev.seatport.http.spi;

/**
 * Translates one row of a vendor into the domain.
 *
 * @param <R> the vendor's row
 * @param <T> what it means
 */
@FunctionalInterface
public interface RowMapper<R, T> {
    /**
     * Translates a row.
     *
     * @param path where the row stands in the answer, in JSON path form, for messages about it
     * @param answer where it came from
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if it cannot be understood
     */
    T map(R row, String path, ResponseContext answer);
}
