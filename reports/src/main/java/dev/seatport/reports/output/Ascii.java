package dev.seatport.reports.output;

/** The text that most text is: of it, what has to be found out about other text is known at a glance. */
final class Ascii {
    private static final char FIRST = ' ';
    private static final char LAST = '~';

    private Ascii() {}

    /** Whether each character is an ASCII character that can be read: then each is one column wide, and none does anything else. */
    static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FIRST || c > LAST) {
                return false;
            }
        }
        return true;
    }
}
