package dev.seatport.http.internal.paging;

/**
 * Hash set of the distinct rows of one listing, with 64 bits of the key and 64 bits of the content per row, in open addressing.
 * It is the only part of a listing that grows with its length: at most 31 bytes per row, and less than one more while a part
 * grows. A hash collision leaves the listing short of its total. In a million rows, that happens once in tens of millions of
 * listings. Confined to one thread.
 */
final class DuplicateRowFilter {
    private static final int MIN_SLOTS = 16;
    /**
     * Row count from which the table consists of parts that grow separately. Growing one large table needs twice its memory.
     */
    private static final int MAX_ROWS_OF_SINGLE_PART = 4096;

    private static final int PART_BITS = 6;
    private static final long FREE_SLOT = 0;

    private final RowDigest digest;
    private HashTablePart[] parts;
    private long rows;

    /**
     * Creates an empty filter.
     *
     * @param seed seed of the digests; must be secret, because it allows to forge collisions
     * @param expected expected number of rows
     */
    DuplicateRowFilter(long seed, int expected) {
        this.digest = new RowDigest(seed);
        this.parts = new HashTablePart[] {
            new HashTablePart(Math.max(MIN_SLOTS, Math.min(expected, MAX_ROWS_OF_SINGLE_PART) * 3 / 2))
        };
    }

    /** Relation of a row to the earlier ones. */
    enum RowNovelty {
        NEW,
        /** Same key and same content as an earlier row. */
        REPEATED,
        /** Same key as an earlier row, other content. */
        DIFFERING
    }

    /** Adds a row unless its key is present. */
    RowNovelty add(Object key, Object content) {
        return add(nonZero(digest.of(key)), digest.of(content));
    }

    /** Adds a row without a key, identified by its content. */
    RowNovelty add(Object content) {
        long hash = digest.of(content);
        return add(nonZero(hash), hash);
    }

    private RowNovelty add(long key, long content) {
        HashTablePart part = parts[parts.length == 1 ? 0 : (int) (key >>> (Long.SIZE - PART_BITS))];
        int slot = part.slotOf(key);
        if (part.entries[slot] != FREE_SLOT) {
            return part.entries[slot + 1] == content ? RowNovelty.REPEATED : RowNovelty.DIFFERING;
        }
        part.put(slot, key, content);
        rows++;
        if (part.isFull()) {
            if (parts.length == 1 && rows >= MAX_ROWS_OF_SINGLE_PART) {
                split(part);
            } else {
                part.grow();
            }
        }
        return RowNovelty.NEW;
    }

    private void split(HashTablePart single) {
        HashTablePart[] newParts = new HashTablePart[1 << PART_BITS];
        for (int i = 0; i < newParts.length; i++) {
            newParts[i] = new HashTablePart(2 * MAX_ROWS_OF_SINGLE_PART / newParts.length);
        }
        long[] entries = single.entries;
        for (int slot = 0; slot < entries.length; slot += 2) {
            if (entries[slot] != FREE_SLOT) {
                newParts[(int) (entries[slot] >>> (Long.SIZE - PART_BITS))].add(entries[slot], entries[slot + 1]);
            }
        }
        parts = newParts;
    }

    /** Returns the number of distinct keys. */
    long rows() {
        return rows;
    }

    /** Returns the heap size of the table in bytes. */
    long bytes() {
        long slots = 0;
        for (HashTablePart part : parts) {
            slots += part.entries.length;
        }
        return slots * Long.BYTES;
    }

    private static long nonZero(long hash) {
        return hash == FREE_SLOT ? 1 : hash;
    }

    /** Table of alternating keys and contents. */
    private static final class HashTablePart {
        private long[] entries;
        private int size;

        HashTablePart(int slots) {
            entries = new long[2 * slots];
        }

        /** Returns the slot of a key, or the free slot for it. */
        int slotOf(long key) {
            int slots = entries.length / 2;
            int slot = 2 * (int) (((key & 0xFFFFFFFFL) * slots) >>> Integer.SIZE);
            while (entries[slot] != FREE_SLOT && entries[slot] != key) {
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
            put(slotOf(key), key, content);
        }

        /** Keeps one slot in five free, because probing gets slow in a fuller table. */
        boolean isFull() {
            return size > entries.length / 2 / 5 * 4;
        }

        /** Grows by half: doubling would leave most of the table empty for long. */
        void grow() {
            long[] oldEntries = entries;
            entries = new long[Math.multiplyExact(oldEntries.length / 4 + 1, 2) + oldEntries.length];
            size = 0;
            for (int slot = 0; slot < oldEntries.length; slot += 2) {
                if (oldEntries[slot] != FREE_SLOT) {
                    add(oldEntries[slot], oldEntries[slot + 1]);
                }
            }
        }
    }
}
