package dev.seatport.reports.policy;

import dev.seatport.reports.output.Printable;
import java.util.regex.Pattern;

/** Text of a file, fit for a message: short, on one line, and quoted where its end would not be seen. */
final class Shown {
    private static final int LONGEST = 40;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}._+-]+");

    private Shown() {}

    static String of(String text) {
        boolean whole = text.codePointCount(0, text.length()) <= LONGEST;
        String beginning = Printable.of(whole ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "...");
        return WORD.matcher(beginning).matches() ? beginning : "'" + beginning + "'";
    }
}
