package dev.seatport.reports.format;

import dev.seatport.domain.review.Severity;
import dev.seatport.reports.internal.SpoolFile;
import dev.seatport.reports.output.CellText;
import dev.seatport.reports.output.Palette;
import dev.seatport.reports.output.TerminalSanitizer;
import dev.seatport.reports.review.CustomerView.FindingExclusionView;
import dev.seatport.reports.review.CustomerView.FindingView;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Section of the table format with one line each: gaps, findings by falling severity, excused findings. */
final class FindingsSection implements AutoCloseable {
    private final Palette palette;
    private final SpoolFile missing = SpoolFile.open();
    private final Map<Severity, SpoolFile> found = new TreeMap<>(Comparator.reverseOrder());
    private final SpoolFile excused = SpoolFile.open();

    FindingsSection(Palette palette) {
        this.palette = palette;
        for (Severity severity : Severity.values()) {
            found.put(severity, SpoolFile.open());
        }
    }

    /** Does not shorten the text: it ends with the correlation id for the vendor's support. */
    void addMissing(String text) throws IOException {
        write(missing, palette.paint(null, "MISSING "), TerminalSanitizer.of(text));
    }

    void addFinding(String customer, FindingView finding) throws IOException {
        String text = customer + ": " + finding.text();
        FindingExclusionView excuse = finding.excused();
        if (excuse != null) {
            write(excused, "excused ", CellText.shown(text + " [" + excuse.reason() + "]"));
            return;
        }
        Severity severity = Severity.valueOf(finding.severity());
        write(
                Objects.requireNonNull(found.get(severity)),
                palette.paint(severity, "%-8s".formatted(severity)),
                CellText.shown(text));
    }

    private void write(SpoolFile lines, String label, String text) throws IOException {
        lines.write("  " + label + "  " + text + "\n");
    }

    void copyTo(Writer out) throws IOException {
        boolean some = Stream.concat(Stream.of(missing, excused), found.values().stream())
                .anyMatch(lines -> !lines.isEmpty());
        out.write(some ? "\nWorth noticing\n" : "\nNothing is worth noticing.\n");
        missing.copyTo(out);
        for (SpoolFile lines : found.values()) {
            lines.copyTo(out);
        }
        excused.copyTo(out);
    }

    @Override
    public void close() {
        missing.close();
        found.values().forEach(SpoolFile::close);
        excused.close();
    }
}
