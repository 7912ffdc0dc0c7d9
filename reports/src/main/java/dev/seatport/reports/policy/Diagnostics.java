package dev.seatport.reports.policy;

import dev.seatport.reports.output.TerminalSanitizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** What is wrong with a file. Not for several threads. */
final class Diagnostics {
    /** How many are told. A file with more is most likely no policy. */
    static final int MOST = 20;

    private static final int LONGEST_QUOTE = 40;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}._+-]+");

    private final String file;
    private final List<Diagnostic> found = new ArrayList<>();

    private record Diagnostic(int line, String text) {}

    private Diagnostics(String file) {
        this.file = file;
    }

    static Diagnostics in(Path file) {
        return new Diagnostics(TerminalSanitizer.of(file.toString()));
    }

    /**
     * Notes a mistake.
     *
     * @throws PolicyException if there are more than are told
     */
    void add(int line, String text) {
        if (found.size() == MOST) {
            List<String> lines = new ArrayList<>(lines());
            lines.add(file + ": has more mistakes than these " + MOST);
            throw new PolicyException(lines);
        }
        found.add(new Diagnostic(line, file + ":" + line + ": " + text));
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new PolicyException(lines());
        }
    }

    /** A mistake of the whole file, after which nothing else is worth telling. */
    PolicyException fatal(String text) {
        return new PolicyException(List.of(file + ": " + text));
    }

    /** A mistake on a line, after which nothing else is worth telling. */
    PolicyException fatal(int line, String text) {
        return new PolicyException(List.of(file + ":" + line + ": " + text));
    }

    /** A mistake at a place, after which nothing else is worth telling. */
    PolicyException fatal(int line, int column, String text) {
        return new PolicyException(List.of(file + ":" + line + ":" + column + ": " + text));
    }

    private List<String> lines() {
        return found.stream()
                .sorted(Comparator.comparingInt(Diagnostic::line))
                .map(Diagnostic::text)
                .toList();
    }

    /** Text of a file, fit for a message: short, on one line, and quoted where its end would not be seen. */
    static String quoted(String text) {
        boolean whole = text.codePointCount(0, text.length()) <= LONGEST_QUOTE;
        String beginning = TerminalSanitizer.of(
                whole ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "...");
        return WORD.matcher(beginning).matches() ? beginning : "'" + beginning + "'";
    }
}
