package dev.seatport.http.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The names of the fields of one kind of object, as a vendor's documents have them, for {@link JsonFieldReader}. Immutable. Best in the
 * order in which the vendor sends them: then each is found at the first look.
 */
public final class JsonFieldTable {
    /** As many as a bit each can tell of. */
    private static final int MOST = 32;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[][] quoted;
    /** The names with their quotes, eight bytes at a time, and then the last eight; nothing of names that are shorter. */
    private final long[][] eights;

    private final int wanted;

    private JsonFieldTable(byte[][] quoted, int wanted) {
        this.eights = Arrays.stream(quoted).map(JsonFieldTable::eights).toArray(long[][]::new);
        if (quoted.length > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " names of one object");
        }
        this.quoted = quoted;
        this.wanted = wanted;
    }

    /** Fields that are read. The place of a name, from 0, is what {@link JsonFieldReader#next} returns for it. */
    public static JsonFieldTable of(String... names) {
        return new JsonFieldTable(
                Arrays.stream(names).map(JsonFieldTable::quote).toArray(byte[][]::new), names.length);
    }

    /** The same, and fields that are documented and that nobody wants. They hold anything but lists and objects. */
    public JsonFieldTable ignoring(String... names) {
        return new JsonFieldTable(
                Stream.concat(Arrays.stream(quoted), Arrays.stream(names).map(JsonFieldTable::quote))
                        .toArray(byte[][]::new),
                wanted);
    }

    private static long[] eights(byte[] name) {
        int whole = name.length / Long.BYTES;
        long[] eights = new long[whole == 0 ? 0 : whole + 1];
        for (int i = 0; i < whole; i++) {
            eights[i] = (long) EIGHT.get(name, i * Long.BYTES);
        }
        if (whole > 0) {
            eights[whole] = (long) EIGHT.get(name, name.length - Long.BYTES);
        }
        return eights;
    }

    private static byte[] quote(String name) {
        return ('"' + name + '"').getBytes(StandardCharsets.UTF_8);
    }

    boolean wants(int name) {
        return name < wanted;
    }

    /** How many bytes a name takes with its quotes. */
    int length(int name) {
        return quoted[name].length;
    }

    /**
     * Which of the names stands there, in quotes.
     *
     * @param guess the one that is looked at first
     * @return -1 if it is none of them
     */
    int at(byte[] bytes, int from, int end, int guess) {
        for (int i = 0; i < quoted.length; i++) {
            int name = guess + i < quoted.length ? guess + i : guess + i - quoted.length;
            if (stands(name, bytes, from, end)) {
                return name;
            }
        }
        return -1;
    }

    private boolean stands(int name, byte[] bytes, int from, int end) {
        byte[] expected = quoted[name];
        int to = from + expected.length;
        if (to > end) {
            return false;
        }
        long[] due = eights[name];
        int last = due.length - 1;
        if (last < 0) {
            return Arrays.equals(bytes, from, to, expected, 0, expected.length);
        }
        for (int i = 0; i < last; i++) {
            if ((long) EIGHT.get(bytes, from + i * Long.BYTES) != due[i]) {
                return false;
            }
        }
        return (long) EIGHT.get(bytes, to - Long.BYTES) == due[last];
    }
}
