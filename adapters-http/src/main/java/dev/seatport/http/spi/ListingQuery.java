package dev.seatport.http.spi;

import java.util.Optional;

/**
 * Decoding and identity of the rows of a listing in several pages: the common part of {@link PagedQuery} and {@link
 * LinkedQuery}. An instance that serves several subscriptions must be stateless.
 *
 * @param <P> the DTO of a page
 * @param <R> the DTO of a row
 * @param <T> the domain type of a row
 */
public sealed interface ListingQuery<P, R, T> permits PagedQuery, LinkedQuery {
    /** Returns the DTO class of a page. */
    Class<P> pageType();

    /**
     * Returns a faster decoder for pages of the supported form.
     *
     * @return empty if Jackson databind decodes all pages
     */
    default Optional<FastResponseReader<P, T>> fastReader() {
        return Optional.empty();
    }

    /**
     * Converts the DTO of a page.
     *
     * @param page the decoded page; its list of rows is empty if {@link #fastReader()} mapped the rows
     * @throws dev.seatport.ports.failure.VendorException {@code MALFORMED_ANSWER} if the required list of rows is missing
     */
    Page<R> toPage(P page, ResponseContext context);

    /**
     * Returns whether a page without content (204) ends the listing with {@code MALFORMED_ANSWER}. Use it if a missing row would be
     * counted as 0, and the vendor documents a list without rows. If {@code false}, it is a page without rows.
     */
    default boolean requiresContent() {
        return false;
    }

    /** Returns the JSON path of a row in its page. */
    String rowPath(int row);

    /**
     * Returns the identity of a row across pages: a domain id, or a value whose {@code toString} is as distinctive as its
     * {@code equals}. A row with the key and the content of an earlier one is delivered once. A row with the key of an earlier
     * one and other content ends the listing with {@code INCOMPLETE_LISTING}, after its last row.
     */
    Object key(T row);

    /**
     * Returns whether to deliver a row that has the key of an earlier one and other content. Use it for counts, where neither
     * of the two is reliable and the subscriber must see both. If {@code false}, only the first row is delivered.
     */
    default boolean deliversConflictingRows() {
        return false;
    }

    /** Returns whether a row belongs to the query, for vendors that cannot filter by all criteria. Other rows are dropped. */
    default boolean isRequested(T row) {
        return true;
    }

    /**
     * Returns whether the vendor filters the rows. If so, a listing that has rows, but none that {@link #isRequested} accepts,
     * ends with {@code MALFORMED_ANSWER}.
     */
    default boolean isFilteredByVendor() {
        return false;
    }

    /** Returns the mapper of rows. */
    RowMapper<R, T> mapper();
}
