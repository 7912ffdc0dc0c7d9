package dev.seatport.sandbox.faults;

/**
 * A place in an answer's bytes. A place at or behind the end is taken as the place before the last byte, so that an answer that
 * breaks there is never whole.
 *
 * @param from what is counted from
 * @param bytes how many bytes behind it, from 0; always 0 for a middle
 */
public record ByteOffset(From from, int bytes) {
    /** What a place is counted from. */
    public enum From {
        /** The first byte of the answer, which is the first of its head. */
        ANSWER,
        /** The middle of the head. */
        MIDDLE_OF_HEAD,
        /** The first byte of the body. */
        BODY,
        /** The middle of the body. */
        MIDDLE_OF_BODY
    }

    /** Checks the count. */
    public ByteOffset {
        boolean middle = from == From.MIDDLE_OF_HEAD || from == From.MIDDLE_OF_BODY;
        if (bytes < 0 || (middle && bytes != 0)) {
            throw new IllegalArgumentException("a place is 0 bytes or more behind a start, not " + bytes);
        }
    }

    /** Before the first byte. */
    public static ByteOffset start() {
        return at(0);
    }

    /** After that many bytes of the answer, its head included. */
    public static ByteOffset at(int bytes) {
        return new ByteOffset(From.ANSWER, bytes);
    }

    /** In the middle of the head. */
    public static ByteOffset inHead() {
        return new ByteOffset(From.MIDDLE_OF_HEAD, 0);
    }

    /** After the head and that many bytes of the body. */
    public static ByteOffset body(int bytes) {
        return new ByteOffset(From.BODY, bytes);
    }

    /** After the head and half of the body. */
    public static ByteOffset inBody() {
        return new ByteOffset(From.MIDDLE_OF_BODY, 0);
    }

    /** Whether it is counted within the body. */
    public boolean isInBody() {
        return from == From.BODY || from == From.MIDDLE_OF_BODY;
    }

    /** How many bytes of an answer come before this place. */
    public int offset(int headLength, int bodyLength) {
        long offset = switch (from) {
            case ANSWER -> bytes;
            case MIDDLE_OF_HEAD -> headLength / 2;
            case BODY -> (long) headLength + bytes;
            case MIDDLE_OF_BODY -> headLength + bodyLength / 2;
        };
        return (int) Math.max(0, Math.min(offset, (long) headLength + bodyLength - 1));
    }
}
