package dev.seatport.http.internal.paging;

import org.jspecify.annotations.Nullable;

/**
 * A set of keys, smaller and quicker than those of the JDK where keys are costly to hash and to compare, and nothing is ever taken
 * out: a key is hashed once however many sets are asked for it, and compared only with keys that share a part of its hash.
 */
final class KeySet {
    private static final int LEAST = 8;
    /** One slot of so many stays free. */
    private static final int FULL = 8;

    private static final int SPREAD = 0x9E3779B9;
    private static final byte FREE = 0;

    private @Nullable Object[] keys;
    /** A part of each key's hash, that which does not choose its slot. */
    private byte[] marks;

    private int size;

    /** An empty set with room for so many keys; it grows beyond that. */
    KeySet(int expected) {
        int slots = 2 * Integer.highestOneBit(Math.max(LEAST, expected + expected / FULL));
        keys = new Object[slots];
        marks = new byte[slots];
    }

    /** The hash that the other methods are to be given. */
    static int hash(Object key) {
        int spread = key.hashCode() * SPREAD;
        return spread ^ (spread >>> 16);
    }

    boolean contains(Object key, int hash) {
        return marks[slot(key, hash)] != FREE;
    }

    /** Adds a key, and tells whether it was not there. */
    boolean add(Object key, int hash) {
        int slot = slot(key, hash);
        if (marks[slot] != FREE) {
            return false;
        }
        keys[slot] = key;
        marks[slot] = mark(hash);
        size++;
        if (size > keys.length - keys.length / FULL) {
            grow();
        }
        return true;
    }

    private void grow() {
        KeySet larger = new KeySet(keys.length);
        for (Object key : keys) {
            if (key != null) {
                larger.add(key, hash(key));
            }
        }
        keys = larger.keys;
        marks = larger.marks;
    }

    /** Where the key is, or where it would be. */
    private int slot(Object key, int hash) {
        byte mark = mark(hash);
        int slot = hash & (marks.length - 1);
        while (marks[slot] != FREE && !(marks[slot] == mark && key.equals(keys[slot]))) {
            slot = (slot + 1) & (marks.length - 1);
        }
        return slot;
    }

    private static byte mark(int hash) {
        return (byte) ((hash >>> 24) | 1);
    }
}
