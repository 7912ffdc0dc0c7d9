package dev.seatport.http.spi;

import java.util.List;
import java.util.OptionalLong;

/**
 * Page of a listing as the vendor served it.
 *
 * @param <R> the DTO of a row
 * @param rows the rows, in the vendor's order
 * @param total number of rows on all pages, by the vendor; empty if not reported
 * @param continued whether the vendor reports more rows in a form that the client does not follow, such as a link of numbered
 *     pages. A {@link LinkedQuery} returns its links separately
 * @param size number of rows of a full page, by the vendor; empty if not reported
 * @param index number of this page, by the vendor; empty if not reported
 */
public record Page<R>(List<R> rows, OptionalLong total, boolean continued, OptionalLong size, OptionalLong index) {
    // Not copied: a decoded response has no other reference to its rows.

    /** Creates a page without size and index. */
    public Page(List<R> rows, OptionalLong total, boolean continued) {
        this(rows, total, continued, OptionalLong.empty(), OptionalLong.empty());
    }

    /** Creates a page with its total, if reported. */
    public static <R> Page<R> of(List<R> rows, OptionalLong total) {
        return new Page<>(rows, total, false);
    }

    /** Returns this page with other rows. */
    public <T> Page<T> withRows(List<T> newRows) {
        return new Page<>(newRows, total, continued, size, index);
    }

    /**
     * Returns this page with a size and an index.
     *
     * @param rowsOfAFullPage number of rows of a full page; empty if not reported
     * @param number number of this page; empty if not reported
     */
    public Page<R> withSizeAndIndex(OptionalLong rowsOfAFullPage, OptionalLong number) {
        return new Page<>(rows, total, continued, rowsOfAFullPage, number);
    }
}
