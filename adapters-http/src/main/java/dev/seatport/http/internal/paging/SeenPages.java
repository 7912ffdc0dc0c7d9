package dev.seatport.http.internal.paging;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which pages came before, so that a server that serves the same ones round and round is not read for ever. Of a page it keeps 64
 * bits, and of the last ten thousand pages only: less than a megabyte, and no circle that a server runs in is longer than that.
 * Two different pages that are taken for one end a listing loudly, and hardly ever happen: a million pages make it one in tens of
 * millions.
 */
final class SeenPages {
    /** A listing that has not ended by then has no end. */
    static final int MOST_PAGES = 1_000_000;

    static final int REMEMBERED = 10_000;

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final Set<Long> prints = new LinkedHashSet<>();

    /** Whether no page of these rows is remembered; it is now. A page without rows is always new. */
    boolean isNew(List<?> keys) {
        if (keys.isEmpty()) {
            return true;
        }
        boolean news = prints.add(print(keys));
        if (prints.size() > REMEMBERED) {
            Iterator<Long> oldest = prints.iterator();
            oldest.next();
            oldest.remove();
        }
        return news;
    }

    /** FNV-1a over the text of the keys: their hash codes have too few bits for pages of a single row. */
    private static long print(List<?> keys) {
        long print = OFFSET;
        for (Object key : keys) {
            String text = key.toString();
            for (int i = 0; i < text.length(); i++) {
                print = (print ^ text.charAt(i)) * PRIME;
            }
            print = (print ^ Character.MAX_VALUE) * PRIME;
        }
        return print;
    }
}
