package dev.seatport.http.spi;

/**
 * Maps one row of a vendor to the domain.
 *
 * @param <R> the DTO of the row
 * @param <T> the domain type
 */
@FunctionalInterface
public interface RowMapper<R, T> {
    /**
     * Maps a row.
     *
     * @param path JSON path of the row, for messages
     * @param context context of the response
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if the row cannot be mapped
     */
    T map(R row, String path, ResponseContext context);
}
