package dev.seatport.reports.output;

/** Text of others, made fit to be read by people: nothing in it moves the cursor, colours, or turns the order around. */
public final class TerminalSanitizer {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final char INSTEAD = '?';
    /** What Unicode has for text that cannot be decoded. */
    private static final char REPLACEMENT = '\uFFFD';

    private TerminalSanitizer() {}

    /** The text on one line, with a question mark for all that does more than being read. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        wellFormed(text).codePoints().forEach(c -> safe.appendCodePoint(does(c) ? INSTEAD : c));
        return safe.toString();
    }

    /** The text with U+FFFD for each half of a surrogate pair that lacks the other half: UTF-8 has no such character. */
    public static String wellFormed(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> safe.appendCodePoint(Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c));
        return safe.toString();
    }

    /** Whether a character does something instead of being read: controls, line breaks, marks that turn the order around. */
    static boolean does(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            // Joiners shape Persian words and emoji of several parts.
            case Character.FORMAT -> codePoint != NON_JOINER && codePoint != JOINER;
            default -> false;
        };
    }

    /** Whether each character is an ASCII character that can be read: each is one column wide, and none does anything else. */
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
