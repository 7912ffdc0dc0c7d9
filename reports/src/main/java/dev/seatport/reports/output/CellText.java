package dev.seatport.reports.output;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Converts cell values to text, for the table and CSV formats. */
public final class CellText {
    private static final String NOT_REPORTED = "-";
    private static final int MAX_SHOWN_CHARACTERS = 200;
    /** A control character, which printable text does not contain. */
    private static final String ELEMENT_SEPARATOR = "\u001F";

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

    /** Returns {@link #shown} with a separator between the elements of a list, which {@link #lines} understands. */
    static String shownElements(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(CellText::shown).collect(Collectors.joining(ELEMENT_SEPARATOR))
                : shown(value);
    }

    /** Returns the lines of a text of {@link #shownElements}: one line if it fits, otherwise each element on separate lines. */
    static List<String> lines(String elements, int columns) {
        String joined = joined(elements);
        return !elements.contains(ELEMENT_SEPARATOR) || TextWidth.of(joined) <= columns
                ? TextWidth.wrap(joined, columns)
                : Arrays.stream(elements.split(ELEMENT_SEPARATOR, -1))
                        .flatMap(element -> TextWidth.wrap(element, columns).stream())
                        .toList();
    }

    /** Returns a text of {@link #shownElements} on one line. */
    static String joined(String elements) {
        return elements.replace(ELEMENT_SEPARATOR, "; ");
    }

    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= MAX_SHOWN_CHARACTERS) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN_CHARACTERS - 1)) + "…";
    }
}
