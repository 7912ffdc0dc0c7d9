package dev.seatport.domain.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Comparison of ids that vendors and people spell differently. Equality of GUIDs ignores letter case, dashes, braces and
 * surrounding blanks. Any other ids are equal only if all characters are. Each operation takes linear time.
 */
public final class IdEquality {
    private static final int GUID_DIGITS = 32;
    private static final int DIGITS_PER_HALF = 16;
    private static final int BITS_PER_DIGIT = 4;
    private static final int NO_DIGIT = -1;
    private static final int HASH_MULTIPLIER = 0x9E3779B9;
    private static final String URN = "urn:uuid:";
    private static final char MINUS = '\u2212';

    private IdEquality() {}

    private record Guid(long high, long low) {
        boolean isEmpty() {
            return (high | low) == 0;
        }

        int compareTo(Guid that) {
            int byHigh = Long.compareUnsigned(high, that.high);
            return byHigh == 0 ? Long.compareUnsigned(low, that.low) : byHigh;
        }
    }

    /**
     * Checks that an id is not empty.
     *
     * @param what the name of the id for the message, such as {@code "a customer id"}
     * @return {@code value}, unchanged
     * @throws IllegalArgumentException if {@code value} is empty
     */
    public static String requireNonEmpty(String value, String what) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(what + " must not be empty");
        }
        return value;
    }

    /** Returns whether the id identifies anything: a blank text and the empty GUID do not, in any spelling. */
    public static boolean isIdentifying(String value) {
        // Fast path for most ids: a first digit above 0 rules out both.
        if (!value.isEmpty() && digit(value.charAt(0)) > 0) {
            return true;
        }
        Guid guid = guid(value);
        return guid == null ? skipBlanks(value, 0) < value.length() : !guid.isEmpty();
    }

    /** Returns whether both ids are equal. */
    public static boolean areEqual(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        Guid guid = guid(one);
        return guid != null && guid.equals(guid(other));
    }

    /** Returns a hash that is consistent with {@link #areEqual}. */
    public static int hash(String value) {
        Guid guid = guid(value);
        if (guid == null) {
            return value.hashCode();
        }
        int hash = (Long.hashCode(guid.high()) * HASH_MULTIPLIER) ^ Long.hashCode(guid.low());
        return (hash ^ (hash >>> DIGITS_PER_HALF)) * HASH_MULTIPLIER;
    }

    /**
     * Compares two ids in an order that is consistent with {@link #areEqual}, GUIDs first. Comparable keys keep a lookup in a
     * hash map fast among keys with equal hashes.
     */
    public static int compare(String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        Guid guid = guid(one);
        Guid otherGuid = guid(other);
        if (guid == null) {
            return otherGuid == null ? one.compareTo(other) : 1;
        }
        return otherGuid == null ? -1 : guid.compareTo(otherGuid);
    }

    /** Returns the spelling that all equal ids share: a GUID in lower case with dashes, any other id unchanged. */
    public static String canonical(String value) {
        Guid guid = guid(value);
        return guid == null ? value : new UUID(guid.high(), guid.low()).toString();
    }

    private static @Nullable Guid guid(String text) {
        int length = text.length();
        if (length < GUID_DIGITS) {
            return null;
        }
        if (digit(text.charAt(0)) != NO_DIGIT && digit(text.charAt(length - 1)) != NO_DIGIT) {
            return guid(text, 0, length);
        }
        int from = skipBlanks(text, 0);
        int to = trimBlanks(text, from, length);
        if (text.regionMatches(true, from, URN, 0, URN.length())) {
            from += URN.length();
        } else if (isBraced(text, from, to)) {
            from = skipBlanks(text, from + 1);
            to = trimBlanks(text, from, to - 1);
        }
        return guid(text, from, to);
    }

    private static @Nullable Guid guid(String text, int from, int to) {
        if (to - from < GUID_DIGITS) {
            return null;
        }
        long high = 0;
        long low = 0;
        int digits = 0;
        boolean afterDash = true;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int digit = digit(c);
            if (digit == NO_DIGIT) {
                if (afterDash || !isGroupEnd(digits) || !isDash(c)) {
                    return null;
                }
                afterDash = true;
                continue;
            }
            if (digits == GUID_DIGITS) {
                return null;
            }
            if (digits < DIGITS_PER_HALF) {
                high = (high << BITS_PER_DIGIT) | digit;
            } else {
                low = (low << BITS_PER_DIGIT) | digit;
            }
            digits++;
            afterDash = false;
        }
        return digits == GUID_DIGITS ? new Guid(high, low) : null;
    }

    /** A dash is allowed after the 8th, 12th, 16th and 20th digit. */
    private static boolean isGroupEnd(int digits) {
        return digits == 8 || digits == 12 || digits == 16 || digits == 20;
    }

    /** Accepts typographic dashes, which ids copied from a document have. */
    private static boolean isDash(char c) {
        return c == '-' || c == MINUS || Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    private static boolean isBraced(String text, int from, int to) {
        if (to - from < 2) {
            return false;
        }
        char first = text.charAt(from);
        char last = text.charAt(to - 1);
        return (first == '{' && last == '}') || (first == '(' && last == ')') || (first == '[' && last == ']');
    }

    private static int skipBlanks(String text, int from) {
        int first = from;
        while (first < text.length() && isBlank(text.charAt(first))) {
            first++;
        }
        return first;
    }

    private static int trimBlanks(String text, int from, int to) {
        int last = to;
        while (last > from && isBlank(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }

    /** Accepts white space and invisible characters: no-break spaces, zero-width characters, a byte order mark. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int small = c | 0x20;
        return small >= 'a' && small <= 'f' ? small - 'a' + 10 : NO_DIGIT;
    }
}
