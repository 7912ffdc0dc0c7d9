package dev.seatport.reports.output;

import dev.seatport.domain.review.Severity;
import org.jspecify.annotations.Nullable;

/** Colours for a terminal, or none. The text has the same information without colour. */
public enum Palette {
    PLAIN,
    COLOURED;

    private static final String RED = "1;31";
    private static final String YELLOW = "33";
    private static final String MAGENTA = "1;35";

    /** Returns the text in the colour of a severity; {@code null} is the colour of gaps. */
    public String paint(@Nullable Severity severity, String text) {
        return this == PLAIN || severity == Severity.INFO
                ? text
                : "\u001b[" + code(severity) + "m" + text + "\u001b[0m";
    }

    private static String code(@Nullable Severity severity) {
        if (severity == null) {
            return MAGENTA;
        }
        return severity == Severity.CRITICAL ? RED : YELLOW;
    }
}
