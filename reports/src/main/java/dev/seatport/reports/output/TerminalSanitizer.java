package dev.seatport.reports.output;

/** Removes from untrusted text all characters that move the cursor, change colours or reverse the text direction. */
public final class TerminalSanitizer {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final char SUBSTITUTE = '?';
    /** The Unicode replacement character. */
    private static final char REPLACEMENT = '\uFFFD';

    private TerminalSanitizer() {}

    /** Returns the text on one line with a question mark for each unsafe character. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        wellFormed(text).codePoints().forEach(c -> safe.appendCodePoint(isUnsafe(c) ? SUBSTITUTE : c));
        return safe.toString();
    }

    /** Returns the text with U+FFFD for each unpaired surrogate, which UTF-8 cannot encode. */
    public static String wellFormed(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> safe.appendCodePoint(Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c));
        return safe.toString();
    }

    /** Returns whether the character is a control, a line break or a mark that changes the text direction. */
    static boolean isUnsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            // Joiners are part of Persian words and of combined emoji.
            case Character.FORMAT -> codePoint != NON_JOINER && codePoint != JOINER;
            default -> false;
        };
    }

    /** Returns whether all characters are printable ASCII: safe and one column wide. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
