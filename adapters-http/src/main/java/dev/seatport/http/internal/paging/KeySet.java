package dev.seatport.http.internal.paging;

import org.jspecify.annotations.Nullable;

/**
 * A set of keys, smaller and quicker than those of the JDK where keys are costly to hash and nothing is ever taken out: a key is
 * hashed once however many sets are asked for it.
 */
final class KeySet {
    private static final int LEAST = 8;
    /** One slot of so many stays free. */
    private static final int FULL = 8;

    private static final int SPREAD = 0x9E3779B9;

    private @Nullable Object[] table;
    private int size;

    /** An empty set with room for so many keys; it grows beyond that. */
    KeySet(int keys) {
        table = new Object[2 * Integer.highestOneBit(Math.max(LEAST, keys + keys / FULL))];
    }

    /** The hash that the other methods are to be given. */
    static int hash(Object key) {
        int spread = key.hashCode() * SPREAD;
        return spread ^ (spread >>> 16);
    }

    boolean contains(Object key, int hash) {
        return table[slot(table, key, hash)] != null;
    }

    /** Adds a key, and tells whether it was not there. */
    boolean add(Object key, int hash) {
        int slot = slot(table, key, hash);
        if (table[slot] != null) {
            return false;
        }
        table[slot] = key;
        size++;
        if (size > table.length - table.length / FULL) {
            grow();
        }
        return true;
    }

    private void grow() {
        @Nullable Object[] larger = new Object[2 * table.length];
        for (Object key : table) {
            if (key != null) {
                larger[slot(larger, key, hash(key))] = key;
            }
        }
        table = larger;
    }

    /** Where the key is, or where it would be. */
    private static int slot(@Nullable Object[] table, Object key, int hash) {
        int slot = hash & (table.length - 1);
        while (true) {
            Object found = table[slot];
            if (found == null || found.equals(key)) {
                return slot;
            }
            slot = (slot + 1) & (table.length - 1);
        }
    }
}
