package dev.seatport.reports.output;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Converts cell values to text, for the table and CSV formats. */
public final class CellText {
    private static final String NOT_REPORTED = "-";
    private static final int MAX_SHOWN_CHARACTERS = 200;

    private CellText() {}

    /** Returns the text of a value; empty for {@code null}. Joins a list with {@code "; "}. */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CellText::of).collect(Collectors.joining("; "));
        }
        return value.toString();
    }

    /** Returns printable text on one line; {@code "-"} for {@code null}. Shortens each element of a list to 200 characters. */
    public static String shown(@Nullable Object value) {
        if (value == null) {
            return NOT_REPORTED;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CellText::shown).collect(Collectors.joining("; "));
        }
        return TerminalSanitizer.of(shortened(of(value)));
    }

    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= MAX_SHOWN_CHARACTERS) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN_CHARACTERS - 1)) + "…";
    }
}
