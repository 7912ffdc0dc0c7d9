package dev.seatport.reports.format;

import dev.seatport.domain.observed.Dataset;
import dev.seatport.reports.internal.TemporaryTextFile;
import dev.seatport.reports.output.CellText;
import dev.seatport.reports.output.Column;
import dev.seatport.reports.output.Palette;
import dev.seatport.reports.output.TableSchema;
import dev.seatport.reports.output.TableWriter;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.CoverageView;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.CustomerView.GapView;
import dev.seatport.reports.review.CustomerView.UnmatchedView;
import dev.seatport.reports.review.LicenseSums;
import dev.seatport.reports.review.QuantitySum;
import dev.seatport.reports.review.ReviewHeader;
import dev.seatport.reports.review.ReviewSummary;
import dev.seatport.reports.review.ReviewSummary.ExclusionView;
import dev.seatport.reports.review.ReviewSummary.Totals;
import dev.seatport.reports.review.ReviewWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The review for people at a terminal: a line per customer, what is worth noticing, the worst first, and how complete it is. */
final class TableReviewWriter implements ReviewWriter {
    private static final TableSchema<CustomerView> OVERVIEW = new TableSchema<>(List.of(
            new Column<>("customer", "customer", CustomerView::label),
            new Column<>(
                    "tenants", "tenants", customer -> (long) customer.tenants().size()),
            new Column<>("assigned", "assigned", customer -> coverage(customer, CoverageView::assigned)),
            new Column<>("purchased", "backup", customer -> coverage(customer, CoverageView::purchased)),
            new Column<>("coverage", "coverage", customer -> coverage(customer, TableReviewWriter::verdict)),
            new Column<>("licenses", "licenses used/total/ours", TableReviewWriter::licenses),
            new Column<>("findings", "findings", TableReviewWriter::findings)));

    private final ReviewHeader head;
    private final Writer out;
    private final FindingsSection findingsSection;
    private final TableWriter<CustomerView> table;
    private final TemporaryTextFile notes = TemporaryTextFile.open();
    private final TemporaryTextFile unmatched = TemporaryTextFile.open();

    TableReviewWriter(ReviewHeader head, Writer out, Palette palette) {
        this.head = head;
        this.out = out;
        this.findingsSection = new FindingsSection(palette);
        this.table = new TableWriter<>(OVERVIEW, out);
    }

    @Override
    public void customer(CustomerView customer) throws IOException {
        table.row(customer);
        for (GapView gap : customer.gaps()) {
            findingsSection.missing(CellText.shown(customer.label()) + ": " + gap.text());
        }
        for (FindingView finding : customer.findings()) {
            findingsSection.found(customer.label(), finding);
        }
        for (CountNote note : CountNote.of(customer)) {
            notes.write("  " + CellText.shown(customer.label() + ": " + note.text()) + "\n");
        }
    }

    @Override
    public void unmatched(String vendor, UnmatchedView tenant) throws IOException {
        String name = tenant.organization() == null ? tenant.customer() : tenant.organization();
        String suggestion = tenant.suggestions().isEmpty()
                ? ""
                : "; of the same name at " + head.seatsFrom() + ": " + String.join(", ", tenant.suggestions());
        unmatched.write("  " + CellText.shown(name) + ": tenant " + CellText.shown(tenant.tenantId() + suggestion)
                + (tenant.deleted() ? " (deleted)" : "")
                + (tenant.conclusive() ? "" : " (perhaps of a customer that could not be read)") + "\n");
    }

    @Override
    public void end(ReviewSummary summary) throws IOException {
        for (GapView gap : summary.atLarge()) {
            findingsSection.missing(gap.text());
        }
        table.end();
        findingsSection.copyTo(out);
        if (!notes.isEmpty()) {
            out.write("\nNotes\n");
            notes.copyTo(out);
        }
        if (!unmatched.isEmpty()) {
            out.write("\nTenants that only " + head.licensesFrom() + " has\n");
            unmatched.copyTo(out);
        }
        if (!summary.exclusions().isEmpty()) {
            out.write("\nExclusions\n");
            for (ExclusionView exclusion : summary.exclusions()) {
                out.write("  " + CellText.shown(text(exclusion)) + "\n");
            }
        }
        totals(summary);
    }

