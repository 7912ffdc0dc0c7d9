package dev.seatport.reports.format;

import dev.seatport.reports.internal.SpoolFile;
import dev.seatport.reports.output.Column;
import dev.seatport.reports.output.CsvRowWriter;
import dev.seatport.reports.review.BaselineFindingView;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.FindingExclusionView;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.CustomerView.LapsedLicensesView;
import dev.seatport.reports.review.CustomerView.MissingDataView;
import dev.seatport.reports.review.CustomerView.MonthlyAmountView;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewSummary;
import dev.seatport.reports.review.ReviewSummary.UnseenEntryView;
import dev.seatport.reports.review.ReviewWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * CSV with one row per finding in the order of the customers. The rows of kind {@code GAP} and {@code NOTE} follow: one per gap and
 * one per note on counts, and between them one per finding that only the baseline has. {@code vendor} is the customer's vendor for
 * a finding, and otherwise the vendor of the counts, like {@code countsFrom}. Rows of kind {@code SCOPE} name what
 * was left out. Confined to one thread.
 */
final class CsvReviewWriter implements ReviewWriter {
    private static final List<Column<Map<String, @Nullable Object>>> COLUMNS = Stream.of(
                    "customer",
                    "organization",
                    "kind",
                    "severity",
                    "text",
                    "id",
                    "tenantId",
                    "product",
                    "skuId",
                    "excused",
                    "vendor",
                    "source",
                    "failure",
                    "readAt",
                    "countsFrom",
                    "tenantName",
                    "productName",
                    "purchased",
                    "assigned",
                    "available",
                    "tenantTotal",
                    "warning",
                    "suspended",
                    "lockedOut",
                    "licensesAssigned",
                    "difference",
                    "monthlyMeaning",
                    "monthlyAmount",
                    "currency",
                    "monthlyUpTo",
                    "excusedOwner",
                    "excusedUntil",
                    "change",
                    "changeReason")
            .map(name -> Column.<Map<String, @Nullable Object>>hidden(name, row -> row.get(name)))
            .toList();

    private final ReviewOutputHeader head;
    private final Writer out;
    private final CsvRowWriter<Map<String, @Nullable Object>> findings;
    private final SpoolFile gaps = SpoolFile.open();
    private final CsvRowWriter<Map<String, @Nullable Object>> gapRows;

    CsvReviewWriter(ReviewOutputHeader head, Writer out, boolean terminal) {
        this.head = head;
        this.out = out;
        this.findings = new CsvRowWriter<>(COLUMNS, out, terminal);
        this.gapRows = CsvRowWriter.withoutHeader(COLUMNS, gaps.writer(), terminal);
    }

    @Override
    public void customer(CustomerView customer) throws IOException {
        for (FindingView finding : customer.findings()) {
            Map<String, @Nullable Object> row =
                    finding(customer.id(), customer.organization(), customer.vendor(), finding);
            row.put("readAt", customer.readAt());
            findings.row(row);
        }
        for (MissingDataView gap : customer.gaps()) {
            gapRows.row(gap(customer, gap));
        }
        for (QuantityNote note : QuantityNote.of(customer)) {
            Map<String, @Nullable Object> row = row(customer, "NOTE", note.text(), note.vendor());
            row.put("tenantId", note.tenantId());
            row.put("product", note.product());
            row.put("skuId", note.skuId());
            row.put("source", note.source());
            gapRows.row(row);
        }
    }

    private static Map<String, @Nullable Object> finding(
            String customer, @Nullable String organization, String vendor, FindingView finding) {
        Map<String, @Nullable Object> row = row(null, finding.kind(), finding.text(), vendor);
        row.put("customer", customer);
        row.put("organization", organization);
        row.put("severity", finding.severity());
        row.put("id", finding.id());
        row.put("tenantId", finding.tenantId());
        row.put("product", finding.productCode());
        row.put("skuId", finding.skuId());
        row.put("countsFrom", finding.countsFrom());
        row.put("tenantName", finding.tenantName());
        row.put("productName", finding.productName());
        row.put("purchased", finding.purchased());
        row.put("assigned", finding.assigned());
        row.put("available", finding.available());
        row.put("tenantTotal", finding.tenantTotal());
        LapsedLicensesView states = finding.states();
        if (states != null) {
            row.put("warning", states.warning());
            row.put("suspended", states.suspended());
            row.put("lockedOut", states.lockedOut());
        }
        row.put("licensesAssigned", finding.licensesAssigned());
        row.put("difference", finding.difference());
        MonthlyAmountView monthly = finding.monthly();
        if (monthly != null) {
            row.put("monthlyMeaning", monthly.meaning());
            row.put("monthlyAmount", new BigDecimal(monthly.amount()));
            row.put("currency", monthly.currency());
            row.put("monthlyUpTo", monthly.upTo());
        }
        FindingExclusionView excused = finding.excused();
        if (excused != null) {
            row.put("excused", excused.reason());
            row.put("excusedOwner", excused.owner());
            row.put("excusedUntil", excused.until());
        }
        row.put("change", finding.change());
        row.put("changeReason", finding.changeReason());
        return row;
    }

    private static Map<String, @Nullable Object> gap(@Nullable CustomerView customer, MissingDataView gap) {
        Map<String, @Nullable Object> row = row(customer, "GAP", gap.text(), gap.vendor());
        row.put("customer", gap.customer());
        row.put("source", gap.source());
        row.put("failure", gap.kind());
        row.put("tenantId", gap.tenantId());
        row.put("tenantName", gap.tenantName());
        return row;
    }

    /** Returns a row with the cells that all kinds of rows have. Other cells are empty. */
    private static Map<String, @Nullable Object> row(
            @Nullable CustomerView customer, String kind, String text, String vendor) {
        Map<String, @Nullable Object> row = new HashMap<>();
        if (customer != null) {
            row.put("customer", customer.id());
            row.put("organization", customer.organization());
            row.put("readAt", customer.readAt());
        }
        row.put("kind", kind);
        row.put("text", text);
        row.put("vendor", vendor);
        row.put("countsFrom", vendor);
        return row;
    }

    /** Writes the finding about the tenant. CSV has no columns for a tenant without a finding. */
    @Override
    public void unmatched(String vendor, UnmatchedTenantView tenant) throws IOException {
        FindingView finding = tenant.finding();
        if (finding != null) {
            findings.row(finding(tenant.customer(), tenant.organization(), vendor, finding));
        }
    }

    @Override
    public void baselineFinding(BaselineFindingView finding) throws IOException {
        gapRows.row(finding(finding.customer(), finding.organization(), head.seatsFrom(), finding.finding()));
    }

    @Override
    public void end(ReviewSummary summary) throws IOException {
        findings.end();
        for (MissingDataView gap : summary.atLarge()) {
            gapRows.row(gap(null, gap));
        }
        for (String omission : head.omissions(summary)) {
            gapRows.row(row(null, "SCOPE", omission, head.seatsFrom()));
        }
        for (UnseenEntryView entry : summary.unseen()) {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("kind", "NOTE");
            row.put("text", entry.text());
            row.put("product", entry.productCode());
            row.put("skuId", entry.skuId());
            gapRows.row(row);
        }
        gaps.copyTo(out);
    }

    @Override
    public void close() {
        gaps.close();
    }
}
