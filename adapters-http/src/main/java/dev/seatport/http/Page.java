package dev.seatport.http;

import java.util.List;
import java.util.OptionalLong;

/**
 * A page as the vendor served it.
 *
 * @param <R> the vendor's row
 * @param rows the rows, in the vendor's order
 * @param total how many rows the vendor says there are on all pages; empty if it does not say
 * @param continued whether the vendor says that more follows elsewhere, in a way that cannot be followed
 */
public record Page<R>(List<R> rows, OptionalLong total, boolean continued) {
    // Rows of a parsed answer belong to nobody else: they are not copied a second time.

    /** A page that says how many rows there are, or does not. */
    public static <R> Page<R> of(List<R> rows, OptionalLong total) {
        return new Page<>(rows, total, false);
    }
}
