package dev.seatport.demo.report;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as text, for formats that know nothing else. */
final class Texts {
    private Texts() {}

    /** The text of a value; empty for what was not reported. The parts of a list are joined with {@code "; "}. */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Texts::of).collect(Collectors.joining("; "));
        }
        return value instanceof Cell cell ? cell.text() : value.toString();
    }

    /** The text with everything replaced that would move the cursor or colour the rest of a terminal. */
    static String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> safe.appendCodePoint(
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c));
        return safe.toString();
    }
}
