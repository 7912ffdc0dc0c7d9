package dev.seatport.http.spi;

import org.jspecify.annotations.Nullable;

/**
 * Query for a listing whose pages link to the next one. An instance that serves several subscriptions must be stateless. An instance
 * that the client creates for one subscription may hold its state; one page is in progress at a time.
 *
 * <p>The client follows each link at most once, and only to the scheme, host and port of its base URL. A page without rows does
 * not end a listing that has a next link. A listing whose links repeat, lead elsewhere or never end, ends with {@code
 * INCOMPLETE_LISTING}. So does a listing whose link leads to a response without content.
 *
 * @param <P> the DTO of a page
 * @param <R> the DTO of a row
 * @param <T> the domain type of a row
 */
public non-sealed interface LinkedQuery<P, R, T> extends ListingQuery<P, R, T> {
    /**
     * Creates the request for the first page. Called once per subscription. The other pages are requested with GET. Operation,
     * audience, headers and size limit of this request apply to them, too.
     *
     * @throws dev.seatport.ports.failure.VendorException {@code INVALID_REQUEST} if the query cannot be sent
     */
    VendorRequest first();

    /**
     * Returns the link to the page after this one, as the vendor sent it: an absolute URL, or one relative to the URL of this page.
     *
     * @return {@code null} or a blank text if this is the last page
     */
    @Nullable
    String next(P page);
}
