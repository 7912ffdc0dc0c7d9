package dev.seatport.reports.policy;

import dev.seatport.reports.output.Printable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a file. Not for several threads. */
final class Mistakes {
    /** How many are told. A file with more is most likely no policy. */
    static final int MOST = 20;

    private final String file;
    private final List<Mistake> found = new ArrayList<>();

    private record Mistake(int line, String text) {}

    private Mistakes(String file) {
        this.file = file;
    }

    static Mistakes in(Path file) {
        return new Mistakes(Printable.of(file.toString()));
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
        found.add(new Mistake(line, file + ":" + line + ": " + text));
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
                .sorted(Comparator.comparingInt(Mistake::line))
                .map(Mistake::text)
                .toList();
    }
}
