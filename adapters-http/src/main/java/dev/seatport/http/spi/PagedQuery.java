package dev.seatport.http.spi;

import java.util.Optional;

/**
 * How a vendor's listing is read page by page. Page numbers start at 1. Implementations hold no state: one serves every
 * subscription.
 *
 * @param <P> the DTO of a page
 * @param <R> the DTO of a row
 * @param <T> what a row means
 */
public interface PagedQuery<P, R, T> {
    /** How many rows to ask for; a server may send fewer. */
    int pageSize();

    /**
     * The request of one page.
     *
     * @throws dev.seatport.ports.failure.VendorException {@code INVALID_REQUEST} if it cannot be asked
     */
    VendorRequest request(int pageIndex, int pageSize);

    /** What a page is parsed as. */
    Class<P> pageType();

    /** What reads a page where it is regular; empty if databind reads all of them. */
    default Optional<FastResponseReader<P, T>> fastReader() {
        return Optional.empty();
    }

    /**
     * Takes a page apart.
     *
     * @param page its list of rows is empty, if {@link #regular()} translated them already
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if it has no rows where rows are due
     */
    Page<R> toPage(P page, ResponseContext answer);

    /** Where a row stands in a page, in JSON path form. */
    String rowPath(int row);

    /**
     * Returns what makes a row the same row on another page: an id of the domain, or a value whose {@code toString} tells apart what
     * its {@code equals} does. A row that has the key of an earlier one and the same content is delivered once. One with other content
     * ends the listing with {@code INCOMPLETE_LISTING}, after its last row.
     */
    Object key(T row);

    /**
     * Returns whether a row is delivered too that has the key of an earlier one and other content: for numbers, where the
     * subscriber must see that neither holds. If not, the first row stays alone.
     */
    default boolean deliversConflictingRows() {
        return false;
    }

    /** Whether a row was asked for, where a vendor sends others too and the choice is made here. */
    default boolean isRequested(T row) {
        return true;
    }

    /**
     * Returns whether the vendor was asked for the wanted rows alone. Then a listing with rows of which none is wanted is one of
     * something else, and ends with {@code MALFORMED_ANSWER}.
     */
    default boolean isFilteredByVendor() {
        return false;
    }

    /** What a row means. */
    RowMapper<R, T> mapper();
}
