package dev.seatport.http.json;

import dev.seatport.http.json.JsonFieldReader.UnsupportedJsonException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The texts of a document: between quotes, with escapes or without. For one document and one thread. */
final class JsonStringScanner {
    /** Of longer ones Jackson refuses some. */
    private static final int LONGEST = 1024 * 1024;

    private static final int ESCAPED_UNIT = 4;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final String[] DIGITS = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};

    private final byte[] bytes;
    private final int limit;
    private int end;
    /** Whether {@link #plain} passed nothing but ASCII last. */
    private boolean ascii;

    JsonStringScanner(byte[] bytes, int limit) {
        this.bytes = bytes;
        this.limit = limit;
    }

    /** Where the text that was read last ends, its closing quote included. */
    int end() {
        return end;
    }

    /** Reads the text of which the opening quote stands at {@code from}. */
    String read(int from) {
        int start = from + 1;
        int to = plain(start);
        if (at(to) == '"') {
            end = to + 1;
            return bounded(start, to);
        }
        return escaped(start, to);
    }

    /** Where what needs no unescaping ends: at a quote or a backslash. */
    private int plain(int from) {
        long eights = 0;
        for (int to = from; to + Long.BYTES <= limit; to += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, to);
            long ends = ends(eight);
            if (ends != 0) {
                int more = Long.numberOfTrailingZeros(ends) >>> 3;
                long before = eight & ((1L << (Byte.SIZE * more)) - 1);
                return ended(to + more, eights | before);
            }
            eights |= eight;
        }
        return plainAtTheEnd(from);
    }

    /** The same for what is too near to the end of the document to be looked through eight bytes at a time. */
    private int plainAtTheEnd(int from) {
        long bits = 0;
        for (int to = from; to < limit; to++) {
            byte next = bytes[to];
            if (next == '"' || next == '\\' || (next >= 0 && next < ' ')) {
                return ended(to, bits);
            }
            bits |= next;
        }
        throw new UnsupportedJsonException();
    }

    private int ended(int to, long passed) {
        if (bytes[to] != '"' && bytes[to] != '\\') {
            throw new UnsupportedJsonException();
        }
        ascii = (passed & HIGH) == 0;
        return to;
    }

    /** Marks which of eight bytes are a quote, a backslash or a control character; of the marks, the lowest is right. */
    private static long ends(long eight) {
        return zero(eight ^ QUOTES) | zero(eight ^ BACKSLASHES) | ((eight - ' ' * ONES) & ~eight & HIGH);
    }

    /** Marks which of eight bytes are 0; of the marks, the lowest is right. */
    private static long zero(long eight) {
        return (eight - ONES) & ~eight & HIGH;
    }

    private String bounded(int from, int to) {
        if (to - from > LONGEST) {
            throw new UnsupportedJsonException();
        }
        return ascii ? ascii(from, to) : utf8(from, to);
    }

    /** A text of ASCII characters. */
    String ascii(int from, int to) {
        if (to - from == 1 && bytes[from] >= '0' && bytes[from] <= '9') {
            return DIGITS[bytes[from] - '0'];
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Java puts a replacement character where it cannot decode. One that was sent is rare enough to be left to Jackson too. */
    private String utf8(int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            throw new UnsupportedJsonException();
        }
        return text;
    }

    private String escaped(int from, int firstEscape) {
        StringBuilder text = new StringBuilder(2 * (firstEscape - from) + 16);
        int start = from;
        int to = firstEscape;
        while (at(to) == '\\') {
            text.append(bounded(start, to));
            start = unescape(to + 1, text);
            to = plain(start);
        }
        text.append(bounded(start, to));
        if (to - from > LONGEST) {
            throw new UnsupportedJsonException();
        }
        end = to + 1;
        return whole(text);
    }

    /** Half of a surrogate pair is for Jackson to judge, which reads U+FFFD in its place. */
    private static String whole(StringBuilder text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.getType(Character.codePointAt(text, i)) == Character.SURROGATE) {
                throw new UnsupportedJsonException();
            }
            i += Character.isHighSurrogate(text.charAt(i)) ? 1 : 0;
        }
        return text.toString();
    }

    /** Appends what an escape stands for, of which the letter stands at {@code letter}, and tells where it ends. */
    private int unescape(int letter, StringBuilder text) {
        switch (at(letter)) {
            case '"', '\\', '/' -> text.append((char) at(letter));
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'u' -> {
                text.append(unit(letter + 1));
                return letter + 1 + ESCAPED_UNIT;
            }
            default -> throw new UnsupportedJsonException();
        }
        return letter + 1;
    }

    private char unit(int from) {
        int unit = 0;
        for (int i = from; i < from + ESCAPED_UNIT; i++) {
            byte found = at(i);
            int digit = found >= 0 ? Character.digit((char) found, 16) : -1;
            if (digit < 0) {
                throw new UnsupportedJsonException();
            }
            unit = (unit << 4) | digit;
        }
        return (char) unit;
    }

    private byte at(int place) {
        if (place >= limit) {
            throw new UnsupportedJsonException();
        }
        return bytes[place];
    }
}
