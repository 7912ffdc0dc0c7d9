package dev.seatport.http.internal.paging;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a page and the three before it held: enough to notice a row that comes twice while pages shift, however long the
 * listing.
 */
final class RecentRows {
    private static final int PAGES = 4;

    private final @Nullable KeySet[] pages = new KeySet[PAGES];
    private int current;

    /** Begins a page and forgets the oldest one. */
    void turnPage() {
        turnPage(0);
    }

    /**
     * Begins a page and forgets the oldest one.
     *
     * @param rows how many it has
     */
    void turnPage(int rows) {
        current = (current + 1) % PAGES;
        pages[current] = new KeySet(rows);
    }

    /** Whether the row of that key has not been seen on the pages that are remembered; it is remembered now. */
    boolean isNew(Object key) {
        int hash = KeySet.hash(key);
        KeySet turned = Objects.requireNonNull(pages[current], "no page was begun");
        for (KeySet page : pages) {
            if (page != null && page != turned && page.contains(key, hash)) {
                return false;
            }
        }
        return turned.add(key, hash);
    }
}
