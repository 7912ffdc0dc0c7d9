package dev.seatport.http.internal.paging;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which rows the last three pages held: enough to notice a row that comes twice while pages shift, however long the listing. One
 * map for all of them, in the order in which rows came, so that a row is looked up once and never for being forgotten.
 */
final class RecentRows {
    private static final int PAGES = 3;

    /** By key, the page that the row came on. */
    private final Map<Object, Integer> rows = new LinkedHashMap<>();

    private Integer page = 0;

    /** Begins a page and forgets the oldest one. */
    void turnPage() {
        page = page + 1;
        int forgotten = page - PAGES;
        Iterator<Integer> oldest = rows.values().iterator();
        while (oldest.hasNext() && oldest.next() <= forgotten) {
            oldest.remove();
        }
    }

    /** Whether the row of that key has not been seen on the pages that are remembered; it is remembered now. */
    boolean isNew(Object key) {
        return rows.putIfAbsent(key, page) == null;
    }
}
