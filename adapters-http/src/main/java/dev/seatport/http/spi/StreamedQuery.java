package dev.seatport.http.spi;

import dev.seatport.ports.listing.Listing;

/**
 * How a listing is read that a vendor serves whole, however long it is, in one answer. Its rows are parsed while they arrive,
 * and of each row only what {@link RowCollector} keeps stays in memory. An answer that would fill half of the heap that way fails
 * with {@code ANSWER_TOO_LARGE}, and so does one of which a single row has more than 1 MiB. Implementations hold no state: one
 * serves every subscription.
 *
 * @param <D> the DTO of the answer
 * @param <R> the DTO of a row
 * @param <T> what rows come to
 */
public interface StreamedQuery<D, R, T> {
    /** How many bytes such an answer may have: 256 MiB. For the request's {@code maxResponseBytes}. */
    long MAX_RESPONSE_BYTES = 256L * 1024 * 1024;

    /**
     * The request.
     *
     * @throws dev.seatport.ports.failure.VendorException {@code INVALID_REQUEST} if it cannot be asked
     */
    VendorRequest request();

    /** What the answer is parsed as. Its list of rows is left empty, if there is one. */
    Class<D> responseType();

    /** The member of the answer that holds the list of rows. */
    String rowsField();

    /** What a row is parsed as. */
    Class<R> rowType();

    /** Begins to gather the rows of one answer; called for every attempt. */
    RowCollector<R, T> newCollector();

    /**
     * Looks at the answer around the rows, once all of it came.
     *
     * @param answer the answer, its list of rows left empty
     * @param rows what was gathered
     * @return {@code rows}, or the same rows and what ends the listing after them
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if it has no rows where rows are due
     */
    Listing<T> finish(D answer, Listing<T> rows, ResponseContext context);
}
