package dev.seatport.benchmarks.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Figures of one run: a line each for scripts, and a table for people. */
public final class Results {
    private final String run;
    private final PrintStream out;
    private final List<String> ratios = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private final List<Chart> charts = new ArrayList<>();

    /**
     * Creates the results of a run.
     *
     * @param out output for the lines
     */
    public Results(String run, PrintStream out) {
        this.run = run;
        this.out = out;
    }

    /**
     * Reports a ratio: {@code ratio <name> <median> <min> <max>}.
     *
     * @param rounds ratio of each round
     */
    public void ratio(String name, List<Double> rounds) {
        Spread spread = Spread.of(rounds);
        out.printf(Locale.ROOT, "ratio %s %.3f %.3f %.3f%n", name, spread.median(), spread.min(), spread.max());
        String targetText = TargetRatio.of(name).map(TargetRatio::text).orElse("");
        String met = TargetRatio.of(name)
                .map(target -> target.isMet(spread.median()) ? "yes" : "no")
                .orElse("");
        ratios.add(String.format(
                Locale.ROOT,
                "| `%s` | %.2f | %.2f | %.2f | %d | %s | %s |",
                name,
                spread.median(),
                spread.min(),
                spread.max(),
                rounds.size(),
                targetText,
                met));
    }

    /** Reports an absolute figure: {@code value <name> <number> <unit>}. It is valid for this machine only. */
    public void value(String name, double number, String unit) {
        out.printf(Locale.ROOT, "value %s %s %s%n", name, number(number), unit);
        numbers.put(name, number);
        values.add(String.format(Locale.ROOT, "| `%s` | %s | %s |", name, number(number), unit));
    }

    /** Reports the median of an absolute figure. */
    public void value(String name, List<Double> rounds, String unit) {
        value(name, Spread.of(rounds).median(), unit);
    }

    /**
     * Adds a chart of reported values.
     *
     * @param name name in the file name
     * @param title figure and unit
     * @param bars names of the values by label
     */
    public void chart(String name, String title, Map<String, String> bars) {
        Map<String, Double> drawn = new LinkedHashMap<>();
        bars.forEach((label, value) -> drawn.put(label, Objects.requireNonNull(numbers.get(value), value)));
        charts.add(new Chart(name, title, drawn));
    }

    static String number(double number) {
        int decimals = Math.abs(number) >= 1000 ? 0 : Math.abs(number) >= 10 ? 1 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    /** Replaces the table and the charts of this run. */
    public void write(Path folder, String commit) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# " + run);
        lines.add("");
        lines.add("Measured on " + LocalDate.now(ZoneOffset.UTC) + ", commit " + commit + "; " + Machine.describe()
                + ".");
        table(
                lines,
                "| ratio | median | least | most | rounds | target | met |",
                "|---|---|---|---|---|---|---|",
                ratios);
        table(lines, "| value | number | unit |", "|---|---|---|", values);
        replace(folder, run + ".md", lines);
        for (Chart chart : charts) {
            replace(folder, run + "-" + chart.name() + ".svg", chart.lines());
        }
    }

    private static void replace(Path folder, String name, List<String> lines) throws IOException {
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, name, ".part");
        Files.write(temporary, lines);
        Files.move(temporary, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void table(List<String> lines, String head, String rule, List<String> rows) {
        if (!rows.isEmpty()) {
            lines.addAll(List.of("", head, rule));
            lines.addAll(rows);
        }
    }
}
