package dev.seatport.http.internal.paging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Which rows the last three pages held: enough to notice a row that comes twice while pages shift, however long the listing. */
final class RecentRows {
    private static final int PAGES = 3;

    private final Deque<Set<Object>> pages = new ArrayDeque<>();

    /** Begins a page and forgets the oldest one. */
    void turnPage() {
        if (pages.size() == PAGES) {
            pages.removeFirst();
        }
        pages.addLast(new HashSet<>());
    }

    /** Whether the row of that key has not been seen on the pages that are remembered; it is remembered now. */
    boolean isNew(Object key) {
        for (Set<Object> page : pages) {
            if (page.contains(key)) {
                return false;
            }
        }
        pages.getLast().add(key);
        return true;
    }
}
