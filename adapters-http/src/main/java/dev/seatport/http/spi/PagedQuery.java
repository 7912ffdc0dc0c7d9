package dev.seatport.http.spi;

/**
 * Query for a listing that a vendor serves in numbered pages. Page numbers start at 1. Implementations must be stateless,
 * because one instance serves all subscriptions.
 *
 * @param <P> the DTO of a page
 * @param <R> the DTO of a row
 * @param <T> the domain type of a row
 */
public non-sealed interface PagedQuery<P, R, T> extends ListingQuery<P, R, T> {
    /** Returns the requested page size; a server may send fewer rows. */
    int pageSize();

    /**
     * Creates the request for one page.
     *
     * @throws dev.seatport.ports.failure.VendorException {@code INVALID_REQUEST} if the query cannot be sent
     */
    VendorRequest request(int pageIndex, int pageSize);
}
