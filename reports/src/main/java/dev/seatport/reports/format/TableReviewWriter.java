package dev.seatport.reports.format;

import dev.seatport.domain.observed.Dataset;
import dev.seatport.reports.internal.SpoolFile;
import dev.seatport.reports.output.CellText;
import dev.seatport.reports.output.Column;
import dev.seatport.reports.output.TableRowWriter;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.CustomerView.MissingDataView;
import dev.seatport.reports.review.CustomerView.PurchasedSeatComparisonView;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import dev.seatport.reports.review.LicenseSums;
import dev.seatport.reports.review.QuantitySum;
import dev.seatport.reports.review.ReviewOutputHeader;
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

/** Text table: one line per customer, then the findings by severity, totals and completeness. Confined to one thread. */
final class TableReviewWriter implements ReviewWriter {
    private static final List<Column<CustomerView>> OVERVIEW = List.of(
            new Column<>("customer", "customer", CustomerView::label),
            new Column<>(
                    "tenants", "tenants", customer -> (long) customer.tenants().size()),
            new Column<>("assigned", "assigned", customer -> coverage(customer, PurchasedSeatComparisonView::assigned)),
            new Column<>("purchased", "backup", customer -> coverage(customer, PurchasedSeatComparisonView::purchased)),
            new Column<>("coverage", "coverage", customer -> coverage(customer, TableReviewWriter::verdict)),
            new Column<>("licenses", "licenses used/total/bought", TableReviewWriter::licenses),
            new Column<>("findings", "findings", TableReviewWriter::findings));

    private final ReviewOutputHeader head;
    private final Writer out;
    private final FindingsSection findings;
    private final TableRowWriter<CustomerView> table;
    private final SpoolFile notes = SpoolFile.open();
    private final SpoolFile unmatched = SpoolFile.open();

    TableReviewWriter(ReviewOutputHeader head, Writer out, ReviewOutputOptions options) {
        this.head = head;
        this.out = out;
        this.findings = new FindingsSection(options.palette());
        this.table = new TableRowWriter<>(OVERVIEW, out);
    }

    @Override
    public void customer(CustomerView customer) throws IOException {
        table.row(customer);
        for (MissingDataView gap : customer.gaps()) {
            findings.addMissing(CellText.shown(customer.label()) + ": " + gap.text());
        }
        for (FindingView finding : customer.findings()) {
            findings.addFinding(customer.label(), finding);
        }
        for (QuantityNote note : QuantityNote.of(customer)) {
            notes.write("  " + CellText.shown(customer.label() + ": " + note.text()) + "\n");
        }
    }

    @Override
    public void unmatched(String vendor, UnmatchedTenantView tenant) throws IOException {
        String name = tenant.organization() == null ? tenant.customer() : tenant.organization();
        String suggestion = tenant.suggestions().isEmpty()
                ? ""
                : "; same name at " + head.seatsFrom() + ": " + String.join(", ", tenant.suggestions());
        unmatched.write("  " + CellText.shown(name) + ": tenant " + CellText.shown(tenant.tenantId() + suggestion)
                + (tenant.deleted() ? " (deleted)" : "")
                + (tenant.conclusive() ? "" : " (perhaps of a customer that could not be read)") + "\n");
    }

    @Override
    public void end(ReviewSummary summary) throws IOException {
        for (MissingDataView gap : summary.atLarge()) {
            findings.addMissing(gap.text());
        }
        table.end();
        findings.copyTo(out);
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
        String customer = exclusion.customer() == null ? "all customers" : exclusion.customer();
        String sku = exclusion.skuId() == null ? "" : ", SKU " + exclusion.skuId();
        String owner = exclusion.owner() == null ? "" : " (" + exclusion.owner() + ")";
        String until = exclusion.until() == null ? "" : ", until " + exclusion.until();
        String scope = exclusion.scope().toLowerCase(Locale.ROOT).replace('_', ' ');
        String state = exclusion.inForce()
                ? scope + ", findings excluded: " + exclusion.findings()
                : "EXPIRED: no longer applied";
        return customer + sku + ": " + exclusion.reason() + owner + until + "; " + state;
    }

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

    /** Marks a sum with unreported or missing counts as a lower bound. */
    private static String text(QuantitySum quantitySum, boolean whole) {
        return (quantitySum.sum() == null || (whole && quantitySum.unreported() == 0) ? "" : ">= ")
                + known(quantitySum);
    }

    /** Does not mark a lower bound: available counts may be negative, so a partial sum is none. */
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

    /** Returns the value of the only product, or the values of several products in one text. */
    private static @Nullable Object coverage(
            CustomerView customer, Function<PurchasedSeatComparisonView, @Nullable Object> value) {
        List<PurchasedSeatComparisonView> coverage = customer.coverage();
        return coverage.size() == 1
                ? value.apply(coverage.get(0))
                : coverage.stream()
                        .map(one -> Objects.toString(value.apply(one), "-"))
                        .collect(Collectors.joining("; "));
    }

    private static Object verdict(PurchasedSeatComparisonView coverage) {
        return switch (coverage.verdict()) {
            case "SHORT" -> "short by " + coverage.by();
            case "OVER" -> "over by " + coverage.by();
            case "COVERED" -> "covered";
            default -> "not comparable";
        };
    }

    /** Returns three sums: assigned in the tenants, total in the tenants, purchased through this partner. */
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
        findings.close();
        unmatched.close();
        notes.close();
    }
}
