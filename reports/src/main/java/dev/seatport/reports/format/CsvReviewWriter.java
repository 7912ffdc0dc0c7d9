package dev.seatport.reports.format;

import dev.seatport.reports.internal.SpoolFile;
import dev.seatport.reports.output.Column;
import dev.seatport.reports.output.CsvRowWriter;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.CustomerView.MissingDataView;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewSummary;
import dev.seatport.reports.review.ReviewWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * CSV with one row per finding in the order of the customers. The rows of kind {@code GAP} and {@code NOTE} follow: one per gap and
 * one per note on counts. Rows of kind {@code SCOPE} name what was left out. Confined to one thread.
 */
final class CsvReviewWriter implements ReviewWriter {
    private static final List<Column<Map<String, @Nullable String>>> COLUMNS = Stream.of(
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
                    "readAt")
            .map(name -> Column.<Map<String, @Nullable String>>hidden(name, row -> row.get(name)))
            .toList();

    private final ReviewOutputHeader head;
    private final Writer out;
    private final CsvRowWriter<Map<String, @Nullable String>> findings;
    private final SpoolFile gaps = SpoolFile.open();
    private final CsvRowWriter<Map<String, @Nullable String>> gapRows;

    CsvReviewWriter(ReviewOutputHeader head, Writer out, boolean terminal) {
        this.head = head;
        this.out = out;
        this.findings = new CsvRowWriter<>(COLUMNS, out, terminal);
        this.gapRows = CsvRowWriter.withoutHeader(COLUMNS, gaps.writer(), terminal);
    }

    @Override
    public void customer(CustomerView customer) throws IOException {
        for (FindingView finding : customer.findings()) {
            Map<String, @Nullable String> row = row(customer, finding.kind(), finding.text(), customer.vendor());
            row.put("severity", finding.severity());
            row.put("id", finding.id());
            row.put("tenantId", finding.tenantId());
            row.put("product", finding.productCode());
            row.put("skuId", finding.skuId());
            row.put(
                    "excused",
                    finding.excused() == null ? null : finding.excused().reason());
            findings.row(row);
        }
        for (MissingDataView gap : customer.gaps()) {
            gapRows.row(gap(customer, gap));
        }
        for (QuantityNote note : QuantityNote.of(customer)) {
            Map<String, @Nullable String> row = row(customer, "NOTE", note.text(), note.vendor());
            row.put("tenantId", note.tenantId());
            row.put("product", note.product());
            row.put("skuId", note.skuId());
            row.put("source", note.source());
            gapRows.row(row);
        }
    }

    private static Map<String, @Nullable String> gap(@Nullable CustomerView customer, MissingDataView gap) {
        Map<String, @Nullable String> row = row(customer, "GAP", gap.text(), gap.vendor());
        row.put("customer", gap.customer());
        row.put("source", gap.source());
        row.put("failure", gap.kind());
        row.put("tenantId", gap.tenantId());
        return row;
    }

    /** Returns a row with the cells that all kinds of rows have. Other cells are empty. */
    private static Map<String, @Nullable String> row(
            @Nullable CustomerView customer, String kind, String text, String vendor) {
        Map<String, @Nullable String> row = new HashMap<>();
        if (customer != null) {
            row.put("customer", customer.id());
            row.put("organization", customer.organization());
            row.put("readAt", customer.readAt());
        }
        row.put("kind", kind);
        row.put("text", text);
        row.put("vendor", vendor);
        return row;
    }

    /** Writes nothing: the tenant belongs to no finding, and CSV has no columns for it. */
    @Override
    public void unmatched(String vendor, UnmatchedTenantView tenant) {}

    @Override
    public void end(ReviewSummary summary) throws IOException {
        findings.end();
        for (MissingDataView gap : summary.atLarge()) {
            gapRows.row(gap(null, gap));
        }
        for (String omission : head.omissions()) {
            gapRows.row(row(null, "SCOPE", omission, head.seatsFrom()));
        }
        gaps.copyTo(out);
    }

    @Override
    public void close() {
        gaps.close();
    }
}
