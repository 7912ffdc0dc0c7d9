package dev.seatport.http.json;

import java.io.Serial;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document field by field, directly from its bytes. Supports only the common form of JSON: UTF-8, documented
 * fields in any order and at most once, lists of objects, strings, whole numbers and {@code null}. Throws {@link
 * UnsupportedJsonException} for any other JSON, which the client then decodes with Jackson. The values equal those that Jackson
 * reads. For one document and one thread.
 */
public final class FastJsonReader {
    /** Returned by {@link #nextField} after the last field. */
    public static final int END_OF_OBJECT = -1;

    private static final int MAX_DEPTH = 5;
    /** A number of 18 digits always fits into 64 bits. */
    private static final int MAX_DIGITS = 18;
    /** Limits the capacity that is reserved for an estimated number of rows. */
    private static final int MAX_RESERVED_ROWS = 10_000;

    /** Cache of boxed numbers from 0 on. */
    private static final @Nullable Long[] BOXED = new Long[1024];

    private final byte[] bytes;
    private final int end;
    private final JsonStringScanner strings;
    private int position;
    /** Bit set of the fields already read from the current object. In a list: not 0 if there was a row. */
    private int fieldsSeen;

    private int nextGuess;
    private final int[] outerState = new int[2 * MAX_DEPTH];
    private int depth;

    /** Creates a reader of a document from {@code from} (inclusive) to {@code end} (exclusive). Does not copy the bytes. */
    public FastJsonReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.end = end;
        this.position = from;
        this.strings = new JsonStringScanner(bytes, end);
    }

    /** Thrown for JSON in an unsupported form. Has no details, because the document is decoded again. */
    public static final class UnsupportedJsonException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        UnsupportedJsonException() {
            super("not regular", null, false, false);
        }
    }

    /** List that can reserve capacity once the size of its first row is known. */
    public interface PresizableList {
        /** Reserves capacity for an estimated number of rows. */
        void ensureCapacity(int rows);
    }

    /** Returns whether a list begins at the current position. */
    public boolean isAtList() {
        return peek() == '[';
    }

    /** Enters an object. */
    public void beginObject() {
        enterStructure('{');
    }

    /**
     * Advances to the next field of the table that is not ignored. The caller must read its value before the next call.
     *
     * @return index of its name in the table, or {@link #END_OF_OBJECT} once the object has ended
     */
    public int nextField(JsonFieldTable names) {
        while (hasMore('}')) {
            int field = names.indexAt(bytes, position, end, nextGuess);
            if (field < 0 || (fieldsSeen & (1 << field)) != 0) {
                throw new UnsupportedJsonException();
            }
            fieldsSeen |= 1 << field;
            nextGuess = field + 1;
            position += names.quotedLength(field);
            expect(':');
            if (names.isRead(field)) {
                return field;
            }
            skipValue();
        }
        return END_OF_OBJECT;
    }

    /** Reads a list of objects. {@code row} reads one of them, which this method has entered. */
    public <T> void readRows(List<T> into, Function<FastJsonReader, T> rowReader) {
        enterStructure('[');
        while (hasMore(']')) {
            int from = position;
            fieldsSeen = 1;
            beginObject();
            T value = rowReader.apply(this);
            if (into.isEmpty() && into instanceof PresizableList presizable) {
                presizable.ensureCapacity(Math.min(MAX_RESERVED_ROWS, (end - from) / (position - from) + 1));
            }
            into.add(value);
        }
    }

    /** Reads a string, a whole number as its digits, or {@code null}. */
    public @Nullable String readScalar() {
        byte first = peek();
        if (first == '"') {
            String text = strings.decode(position);
            position = strings.end();
            return text;
        }
        if (first == 'n') {
            expectWord("null");
            return null;
        }
        int from = position;
        readNumber();
        return strings.ascii(from, position);
    }

    /** Reads a string or {@code null}. */
    public @Nullable String readString() {
        byte first = peek();
        if (first != '"' && first != 'n') {
            throw new UnsupportedJsonException();
        }
        return readScalar();
    }

    /** Reads a whole number or {@code null}. */
    public @Nullable Long readLong() {
        if (peek() == 'n') {
            expectWord("null");
            return null;
        }
        return boxed(readNumber());
    }

    /** Boxes a number. Small ones are cached because most counts are small. */
    private static Long boxed(long count) {
        if (count < 0 || count >= BOXED.length) {
            return count;
        }
        Long boxed = BOXED[(int) count];
        if (boxed == null) {
            // Benign race: both threads store an equal number.
            boxed = count;
            BOXED[(int) count] = boxed;
        }
        return boxed;
    }

    /**
     * Requires the end of the document.
     *
     * @throws UnsupportedJsonException if anything but blanks follows
     */
    public void requireEnd() {
        while (position < end && isBlank(bytes[position])) {
            position++;
        }
        if (position != end || depth != 0) {
            throw new UnsupportedJsonException();
        }
    }

    private void enterStructure(char bracket) {
        expect(bracket);
        if (depth == MAX_DEPTH) {
            throw new UnsupportedJsonException();
        }
        outerState[2 * depth] = fieldsSeen;
        outerState[2 * depth + 1] = nextGuess;
        depth++;
        fieldsSeen = 0;
        nextGuess = 0;
    }

    /** Returns whether another field or row follows. Leaves the object or list at its end. */
    private boolean hasMore(char closing) {
        byte found = peek();
        if (found == closing) {
            position++;
            depth--;
            fieldsSeen = outerState[2 * depth];
            nextGuess = outerState[2 * depth + 1];
            return false;
        }
        if (fieldsSeen != 0) {
            expect(',');
            peek();
        }
        return true;
    }

    /** Skips the value of an ignored field. */
    private void skipValue() {
        switch (peek()) {
            case 't' -> expectWord("true");
            case 'f' -> expectWord("false");
            default -> readScalar();
        }
    }

    private void expectWord(String word) {
        int to = position + word.length();
        if (to > end) {
            throw new UnsupportedJsonException();
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[position + i] != word.charAt(i)) {
                throw new UnsupportedJsonException();
            }
        }
        position = to;
    }

    private long readNumber() {
        boolean negative = peek() == '-';
        int from = negative ? position + 1 : position;
        int to = from;
        long number = 0;
        while (to < end && isDigit(bytes[to]) && to - from < MAX_DIGITS) {
            number = 10 * number + (bytes[to] - '0');
            to++;
        }
        // The next token must be a comma or a bracket, so a longer or fractional number fails there.
        if (to == from || (bytes[from] == '0' && to - from > 1)) {
            throw new UnsupportedJsonException();
        }
        position = to;
        return negative ? -number : number;
    }

    private void expect(char expected) {
        if (peek() != expected) {
            throw new UnsupportedJsonException();
        }
        position++;
    }

    private byte peek() {
        // Vendors send few blanks, and all JSON blanks are at most U+0020.
        return position < end && bytes[position] > ' ' ? bytes[position] : peekAfterBlanks();
    }

    private byte peekAfterBlanks() {
        while (position < end) {
            byte found = bytes[position];
            if (!isBlank(found)) {
                return found;
            }
            position++;
        }
        throw new UnsupportedJsonException();
    }

    private static boolean isBlank(byte found) {
        return found == ' ' || found == '\n' || found == '\r' || found == '\t';
    }

    private static boolean isDigit(byte found) {
        return found >= '0' && found <= '9';
    }
}
