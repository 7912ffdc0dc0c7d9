package dev.seatport.http.internal.paging;

import dev.seatport.http.spi.Page;
import java.util.OptionalLong;

/** Total of a listing, as its pages report it. A page without one does not revoke it. */
final class PromisedTotal {
    private OptionalLong latest = OptionalLong.empty();
    private long largest;
    private boolean usable = true;
    private boolean changed;

    /**
     * Takes the total of a page, after its rows were counted. A total below the number of rows on the first page counts
     * something else: then no total is used.
     *
     * @param distinctRows number of distinct rows so far
     */
    void update(Page<?> page, boolean isFirstPage, long distinctRows) {
        if (page.total().isPresent()) {
            changed = changed || (latest.isPresent() && !latest.equals(page.total()));
            latest = page.total();
            largest = Math.max(largest, page.total().getAsLong());
        }
        if (isFirstPage && page.total().orElse(Long.MAX_VALUE) < distinctRows) {
            usable = false;
        }
    }

    /** Returns the latest total; empty if there is none that counts the rows. */
    OptionalLong usable() {
        return usable ? latest : OptionalLong.empty();
    }

    boolean hasChanged() {
        return changed;
    }

    /** Returns whether all rows came, as far as the total tells. */
    boolean isReached(long distinctRows) {
        return usable().isEmpty() || distinctRows >= usable().getAsLong();
    }

    /** Returns whether the total may be true. One below the received rows, while more were expected, is a server error. */
    boolean isPlausible(long distinctRows) {
        return usable().isEmpty() || usable().getAsLong() >= distinctRows || distinctRows >= largest;
    }

    /** Returns the latest total; the largest one if the latest is exceeded by the received rows. */
    long expected(long distinctRows) {
        return usable().orElse(0) > distinctRows ? usable().orElse(0) : largest;
    }
}