    private static String text(ExclusionView exclusion) {
        String whose = exclusion.customer() == null ? "everybody" : exclusion.customer();
        String what = exclusion.skuId() == null ? "" : ", SKU " + exclusion.skuId();
        String owner = exclusion.owner() == null ? "" : " (" + exclusion.owner() + ")";
        String until = exclusion.until() == null ? "" : ", until " + exclusion.until();
        String where = exclusion.scope().toLowerCase(Locale.ROOT).replace('_', ' ');
        String state = exclusion.inForce()
                ? where + ", takes out " + exclusion.findings()
                : "EXPIRED: takes out nothing any more";
        return whose + what + ": " + exclusion.reason() + owner + until + "; " + state;
    }

    /** The last lines: what it sums up to, and how complete it is. */
    private void totals(ReviewSummary summary) throws IOException {
        Totals totals = summary.totals();
        boolean whole = summary.whole();
        out.write("\nTotals" + (whole ? "" : " (at least: the review is incomplete)") + "\n");
        out.write("  seats: " + text(totals.seatsAssigned(), whole) + " assigned, "
                + text(totals.seatsPurchased(), whole) + " purchased\n");
        out.write("  licenses: " + text(totals.licensesAssigned(), whole) + " assigned, "
                + text(totals.licensesTenantTotal(), whole) + " in the tenants, "
                + text(totals.licensesPurchased(), whole) + " purchased, " + known(totals.licensesAvailable())
                + " available\n");
        out.write("  findings: " + findings(totals) + "\n");
        out.write("\nCompleteness: " + summary.text() + "\n");
        for (Dataset dataset : Dataset.values()) {
            out.write("  " + summary.completeness().text(dataset) + "\n");
        }
    }

    /** A sum that lacks something is the least that it can be. */
    private static String text(QuantitySum quantitySum, boolean whole) {
        return (quantitySum.sum() == null || (whole && quantitySum.unreported() == 0) ? "" : ">= ")
                + known(quantitySum);
    }

    /** A count of what is available may be negative: what is known of it is no bound. */
    private static String known(QuantitySum quantitySum) {
        return (quantitySum.sum() == null
                        ? "? (" + quantitySum.note() + ")"
                        : quantitySum.sum().toString())
                + (quantitySum.unreported() == 0 ? "" : " (" + quantitySum.unreported() + " not reported)");
    }

    private static String findings(Totals totals) {
        Map<String, Long> kinds = totals.findings();
        String excused = totals.excused() == 0 ? "" : "; " + totals.excused() + " excused";
        return kinds.isEmpty()
                ? "none" + excused
                : kinds.entrySet().stream()
                                .map(kind -> kind.getValue() + " "
                                        + kind.getKey().toLowerCase(Locale.ROOT).replace('_', ' '))
                                .collect(Collectors.joining(", "))
                        + excused;
    }

    /** One product's column; of several products, one after the other. */
    private static @Nullable Object coverage(CustomerView customer, Function<CoverageView, @Nullable Object> value) {
        List<CoverageView> coverage = customer.coverage();
        return coverage.size() == 1
                ? value.apply(coverage.get(0))
                : coverage.stream()
                        .map(one -> Objects.toString(value.apply(one), "-"))
                        .collect(Collectors.joining("; "));
    }

    private static Object verdict(CoverageView coverage) {
        return switch (coverage.verdict()) {
            case "SHORT" -> "short by " + coverage.by();
            case "OVER" -> "over by " + coverage.by();
            case "COVERED" -> "covered";
            default -> "not comparable";
        };
    }

    /** Assigned in the customer's tenants, all licenses there, and those of this partner. */
    private static @Nullable Object licenses(CustomerView customer) {
        if (customer.licenses().isEmpty()) {
            return null;
        }
        LicenseSums sums = LicenseSums.of(customer);
        return exact(sums.assigned()) + "/" + exact(sums.tenantTotal()) + "/" + exact(sums.purchased());
    }

    private static String exact(QuantitySum quantitySum) {
        return quantitySum.sum() == null || quantitySum.unreported() > 0
                ? "?"
                : quantitySum.sum().toString();
    }

    private static @Nullable Object findings(CustomerView customer) {
        int count = customer.findings().size();
        return count == 0 ? null : (long) count;
    }

    @Override
    public void close() {
        findingsSection.close();
        unmatched.close();
        notes.close();
    }
}
