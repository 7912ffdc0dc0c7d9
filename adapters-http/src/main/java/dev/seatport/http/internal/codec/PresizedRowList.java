package dev.seatport.http.internal.codec;

import dev.seatport.http.json.FastJsonReader;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Growable list of decoded rows. Its array fits a full page exactly, which saves one copy. */
final class PresizedRowList<T> extends AbstractList<T> implements FastJsonReader.PresizableList {
    private static final int MIN_CAPACITY = 4;
    private static final Object[] EMPTY = {};

    private final int expected;
    private @Nullable Object[] rows = EMPTY;
    private int size;

    /**
     * Creates an empty list.
     *
     * @param expected number of rows of a full page; 0 if unknown
     */
    PresizedRowList(int expected) {
        this.expected = expected;
    }

    @Override
    public boolean add(T row) {
        if (size == rows.length) {
            int capacity = size < MIN_CAPACITY ? MIN_CAPACITY : size + size / 2;
            rows = Arrays.copyOf(rows, size < expected ? Math.min(capacity, expected) : capacity);
        }
        rows[size++] = Objects.requireNonNull(row);
        return true;
    }

    @Override
    @SuppressWarnings("unchecked") // only rows were added
    public T get(int index) {
        return (T) Objects.requireNonNull(rows[Objects.checkIndex(index, size)]);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void ensureCapacity(int estimate) {
        boolean fullPage = Math.abs(estimate - expected) <= expected / 8;
        rows = Arrays.copyOf(rows, Math.max(size, fullPage ? expected : estimate));
    }

    /** Returns the rows as an immutable list. */
    @SuppressWarnings("unchecked") // only rows were added
    List<T> toImmutableList() {
        return (List<T>) List.of(size == rows.length ? rows : Arrays.copyOf(rows, size));
    }
}
