package dev.seatport.http.internal.codec;

import dev.seatport.http.json.JsonFieldReader;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of an answer while they are read, in an array that a full page fits exactly: then it is copied once and not twice. */
final class PresizedRowList<T> extends AbstractList<T> implements JsonFieldReader.PresizableList {
    private static final int FEW = 4;
    private static final Object[] NONE = {};

    private final int expected;
    private @Nullable Object[] rows = NONE;
    private int size;

    /**
     * No rows yet.
     *
     * @param expected how many there are if it is a full page; 0 if that is not known
     */
    PresizedRowList(int expected) {
        this.expected = expected;
    }

    @Override
    public boolean add(T row) {
        if (size == rows.length) {
            int more = size < FEW ? FEW : size + size / 2;
            rows = Arrays.copyOf(rows, size < expected ? Math.min(more, expected) : more);
        }
        rows[size++] = Objects.requireNonNull(row);
        return true;
    }

    @Override
    @SuppressWarnings("unchecked") // none but rows were added
    public T get(int index) {
        return (T) Objects.requireNonNull(rows[Objects.checkIndex(index, size)]);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void ensureCapacity(int about) {
        boolean full = Math.abs(about - expected) <= expected / 8;
        rows = Arrays.copyOf(rows, Math.max(size, full ? expected : about));
    }

    /** The same rows, for good. */
    @SuppressWarnings("unchecked") // none but rows were added, all of them
    List<T> frozen() {
        return (List<T>) List.of(size == rows.length ? rows : Arrays.copyOf(rows, size));
    }
}
