package dev.seatport.reports.output;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as text, for formats that know nothing else. */
public final class CellText {
    private static final String NOT_REPORTED = "-";
    private static final int LONGEST = 200;

    private CellText() {}

    /** The text of a value; empty for what was not reported. The parts of a list are joined with {@code "; "}. */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CellText::of).collect(Collectors.joining("; "));
        }
        return value.toString();
    }

    /** The text of a value for people: on one line, printable, each part of it short enough to be read. */
    public static String shown(@Nullable Object value) {
        if (value == null) {
            return NOT_REPORTED;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CellText::shown).collect(Collectors.joining("; "));
        }
        return TerminalSanitizer.of(shortened(of(value)));
    }

    /** The text for people, on one line and printable, however long it is. */
    public static String whole(String text) {
        return TerminalSanitizer.of(text);
    }

    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
