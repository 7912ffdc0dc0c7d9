package dev.seatport.reports.format;

import dev.seatport.domain.review.Severity;
import dev.seatport.reports.internal.Spool;
import dev.seatport.reports.output.Palette;
import dev.seatport.reports.output.Texts;
import dev.seatport.reports.review.CustomerView.ExcusedView;
import dev.seatport.reports.review.CustomerView.FindingView;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is worth noticing, a line each: what is missing, then the findings, the worst first, then what is excused. */
final class Notices implements AutoCloseable {
    private final Palette palette;
    private final Spool missing = Spool.open();
    private final Map<Severity, Spool> found = new TreeMap<>(Comparator.reverseOrder());
    private final Spool excused = Spool.open();

    Notices(Palette palette) {
        this.palette = palette;
        for (Severity severity : Severity.values()) {
            found.put(severity, Spool.open());
        }
    }

    /** What could not be read is told whole: at its end stands what the vendor's support asks for. */
    void missing(String text) throws IOException {
        write(missing, palette.paint(null, "MISSING "), Texts.whole(text));
    }

    void found(String customer, FindingView finding) throws IOException {
        String text = customer + ": " + finding.text();
        ExcusedView excuse = finding.excused();
        if (excuse != null) {
            write(excused, "excused ", Texts.shown(text + " [" + excuse.reason() + "]"));
            return;
        }
        Severity severity = Severity.valueOf(finding.severity());
        write(
                Objects.requireNonNull(found.get(severity)),
                palette.paint(severity, "%-8s".formatted(severity)),
                Texts.shown(text));
    }

    private void write(Spool spool, String label, String text) throws IOException {
        spool.write("  " + label + "  " + text + "\n");
    }

    void copyTo(Writer out) throws IOException {
        boolean some = Stream.concat(Stream.of(missing, excused), found.values().stream())
                .anyMatch(spool -> !spool.isEmpty());
        out.write(some ? "\nWorth noticing\n" : "\nNothing is worth noticing.\n");
        missing.copyTo(out);
        for (Spool spool : found.values()) {
            spool.copyTo(out);
        }
        excused.copyTo(out);
    }

    @Override
    public void close() {
        missing.close();
        found.values().forEach(Spool::close);
        excused.close();
    }
}
