package dev.seatport.http.spi;

import dev.seatport.ports.listing.ListingResult;

/**
 * Query for a listing that a vendor serves in one response of any length. The client decodes rows while they arrive, and keeps
 * of each row only what {@link StreamedRowCollector} keeps. A response fails with {@code ANSWER_TOO_LARGE} if its kept rows would fill
 * half of the heap, or if one row exceeds 1 MiB. Implementations must be stateless, because one instance serves all
 * subscriptions.
 *
 * @param <D> the DTO of the response
 * @param <R> the DTO of a row
 * @param <T> the domain type of the listing
 */
public interface StreamedQuery<D, R, T> {
    /** Size limit for such a response, 256 MiB. For {@link VendorRequest.Builder#maxResponseBytes}. */
    long MAX_RESPONSE_BYTES = 256L * 1024 * 1024;

    /**
     * Creates the request.
     *
     * @throws dev.seatport.ports.failure.VendorException {@code INVALID_REQUEST} if the query cannot be sent
     */
    VendorRequest request();

    /** Returns the DTO class of the response. Its list of rows, if any, stays empty. */
    Class<D> responseType();

    /** Returns the name of the top-level field that holds the list of rows. */
    String rowsField();

    /** Returns the DTO class of a row. */
    Class<R> rowType();

    /** Creates a collector for the rows of one response. Called for every attempt. */
    StreamedRowCollector<R, T> newCollector();

    /**
     * Checks the fields around the rows once the response is complete.
     *
     * @param response the response, its list of rows left empty
     * @param rows the collected rows
     * @return {@code rows}, or the same rows with the failure that ends the listing after them
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if the required list of rows is missing
     */
    ListingResult<T> finish(D response, ListingResult<T> rows, ResponseContext context);
}
