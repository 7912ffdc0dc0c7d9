package dev.seatport.http.json;

import java.io.Serial;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One JSON document, read field by field straight from its bytes, as long as it is regular: UTF-8, objects with no other fields
 * than the documents name and each at most once, in any order; lists of objects; texts, whole numbers and {@code null} where they
 * are due. It knows no other JSON: at anything else it gives up with {@link UnsupportedJsonException}, and what the document is then is for
 * Jackson to judge. What it does read, Jackson reads as the same values. For one document and one thread.
 */
public final class JsonFieldReader {
    /** What {@link #next} returns behind the last field. */
    public static final int END_OF_OBJECT = -1;

    private static final int DEEPEST = 5;
    /** No number of so many digits is too large for 64 bits. */
    private static final int MOST_DIGITS = 18;
    /** Rows of this many are made room for, however many more there seem to be. */
    private static final int MOST_ROOM = 10_000;

    /** The boxed counts from 0 on. */
    private static final @Nullable Long[] MADE = new Long[1024];

    private final byte[] bytes;
    private final int end;
    private final JsonStringScanner texts;
    private int at;
    /** Of the object that is open: which names came, one bit each. Of a list: whether there was a row. */
    private int seen;

    private int guess;
    private final int[] outer = new int[2 * DEEPEST];
    private int depth;

    /** A document that stands at {@code from} and ends before {@code end}. The bytes are not copied. */
    public JsonFieldReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.end = end;
        this.at = from;
        this.texts = new JsonStringScanner(bytes, end);
    }

    /** Thrown at what is not regular. Says nothing of what it is: whoever judges it reads it anew. */
    public static final class UnsupportedJsonException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        UnsupportedJsonException() {
            super("not regular", null, false, false);
        }
    }

    /** A list that is told about how many rows will come, once it is known how large the first of them is. */
    public interface PresizableList {
        /** Makes room for about so many. */
        void ensureCapacity(int rows);
    }

    /** Whether a list begins here. */
    public boolean isAtList() {
        return peek() == '[';
    }

    /** Begins to read an object. */
    public void beginObject() {
        enter('{');
    }

    /**
     * Goes on to the next field that is wanted; its value must be read before the one after it.
     *
     * @return the place of its name among the names, or {@link #END_OF_OBJECT}: then the object was read to its end
     */
    public int nextField(JsonFieldTable names) {
        while (more('}')) {
            int name = names.at(bytes, at, end, guess);
            if (name < 0 || (seen & (1 << name)) != 0) {
                throw new UnsupportedJsonException();
            }
            seen |= 1 << name;
            guess = name + 1;
            at += names.length(name);
            expect(':');
            if (names.wants(name)) {
                return name;
            }
            skip();
        }
        return END_OF_OBJECT;
    }

    /** Reads a list of objects, each by {@code row}, for which {@link #open} was called already. */
    public <T> void readRows(List<T> into, Function<JsonFieldReader, T> row) {
        enter('[');
        while (more(']')) {
            int from = at;
            seen = 1;
            beginObject();
            T read = row.apply(this);
            if (into.isEmpty() && into instanceof PresizableList presizableList) {
                presizableList.ensureCapacity(Math.min(MOST_ROOM, (end - from) / (at - from) + 1));
            }
            into.add(read);
        }
    }

    /** Reads a text, a whole number as its digits, or {@code null}. */
    public @Nullable String readScalar() {
        byte first = peek();
        if (first == '"') {
            String text = texts.read(at);
            at = texts.end();
            return text;
        }
        if (first == 'n') {
            word("null");
            return null;
        }
        int from = at;
        number();
        return texts.ascii(from, at);
    }

    /** Reads a text, or {@code null}, where a number is not one. */
    public @Nullable String readString() {
        byte first = peek();
        if (first != '"' && first != 'n') {
            throw new UnsupportedJsonException();
        }
        return readScalar();
    }

    /** Reads a whole number, or {@code null}. */
    public @Nullable Long readLong() {
        if (peek() == 'n') {
            word("null");
            return null;
        }
        return boxed(number());
    }

    /** Counts as objects, of which the usual ones are made once. */
    private static Long boxed(long count) {
        if (count < 0 || count >= MADE.length) {
            return count;
        }
        Long made = MADE[(int) count];
        if (made == null) {
            // Two threads may make one each: both are the same number.
            made = count;
            MADE[(int) count] = made;
        }
        return made;
    }

    /** Makes sure that nothing follows. */
    public void requireEnd() {
        while (at < end && isBlank(bytes[at])) {
            at++;
        }
        if (at != end || depth != 0) {
            throw new UnsupportedJsonException();
        }
    }

    private void enter(char bracket) {
        expect(bracket);
        if (depth == DEEPEST) {
            throw new UnsupportedJsonException();
        }
        outer[2 * depth] = seen;
        outer[2 * depth + 1] = guess;
        depth++;
        seen = 0;
        guess = 0;
    }

    /** Whether another field or row follows, and not the end of what is open, which is left then. */
    private boolean more(char closing) {
        byte found = peek();
        if (found == closing) {
            at++;
            depth--;
            seen = outer[2 * depth];
            guess = outer[2 * depth + 1];
            return false;
        }
        if (seen != 0) {
            expect(',');
            peek();
        }
        return true;
    }

    /** A value that nobody wants. */
    private void skip() {
        switch (peek()) {
            case 't' -> word("true");
            case 'f' -> word("false");
            default -> readScalar();
        }
    }

    private void word(String word) {
        int to = at + word.length();
        if (to > end) {
            throw new UnsupportedJsonException();
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                throw new UnsupportedJsonException();
            }
        }
        at = to;
    }

    private long number() {
        boolean negative = peek() == '-';
        int from = negative ? at + 1 : at;
        int to = from;
        long number = 0;
        while (to < end && isDigit(bytes[to]) && to - from < MOST_DIGITS) {
            number = 10 * number + (bytes[to] - '0');
            to++;
        }
        // What follows cannot be more of it: a comma or a bracket is due.
        if (to == from || (bytes[from] == '0' && to - from > 1)) {
            throw new UnsupportedJsonException();
        }
        at = to;
        return negative ? -number : number;
    }

    private void expect(char due) {
        if (peek() != due) {
            throw new UnsupportedJsonException();
        }
        at++;
    }

    private byte peek() {
        // Vendors send few blanks, and none of them is above the space.
        return at < end && bytes[at] > ' ' ? bytes[at] : afterBlanks();
    }

    private byte afterBlanks() {
        while (at < end) {
            byte found = bytes[at];
            if (!isBlank(found)) {
                return found;
            }
            at++;
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
