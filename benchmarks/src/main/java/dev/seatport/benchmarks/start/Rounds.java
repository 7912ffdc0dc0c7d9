package dev.seatport.benchmarks.start;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A figure as each round of a measurement gave it. */
final class Rounds {
    private final List<Double> figures = new ArrayList<>();

    void add(double figure) {
        figures.add(figure);
    }

    /** Each round's figure by the same round's of another. */
    Rounds by(Rounds other) {
        Rounds ratios = new Rounds();
        for (int round = 0; round < figures.size(); round++) {
            ratios.add(figures.get(round) / other.figures.get(round));
        }
        return ratios;
    }

    double median() {
        List<Double> sorted = new ArrayList<>(figures);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The line of a ratio, for scripts. */
    String ratio(String name) {
        return String.format(
                Locale.ROOT,
                "ratio %s %.2f %.2f %.2f",
                name,
                median(),
                Collections.min(figures),
                Collections.max(figures));
    }

    /** The line of an absolute figure, for scripts. */
    String value(String name, String unit) {
        return String.format(Locale.ROOT, "value %s %.1f %s", name, median(), unit);
    }
}
