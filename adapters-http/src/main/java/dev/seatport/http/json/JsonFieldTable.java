package dev.seatport.http.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Field names of one kind of JSON object, for {@link FastJsonReader}. Immutable. Lookup is fastest if the names are in the
 * order in which the vendor sends them.
 */
public final class JsonFieldTable {
    /** One bit of an {@code int} marks each field already read. */
    private static final int MAX_NAMES = 32;

    private static final VarHandle LONG_VIEW =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[][] quoted;
    /** Each quoted name as 8-byte words, the last one possibly overlapping; empty for shorter names. */
    private final long[][] words;

    private final int readNames;

    private JsonFieldTable(byte[][] quoted, int readNames) {
        this.words = Arrays.stream(quoted).map(JsonFieldTable::words).toArray(long[][]::new);
        if (quoted.length > MAX_NAMES) {
            throw new IllegalArgumentException("more than " + MAX_NAMES + " names of one object");
        }
        this.quoted = quoted;
        this.readNames = readNames;
    }

    /** Creates a table of fields to read. {@link FastJsonReader#nextField} returns the index of a name. */
    public static JsonFieldTable of(String... names) {
        return new JsonFieldTable(
                Arrays.stream(names).map(JsonFieldTable::quote).toArray(byte[][]::new), names.length);
    }

    /** Returns this table with documented fields that the reader skips. Their values must not be lists or objects. */
    public JsonFieldTable ignoring(String... names) {
        return new JsonFieldTable(
                Stream.concat(Arrays.stream(quoted), Arrays.stream(names).map(JsonFieldTable::quote))
                        .toArray(byte[][]::new),
                readNames);
    }

    private static long[] words(byte[] name) {
        int wordCount = name.length / Long.BYTES;
        long[] words = new long[wordCount == 0 ? 0 : wordCount + 1];
        for (int i = 0; i < wordCount; i++) {
            words[i] = (long) LONG_VIEW.get(name, i * Long.BYTES);
        }
        if (wordCount > 0) {
            words[wordCount] = (long) LONG_VIEW.get(name, name.length - Long.BYTES);
        }
        return words;
    }

    private static byte[] quote(String name) {
        return ('"' + name + '"').getBytes(StandardCharsets.UTF_8);
    }

    boolean isRead(int name) {
        return name < readNames;
    }

    /** Returns the length of a name with its quotes, in bytes. */
    int quotedLength(int name) {
        return quoted[name].length;
    }

    /**
     * Returns the index of the name at a position.
     *
     * @param guess index to compare first
     * @return -1 if no name matches
     */
    int indexAt(byte[] bytes, int from, int end, int guess) {
        for (int i = 0; i < quoted.length; i++) {
            int name = guess + i < quoted.length ? guess + i : guess + i - quoted.length;
            if (matches(name, bytes, from, end)) {
                return name;
            }
        }
        return -1;
    }

    private boolean matches(int name, byte[] bytes, int from, int end) {
        byte[] expected = quoted[name];
        int to = from + expected.length;
        if (to > end) {
            return false;
        }
        long[] expectedWords = words[name];
        int last = expectedWords.length - 1;
        if (last < 0) {
            return Arrays.equals(bytes, from, to, expected, 0, expected.length);
        }
        for (int i = 0; i < last; i++) {
            if ((long) LONG_VIEW.get(bytes, from + i * Long.BYTES) != expectedWords[i]) {
                return false;
            }
        }
        return (long) LONG_VIEW.get(bytes, to - Long.BYTES) == expectedWords[last];
    }
}
