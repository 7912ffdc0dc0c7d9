package dev.seatport.sandbox.faults;

import java.util.ArrayList;
import java.util.List;

/** Quoted text within a plan's text: a backslash stands before a quote or a backslash that is meant. */
final class Quotes {
    private Quotes() {}

    /** Cuts the text at a separator, but not within quotes; the parts are stripped. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == separator && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
                continue;
            }
            part.append(letter);
            if (letter == '\\' && quoted && i + 1 < text.length()) {
                i++;
                part.append(text.charAt(i));
            } else if (letter == '"') {
                quoted = !quoted;
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a quote is not closed; legal: \"text\", with \\\" for a quote in it");
        }
        parts.add(part.toString().strip());
        return parts;
    }

    /** What stands between the quotes. */
    static String content(String quoted) {
        StringBuilder content = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            if (quoted.charAt(i) == '\\' && i + 1 < quoted.length() - 1) {
                i++;
            }
            content.append(quoted.charAt(i));
        }
        return content.toString();
    }
}
