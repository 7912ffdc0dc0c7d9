package dev.seatport.sandbox.faults;

/**
 * Offset in the bytes of a response. An offset at or after the end means the last byte, so that a response that breaks there is never
 * complete.
 *
 * @param from start of the count
 * @param bytes bytes after that start, 0 or more; always 0 for a middle
 */
public record ByteOffset(From from, int bytes) {
    /** Start of the count. */
    public enum From {
        /** First byte of the response, which is the first of its head. */
        RESPONSE,
        /** Middle of the head. */
        MIDDLE_OF_HEAD,
        /** First byte of the body. */
        BODY,
        /** Middle of the body. */
        MIDDLE_OF_BODY
    }

    /** Checks the count. */
    public ByteOffset {
        boolean middle = from == From.MIDDLE_OF_HEAD || from == From.MIDDLE_OF_BODY;
        if (bytes < 0 || (middle && bytes != 0)) {
            throw new IllegalArgumentException("an offset must be 0 bytes or more, and 0 for a middle, not " + bytes);
        }
    }

    /** Returns the offset of the first byte of the response. */
    public static ByteOffset start() {
        return at(0);
    }

    /** Returns an offset in bytes of the response, including the head. */
    public static ByteOffset at(int bytes) {
        return new ByteOffset(From.RESPONSE, bytes);
    }

    /** Returns the middle of the head. */
    public static ByteOffset inHead() {
        return new ByteOffset(From.MIDDLE_OF_HEAD, 0);
    }

    /** Returns an offset in bytes of the body. */
    public static ByteOffset body(int bytes) {
        return new ByteOffset(From.BODY, bytes);
    }

    /** Returns the middle of the body. */
    public static ByteOffset inBody() {
        return new ByteOffset(From.MIDDLE_OF_BODY, 0);
    }

    /** Returns whether the offset counts within the body. */
    public boolean isInBody() {
        return from == From.BODY || from == From.MIDDLE_OF_BODY;
    }

    /** Returns the number of bytes of the response before this offset. */
    public int offset(int headLength, int bodyLength) {
        long offset = switch (from) {
            case RESPONSE -> bytes;
            case MIDDLE_OF_HEAD -> headLength / 2;
            case BODY -> (long) headLength + bytes;
            case MIDDLE_OF_BODY -> headLength + bodyLength / 2;
        };
        return (int) Math.max(0, Math.min(offset, (long) headLength + bodyLength - 1));
    }
}
