package dev.seatport.http.internal.paging;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final int UNITS = 4;
    private static final int SHIFT = 32;

    /** The first page as it came: most listings have no other, and then nobody asks for its print. */
    private @Nullable List<?> first;

    private @Nullable Set<Long> prints;

    /**
     * Whether no page of these rows is remembered; it is now. A page without rows is always new.
     *
     * @param keys that stay as they are: the first page's are looked at once more when there is a second
     */
    boolean isNew(List<?> keys) {
        if (keys.isEmpty()) {
            return true;
        }
        if (prints != null) {
            return remember(print(keys), prints);
        }
        if (first == null) {
            first = keys;
            return true;
        }
        prints = new LinkedHashSet<>(List.of(print(first)));
        first = null;
        return remember(print(keys), prints);
    }

    private static boolean remember(long print, Set<Long> prints) {
        boolean news = prints.add(print);
        if (prints.size() > REMEMBERED) {
            Iterator<Long> oldest = prints.iterator();
            oldest.next();
            oldest.remove();
        }
        return news;
    }

    /** The same for the same rows in another order: they bring as little. */
    private static long print(List<?> keys) {
        long print = OFFSET;
        for (int i = 0; i < keys.size(); i++) {
            print += print(keys.get(i).toString());
        }
        return print;
    }

    /** Over the text of a key, four characters at a time: hash codes have too few bits for pages of a single row. */
    private static long print(String text) {
        long print = OFFSET;
        int at = 0;
        for (; at + UNITS <= text.length(); at += UNITS) {
            print = mix(print, units(text, at));
        }
        for (; at < text.length(); at++) {
            print = mix(print, text.charAt(at));
        }
        return mix(mix(print, -1 - text.length()), OFFSET);
    }

    private static long units(String text, int at) {
        return text.charAt(at)
                | (long) text.charAt(at + 1) << 16
                | (long) text.charAt(at + 2) << 32
                | (long) text.charAt(at + 3) << 48;
    }

    /** Both steps can be undone, so no two states fall together on the way; the shift brings what is high down. */
    private static long mix(long print, long more) {
        long product = (print ^ more) * MULTIPLIER;
        return product ^ (product >>> SHIFT);
    }
}
