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
    private static final long FACTOR = 0x9e3779b97f4a7c15L;
    /** As many as a long holds. */
    private static final int CHARS = 4;

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

    /** Over the text of the keys: their hash codes have too few bits for pages of a single row. */
    private static long print(List<?> keys) {
        long print = OFFSET;
        for (Object key : keys) {
            String text = key.toString();
            int whole = text.length() - text.length() % CHARS;
            for (int i = 0; i < whole; i += CHARS) {
                print = mixed(
                        print,
                        text.charAt(i)
                                | ((long) text.charAt(i + 1) << 16)
                                | ((long) text.charAt(i + 2) << 32)
                                | ((long) text.charAt(i + 3) << 48));
            }
            for (int i = whole; i < text.length(); i++) {
                print = mixed(print, text.charAt(i));
            }
            print = mixed(print, Character.MAX_VALUE);
        }
        return print;
    }

    /** Each step can be undone, so what differs once goes on to differ; the shift brings the upper bits down again. */
    private static long mixed(long print, long more) {
        long product = (print ^ more) * FACTOR;
        return product ^ (product >>> 32);
    }
}
