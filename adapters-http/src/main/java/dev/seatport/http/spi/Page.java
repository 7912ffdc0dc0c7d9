package dev.seatport.http.spi;

import java.util.List;
import java.util.OptionalLong;

/**
 * A page as the vendor served it.
 *
 * @param <R> the vendor's row
 * @param rows the rows, in the vendor's order
 * @param total how many rows the vendor says there are on all pages; empty if it does not say
 * @param continued whether the vendor says that more follows elsewhere, in a way that cannot be followed
 * @param size how many rows the vendor says a full page has; empty if it does not say
 * @param index which page the vendor says this is; empty if it does not say
 */
public record Page<R>(List<R> rows, OptionalLong total, boolean continued, OptionalLong size, OptionalLong index) {
    // Rows of a parsed answer belong to nobody else: they are not copied a second time.

    /** A page that says neither how many rows a full page has nor which page it is. */
    public Page(List<R> rows, OptionalLong total, boolean continued) {
        this(rows, total, continued, OptionalLong.empty(), OptionalLong.empty());
    }

    /** A page that says how many rows there are, or does not. */
    public static <R> Page<R> of(List<R> rows, OptionalLong total) {
        return new Page<>(rows, total, false);
    }

    /** The same page with other rows. */
    public <T> Page<T> withRows(List<T> others) {
        return new Page<>(others, total, continued, size, index);
    }

    /**
     * The same page with what it says of itself.
     *
     * @param rowsOfAFullPage how many rows a full page has; empty if the vendor does not say
     * @param number which page this is; empty if the vendor does not say
     */
    public Page<R> withSizeAndIndex(OptionalLong rowsOfAFullPage, OptionalLong number) {
        return new Page<>(rows, total, continued, rowsOfAFullPage, number);
    }
}
