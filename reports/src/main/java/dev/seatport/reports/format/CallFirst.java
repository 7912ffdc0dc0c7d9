package dev.seatport.reports.format;

import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.Severity;
import dev.seatport.reports.format.SortedRows.Row;
import dev.seatport.reports.output.CellText;
import dev.seatport.reports.output.TextWidth;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The customers to call first: those with the worst findings. Of equal severity, a tenant without backup comes first, then the
 * largest difference. Keeps three customers. Confined to one thread.
 */
final class CallFirst implements AutoCloseable {
    private static final int CUSTOMERS = 3;
    private static final int REASON = 0;
    private static final int DETAILS = 1;
    private static final String INDENT = "     ";
    private static final String GAP = "  ";

    private static final Comparator<FindingView> WORST = Comparator.comparing(
                    (FindingView finding) -> Severity.valueOf(finding.severity()))
            .thenComparing(CallFirst::isWithoutBackup)
            .thenComparingLong(CallFirst::difference);

    private final SortedRows rows = new SortedRows(SortedRows.WORST_FIRST, CUSTOMERS);
    private final List<FindingView> ofTenants = new ArrayList<>();
    private @Nullable UnmatchedTenantView tenant;
    private long tenantNumber;

    /**
     * Adds a customer. Findings of severity INFO need no call.
     *
     * @param number its position in the result
     */
    void add(long number, CustomerView customer) throws IOException {
        add(number, customer.label(), customer.findings());
    }

    /**
     * Adds a tenant that only the license vendor has. Consecutive tenants of one customer are one call.
     *
     * @param number its position in the result
     */
    void add(long number, UnmatchedTenantView unmatched, FindingView finding) throws IOException {
        if (tenant == null || !tenant.customer().equals(unmatched.customer())) {
            addTenants();
            tenant = unmatched;
            tenantNumber = number;
        }
        ofTenants.add(finding);
    }

    private void addTenants() throws IOException {
        if (tenant != null) {
            add(tenantNumber, TableReviewWriter.name(tenant), ofTenants);
            ofTenants.clear();
            tenant = null;
        }
    }

    private void add(long number, String name, List<FindingView> findings) throws IOException {
        List<FindingView> alarms = findings.stream()
                .filter(finding -> finding.excused() == null)
                .filter(finding -> !finding.severity().equals(Severity.INFO.name()))
                .toList();
        Optional<FindingView> worst = alarms.stream().max(WORST);
        if (worst.isPresent()) {
            FindingView finding = worst.get();
            FindingPhrase phrase = FindingPhrase.of(finding);
            rows.add(new Row(
                    rank(finding),
                    difference(finding),
                    CellText.shown(name),
                    number,
                    List.of(
                            CellText.shown(reason(finding, phrase, alarms.size() - 1)),
                            CellText.shown(details(phrase)))));
        }
    }

    private static boolean isWithoutBackup(FindingView finding) {
        return finding.kind().equals(FindingKind.TENANT_WITHOUT_BACKUP.name());
    }

    /** Returns 0 for the findings that come first. */
    private static int rank(FindingView finding) {
        int severity = Severity.CRITICAL.compareTo(Severity.valueOf(finding.severity()));
        return 2 * severity + (isWithoutBackup(finding) ? 0 : 1);
    }

    /** Returns the number of seats or licenses that matters; -1 if it is unknown. */
    private static long difference(FindingView finding) {
        Long number = isWithoutBackup(finding) ? finding.licensesAssigned() : finding.difference();
        return number == null ? -1 : number;
    }

    private static String reason(FindingView finding, FindingPhrase phrase, int others) {
        String more = others == 0 ? "" : " (+" + others + (others == 1 ? " finding)" : " findings)");
        return FindingPhrase.mark(finding) + phrase.reason() + more;
    }

    private static String details(FindingPhrase phrase) {
        return phrase.counts().isEmpty() || phrase.subject().isEmpty()
                ? phrase.counts() + phrase.subject()
                : phrase.counts() + ", " + phrase.subject();
    }

    /** Returns the lines without details: one per customer, as {@link #lines} does. */
    List<String> reasons(int width) throws IOException {
        List<Row> first = first();
        int name =
                first.stream().mapToInt(row -> TextWidth.of(row.name())).max().orElse(0);
        return wrapped(first, name, width, false);
    }

    private List<Row> first() throws IOException {
        addTenants();
        List<Row> first = new ArrayList<>();
        rows.forEach(CUSTOMERS, first::add);
        return first;
    }

    /**
     * Returns one line per customer, the first to call first; empty if no customer needs a call. If a line does not fit, the details
     * of each customer follow in further lines.
     */
    List<String> lines(int width) throws IOException {
        List<Row> first = first();
        int name =
                first.stream().mapToInt(row -> TextWidth.of(row.name())).max().orElse(0);
        int columns = Math.max(1, Math.min(name, width / 2));
        List<String> whole = new ArrayList<>();
        for (Row row : first) {
            whole.add(start(whole.size() + 1, row, columns) + row.cells().get(REASON) + ": "
                    + row.cells().get(DETAILS));
        }
        return whole.stream().allMatch(line -> TextWidth.of(line) <= width) ? whole : wrapped(first, name, width, true);
    }

    private static List<String> wrapped(List<Row> first, int name, int width, boolean withDetails) {
        int reason = first.stream()
                .mapToInt(row -> TextWidth.of(row.cells().get(REASON)))
                .max()
                .orElse(0);
        int columns = Math.max(1, Math.min(name, Math.max(width / 2, width - INDENT.length() - GAP.length() - reason)));
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (Row row : first) {
            number++;
            lines.add(TextWidth.fit(start(number, row, columns) + row.cells().get(REASON), width));
            if (withDetails) {
                for (String line : TextWidth.wrap(row.cells().get(DETAILS), Math.max(1, width - INDENT.length()))) {
                    lines.add(INDENT + line);
                }
            }
        }
        return lines;
    }

    private static String start(int number, Row row, int columns) {
        return "  " + number + ". " + TextWidth.pad(TextWidth.fit(row.name(), columns), columns) + GAP;
    }

    @Override
    public void close() {
        rows.close();
    }
}
