package dev.seatport.http;

import java.util.Optional;

/**
 * How a vendor's listing is read page by page. Page numbers start at 1. Implementations hold no state: one serves every
 * subscription.
 *
 * @param <P> the DTO of a page
 * @param <R> the DTO of a row
 * @param <T> what a row means
 */
public interface Paging<P, R, T> {
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
    default Optional<RegularReader<P, T>> regular() {
        return Optional.empty();
    }

    /**
     * Takes a page apart.
     *
     * @param page its list of rows is empty, if {@link #regular()} translated them already
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if it has no rows where rows are due
     */
    Page<R> open(P page, AnswerContext answer);

    /** Where a row stands in a page, in JSON path form. */
    String path(int row);

    /** What makes a row the same row on another page: a value with {@code equals}, {@code hashCode} and {@code toString} of its own. */
    Object key(T row);

    /** Whether a row was asked for, where a vendor sends others too and the choice is made here. */
    default boolean wanted(T row) {
        return true;
    }

    /** What a row means. */
    RowMapper<R, T> mapper();
}
