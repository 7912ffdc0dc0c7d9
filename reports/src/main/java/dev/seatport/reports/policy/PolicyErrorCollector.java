package dev.seatport.reports.policy;

import dev.seatport.reports.output.TerminalSanitizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Collects the errors of one policy file. Confined to one thread. */
final class PolicyErrorCollector {
    /** A file with more errors is most likely not a policy. */
    static final int MAX_ERRORS = 20;

    private static final int MAX_QUOTED_CHARACTERS = 40;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}._+-]+");

    private final String file;
    private final List<PolicyError> found = new ArrayList<>();

    private record PolicyError(int line, String text) {}

    private PolicyErrorCollector(String file) {
        this.file = file;
    }

    static PolicyErrorCollector in(Path file) {
        return new PolicyErrorCollector(TerminalSanitizer.of(file.toString()));
    }

    /**
     * Adds an error.
     *
     * @throws PolicyException if the file has more than {@link #MAX_ERRORS}
     */
    void add(int line, String text) {
        if (found.size() == MAX_ERRORS) {
            List<String> lines = new ArrayList<>(lines());
            lines.add(file + ": has more than these " + MAX_ERRORS + " errors");
            throw new PolicyException(lines);
        }
        found.add(new PolicyError(line, file + ":" + line + ": " + text));
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new PolicyException(lines());
        }
    }

    /** Returns the exception for an error of the whole file. It replaces all other errors. */
    PolicyException fatal(String text) {
        return new PolicyException(List.of(file + ": " + text));
    }

    /** Returns the exception for an error on a line. It replaces all other errors. */
    PolicyException fatal(int line, String text) {
        return new PolicyException(List.of(file + ":" + line + ": " + text));
    }

    /** Returns the exception for an error at a line and column. It replaces all other errors. */
    PolicyException fatal(int line, int column, String text) {
        return new PolicyException(List.of(file + ":" + line + ":" + column + ": " + text));
    }

    private List<String> lines() {
        return found.stream()
                .sorted(Comparator.comparingInt(PolicyError::line))
                .map(PolicyError::text)
                .toList();
    }

    /** Returns text of a file for a message: shortened, on one line, in quotes unless it is one word. */
    static String quoted(String text) {
        boolean whole = text.codePointCount(0, text.length()) <= MAX_QUOTED_CHARACTERS;
        String beginning = TerminalSanitizer.of(
                whole ? text : text.substring(0, text.offsetByCodePoints(0, MAX_QUOTED_CHARACTERS)) + "...");
        return WORD.matcher(beginning).matches() ? beginning : "'" + beginning + "'";
    }
}
