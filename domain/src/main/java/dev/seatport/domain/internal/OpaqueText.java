package dev.seatport.domain.internal;

import java.util.Locale;

/**
 * Comparison of identifiers whose form nobody guarantees: two GUID-shaped texts are the same whatever their letter case
 * (vendors write one tenant in upper and in lower case), any other text is the same only to the letter.
 */
public final class OpaqueText {
    private static final int GUID_LENGTH = 36;
    /** A small letter and its capital differ in this bit alone. */
    private static final int SMALL = 0x20;

    private OpaqueText() {}

    /**
     * Refuses an identifier that identifies nothing.
     *
     * @return {@code value}, unchanged
     * @throws IllegalArgumentException if {@code value} is empty
     */
    public static String require(String value, String what) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(what + " must not be empty");
        }
        return value;
    }

    /** Whether both texts name the same thing. */
    public static boolean same(String one, String other) {
        return one.equals(other) || (isGuid(one) && isGuid(other) && one.equalsIgnoreCase(other));
    }

    /** A hash that agrees with {@link #same}. Texts that differ in case only meet here, whatever they are: it does no harm. */
    public static int hash(String value) {
        int hash = 0;
        for (int i = 0; i < value.length(); i++) {
            hash = 31 * hash + (value.charAt(i) | SMALL);
        }
        return hash;
    }

    /** The one spelling under which equal identifiers meet: a GUID in lower case, any other text as it is. */
    public static String canonical(String value) {
        return isGuid(value) ? value.toLowerCase(Locale.ROOT) : value;
    }

    private static boolean isGuid(String value) {
        if (value.length() != GUID_LENGTH) {
            return false;
        }
        for (int i = 0; i < GUID_LENGTH; i++) {
            if (!fits(value.charAt(i), i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a character may stand at that place of a GUID. */
    private static boolean fits(char c, int at) {
        boolean dash = at == 8 || at == 13 || at == 18 || at == 23;
        return dash ? c == '-' : isHexDigit(c);
    }

    private static boolean isHexDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
