package dev.seatport.application.review;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts in UTF-8, one behind the other: the ids of a large fleet take little more room than their letters, where an object
 * each would take three times that. Not for several threads while texts are added.
 */
final class TextPool {
    private static final int FIRST_ROOM = 1024;
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private byte[] bytes = new byte[FIRST_ROOM];
    private int end;

    /**
     * Adds a text.
     *
     * @return where to find it again
     * @throws ArithmeticException beyond 2 GiB of text
     */
    int add(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        int start = end;
        int length = encoded.length;
        makeRoom(Math.addExact(length, Integer.BYTES + 1));
        while (length > SEVEN_BITS) {
            bytes[end++] = (byte) ((length & SEVEN_BITS) | MORE);
            length >>>= Byte.SIZE - 1;
        }
        bytes[end++] = (byte) length;
        System.arraycopy(encoded, 0, bytes, end, encoded.length);
        end += encoded.length;
        return start;
    }

    private void makeRoom(int more) {
        int needed = Math.addExact(end, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - Long.BYTES, Math.max(needed, 2L * end)));
        }
    }

    String get(int start) {
        int at = start;
        int length = 0;
        int shift = 0;
        while (bytes[at] < 0) {
            length |= (bytes[at++] & SEVEN_BITS) << shift;
            shift += Byte.SIZE - 1;
        }
        length |= bytes[at++] << shift;
        return new String(bytes, at, length, StandardCharsets.UTF_8);
    }

    /** Gives back the room that no text took. */
    void trim() {
        bytes = Arrays.copyOf(bytes, end);
    }

    /** How much memory it takes. */
    long bytes() {
        return bytes.length;
    }
}
