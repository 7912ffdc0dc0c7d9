package dev.seatport.http.json;

import dev.seatport.http.json.FastJsonReader.UnsupportedJsonException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Decodes JSON strings, with or without escapes, from the bytes of a document. For one document and one thread. */
final class JsonStringScanner {
    /** Jackson may reject longer strings, so they are left to it. */
    private static final int MAX_LENGTH_BYTES = 1024 * 1024;

    private static final int UNICODE_ESCAPE_DIGITS = 4;
    private static final VarHandle LONG_VIEW =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long QUOTES = '"' * LOW_BITS;
    private static final long BACKSLASHES = '\\' * LOW_BITS;
    private static final String[] DIGITS = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};

    private final byte[] bytes;
    private final int limit;
    private int end;
    /** Whether {@link #scanUnescaped} passed only ASCII in its last call. */
    private boolean ascii;

    JsonStringScanner(byte[] bytes, int limit) {
        this.bytes = bytes;
        this.limit = limit;
    }

    /** Returns the position after the closing quote of the last string. */
    int end() {
        return end;
    }

    /** Decodes the string whose opening quote is at {@code from}. */
    String decode(int from) {
        int start = from + 1;
        int to = scanUnescaped(start);
        if (byteAt(to) == '"') {
            end = to + 1;
            return segment(start, to);
        }
        return unescapeRest(start, to);
    }

    /** Returns the position of the next quote or backslash. */
    private int scanUnescaped(int from) {
        long passed = 0;
        for (int to = from; to + Long.BYTES <= limit; to += Long.BYTES) {
            long word = (long) LONG_VIEW.get(bytes, to);
            long marks = markEnds(word);
            if (marks != 0) {
                int more = Long.numberOfTrailingZeros(marks) >>> 3;
                long before = word & ((1L << (Byte.SIZE * more)) - 1);
                return endOfSegment(to + more, passed | before);
            }
            passed |= word;
        }
        return scanUnescapedTail(from);
    }

    /** Scans byte by byte where less than eight bytes remain. */
    private int scanUnescapedTail(int from) {
        long bits = 0;
        for (int to = from; to < limit; to++) {
            byte next = bytes[to];
            if (next == '"' || next == '\\' || (next >= 0 && next < ' ')) {
                return endOfSegment(to, bits);
            }
            bits |= next;
        }
        throw new UnsupportedJsonException();
    }

    private int endOfSegment(int to, long passed) {
        if (bytes[to] != '"' && bytes[to] != '\\') {
            throw new UnsupportedJsonException();
        }
        ascii = (passed & HIGH_BITS) == 0;
        return to;
    }

    /** Marks the bytes that are a quote, a backslash or a control character. Only the lowest mark is reliable. */
    private static long markEnds(long word) {
        return markZeroBytes(word ^ QUOTES)
                | markZeroBytes(word ^ BACKSLASHES)
                | ((word - ' ' * LOW_BITS) & ~word & HIGH_BITS);
    }

    /** Marks the zero bytes. Only the lowest mark is reliable. */
    private static long markZeroBytes(long word) {
        return (word - LOW_BITS) & ~word & HIGH_BITS;
    }

    private String segment(int from, int to) {
        if (to - from > MAX_LENGTH_BYTES) {
            throw new UnsupportedJsonException();
        }
        return ascii ? ascii(from, to) : utf8(from, to);
    }

    String ascii(int from, int to) {
        if (to - from == 1 && bytes[from] >= '0' && bytes[from] <= '9') {
            return DIGITS[bytes[from] - '0'];
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Java decodes invalid UTF-8 to the replacement character. A genuine one is rare enough to be left to Jackson too. */
    private String utf8(int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            throw new UnsupportedJsonException();
        }
        return text;
    }

    private String unescapeRest(int from, int firstEscape) {
        StringBuilder text = new StringBuilder(2 * (firstEscape - from) + 16);
        int start = from;
        int to = firstEscape;
        while (byteAt(to) == '\\') {
            text.append(segment(start, to));
            start = unescape(to + 1, text);
            to = scanUnescaped(start);
        }
        text.append(segment(start, to));
        if (to - from > MAX_LENGTH_BYTES) {
            throw new UnsupportedJsonException();
        }
        end = to + 1;
        return requireWellFormed(text);
    }

    /** A lone surrogate is left to Jackson, which is configured to replace it with U+FFFD. */
    private static String requireWellFormed(StringBuilder text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.getType(Character.codePointAt(text, i)) == Character.SURROGATE) {
                throw new UnsupportedJsonException();
            }
            i += Character.isHighSurrogate(text.charAt(i)) ? 1 : 0;
        }
        return text.toString();
    }

    /** Appends the character of the escape whose letter is at {@code letter}, and returns the position after it. */
    private int unescape(int letter, StringBuilder text) {
        switch (byteAt(letter)) {
            case '"', '\\', '/' -> text.append((char) byteAt(letter));
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'u' -> {
                text.append(readUnicodeEscape(letter + 1));
                return letter + 1 + UNICODE_ESCAPE_DIGITS;
            }
            default -> throw new UnsupportedJsonException();
        }
        return letter + 1;
    }

    private char readUnicodeEscape(int from) {
        int unit = 0;
        for (int i = from; i < from + UNICODE_ESCAPE_DIGITS; i++) {
            byte found = byteAt(i);
            int digit = found >= 0 ? Character.digit((char) found, 16) : -1;
            if (digit < 0) {
                throw new UnsupportedJsonException();
            }
            unit = (unit << 4) | digit;
        }
        return (char) unit;
    }

    private byte byteAt(int position) {
        if (position >= limit) {
            throw new UnsupportedJsonException();
        }
        return bytes[position];
    }
}
