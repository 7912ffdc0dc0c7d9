package dev.seatport.reports.format;

import dev.seatport.domain.review.Severity;
import dev.seatport.reports.format.SortedRows.Row;
import dev.seatport.reports.output.CellText;
import dev.seatport.reports.output.TextWidth;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.FindingView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The customers to call first: those with the worst findings, and of equal severity those with the largest difference. Keeps three
 * customers. Confined to one thread.
 */
final class CallFirst implements AutoCloseable {
    private static final int CUSTOMERS = 3;

    private static final Comparator<FindingView> WORST = Comparator.comparing(
                    (FindingView finding) -> Severity.valueOf(finding.severity()))
            .thenComparingLong(finding -> finding.difference() == null ? -1 : finding.difference());

    private final SortedRows rows = new SortedRows(SortedRows.WORST_FIRST, CUSTOMERS);

    /**
     * Adds a customer. Findings of severity INFO need no call.
     *
     * @param number its position in the result
     */
    void add(long number, CustomerView customer) throws IOException {
        List<FindingView> alarms = customer.findings().stream()
                .filter(finding -> finding.excused() == null)
                .filter(finding -> !finding.severity().equals(Severity.INFO.name()))
                .toList();
        Optional<FindingView> worst = alarms.stream().max(WORST);
        if (worst.isPresent()) {
            FindingView finding = worst.get();
            rows.add(new Row(
                    Severity.CRITICAL.compareTo(Severity.valueOf(finding.severity())),
                    finding.difference() == null ? -1 : finding.difference(),
                    CellText.shown(customer.label()),
                    number,
                    List.of(CellText.shown(text(finding, alarms.size() - 1)))));
        }
    }

    private static String text(FindingView finding, int others) {
        FindingPhrase phrase = FindingPhrase.of(finding);
        String more = others == 0 ? "" : " (+" + others + (others == 1 ? " finding)" : " findings)");
        String subject =
                phrase.counts().isEmpty() || phrase.subject().isEmpty() ? phrase.subject() : ", " + phrase.subject();
        return phrase.reason() + more + ": " + phrase.counts() + subject;
    }

    /** Returns one line per customer, the first to call first; empty if no customer needs a call. */
    List<String> lines(int width) throws IOException {
        List<Row> first = new ArrayList<>();
        rows.forEach(CUSTOMERS, first::add);
        int name =
                first.stream().mapToInt(row -> TextWidth.of(row.name())).max().orElse(0);
        int columns = Math.max(1, Math.min(name, width / 2));
        List<String> lines = new ArrayList<>();
        for (Row row : first) {
            lines.add(TextWidth.fit(
                    "  " + (lines.size() + 1) + ". " + TextWidth.pad(TextWidth.fit(row.name(), columns), columns) + "  "
                            + row.cells().get(0),
                    width));
        }
        return lines;
    }

    @Override
    public void close() {
        rows.close();
    }
}
