package dev.seatport.http.internal.paging;

/**
 * The distinct rows of one listing: of each, 64 bits of its key and 64 bits of its content, in open addressing. That is at most 31 bytes
 * of heap a row, and less than one more while a part grows: the one thing of a listing that grows with its length. Two rows that are
 * taken for one make the listing short of its total; in a million rows that happens once in tens of millions of listings. Confined to one
 * thread.
 */
final class DuplicateRowFilter {
    private static final int LEAST_SLOTS = 16;
    /** From so many rows on, the table has parts that grow one by one: copying all of it at once would need its memory twice. */
    private static final int ROWS_OF_ONE_PART = 4096;

    private static final int PART_BITS = 6;
    private static final long FREE = 0;

    private final RowDigest digest;
    private Part[] parts;
    private long rows;

    /**
     * No rows yet.
     *
     * @param seed of the digests; a vendor that knew it could make up rows that are taken for one
     * @param expected how many rows there are likely to be
     */
    DuplicateRowFilter(long seed, int expected) {
        this.digest = new RowDigest(seed);
        this.parts = new Part[] {new Part(Math.max(LEAST_SLOTS, Math.min(expected, ROWS_OF_ONE_PART) * 3 / 2))};
    }

    /** Whether a row was there before. */
    enum Recurrence {
        NEW,
        /** The key and the content of an earlier row. */
        REPEATED,
        /** The key of an earlier row and another content. */
        DIFFERING
    }

    /** Adds a row, unless its key is there already. */
    Recurrence add(Object key, Object content) {
        return add(present(digest.of(key)), digest.of(content));
    }

    /** Adds a row that nothing identifies but its content. */
    Recurrence add(Object content) {
        long print = digest.of(content);
        return add(present(print), print);
    }

    private Recurrence add(long key, long content) {
        Part part = parts[parts.length == 1 ? 0 : (int) (key >>> (Long.SIZE - PART_BITS))];
        int slot = part.slot(key);
        if (part.entries[slot] != FREE) {
            return part.entries[slot + 1] == content ? Recurrence.REPEATED : Recurrence.DIFFERING;
        }
        part.put(slot, key, content);
        rows++;
        if (part.isFull()) {
            if (parts.length == 1 && rows >= ROWS_OF_ONE_PART) {
                divide(part);
            } else {
                part.grow();
            }
        }
        return Recurrence.NEW;
    }

    private void divide(Part whole) {
        Part[] divided = new Part[1 << PART_BITS];
        for (int i = 0; i < divided.length; i++) {
            divided[i] = new Part(2 * ROWS_OF_ONE_PART / divided.length);
        }
        long[] entries = whole.entries;
        for (int slot = 0; slot < entries.length; slot += 2) {
            if (entries[slot] != FREE) {
                divided[(int) (entries[slot] >>> (Long.SIZE - PART_BITS))].add(entries[slot], entries[slot + 1]);
            }
        }
        parts = divided;
    }

    /** How many rows there are, each key counted once. */
    long rows() {
        return rows;
    }

    /** How much heap the table takes. */
    long bytes() {
        long slots = 0;
        for (Part part : parts) {
            slots += part.entries.length;
        }
        return slots * Long.BYTES;
    }

    private static long present(long print) {
        return print == FREE ? 1 : print;
    }

    /** A table of keys and contents, one behind the other. */
    private static final class Part {
        private long[] entries;
        private int size;

        Part(int slots) {
            entries = new long[2 * slots];
        }

        /** The place of a key, or the free one that it would take. */
        int slot(long key) {
            int slots = entries.length / 2;
            int slot = 2 * (int) (((key & 0xFFFFFFFFL) * slots) >>> Integer.SIZE);
            while (entries[slot] != FREE && entries[slot] != key) {
                slot = slot + 2 == entries.length ? 0 : slot + 2;
            }
            return slot;
        }

        void put(int slot, long key, long content) {
            entries[slot] = key;
            entries[slot + 1] = content;
            size++;
        }

        void add(long key, long content) {
            put(slot(key), key, content);
        }

        /** One slot in five stays free: with fewer, looking for one takes long. */
        boolean isFull() {
            return size > entries.length / 2 / 5 * 4;
        }

        /** Grows by half: with twice the room, most of it would be empty for long. */
        void grow() {
            long[] before = entries;
            entries = new long[Math.multiplyExact(before.length / 4 + 1, 2) + before.length];
            size = 0;
            for (int slot = 0; slot < before.length; slot += 2) {
                if (before[slot] != FREE) {
                    add(before[slot], before[slot + 1]);
                }
            }
        }
    }
}
