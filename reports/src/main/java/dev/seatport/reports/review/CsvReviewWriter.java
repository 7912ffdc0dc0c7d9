package dev.seatport.reports.review;

import dev.seatport.reports.output.Column;
import dev.seatport.reports.output.CsvRowWriter;
import dev.seatport.reports.output.Shape;
import dev.seatport.reports.review.Certificate.MissingEntry;
import dev.seatport.reports.review.CustomerEntry.FindingEntry;
import dev.seatport.reports.review.CustomerEntry.GapEntry;
import dev.seatport.reports.review.CustomerEntry.UnmatchedEntry;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CSV: a row per finding in the order of the customers, then a row of kind {@code GAP} for everything that is missing, and one
 * of kind {@code NOTE} for everything that a reader has to know of the counts.
 */
final class CsvReviewWriter implements ReviewWriter {
    private static final String GAP = "GAP";
    private static final String NOTE = "NOTE";
    private static final Shape<Row> SHAPE = new Shape<>(List.of(
            Column.hidden("customer", Row::customer),
            Column.hidden("organization", Row::organization),
            Column.hidden("kind", Row::kind),
            Column.hidden("severity", Row::severity),
            Column.hidden("text", Row::text),
            Column.hidden("id", Row::id),
            Column.hidden("tenantId", Row::tenantId),
            Column.hidden("product", Row::product),
            Column.hidden("skuId", Row::skuId),
            Column.hidden("excused", Row::excused),
            Column.hidden("vendor", Row::vendor),
            Column.hidden("source", Row::source),
            Column.hidden("failure", Row::failure),
            Column.hidden("readAt", Row::readAt)));

    private final Writer out;
    private final CsvRowWriter<Row> findings;
    private final Spool gaps = Spool.open();
    private final CsvRowWriter<Row> gapRows;

    CsvReviewWriter(Writer out, boolean terminal) {
        this.out = out;
        this.findings = new CsvRowWriter<>(SHAPE, out, terminal);
        this.gapRows = CsvRowWriter.withoutHeader(SHAPE, gaps.writer(), terminal);
    }

    /** A finding, a gap or a note: what does not apply is {@code null}. */
    private record Row(
            @Nullable String customer,
            @Nullable String organization,
            String kind,
            @Nullable String severity,
            String text,
            @Nullable String id,
            @Nullable String tenantId,
            @Nullable String product,
            @Nullable String skuId,
            @Nullable String excused,
            String vendor,
            @Nullable String source,
            @Nullable String failure,
            @Nullable String readAt) {}

    @Override
    public void customer(CustomerEntry customer) throws IOException {
        for (FindingEntry finding : customer.findings()) {
            findings.row(row(customer, finding));
        }
        for (GapEntry gap : customer.gaps()) {
            gapRows.row(gap(customer.id(), customer.organization(), gap, customer.readAt()));
        }
        for (CustomerNote note : CustomerNote.of(customer)) {
            gapRows.row(note(customer, note));
        }
    }

    private static Row row(CustomerEntry customer, FindingEntry finding) {
        return new Row(
                customer.id(),
                customer.organization(),
                finding.kind(),
                finding.severity(),
                finding.text(),
                finding.id(),
                finding.tenantId(),
                finding.product(),
                finding.skuId(),
                finding.excused() == null ? null : finding.excused().reason(),
                customer.vendor(),
                null,
                null,
                customer.readAt());
    }

    private static Row note(CustomerEntry customer, CustomerNote note) {
        return new Row(
                customer.id(),
                customer.organization(),
                NOTE,
                null,
                note.text(),
                null,
                note.tenantId(),
                note.product(),
                note.skuId(),
                null,
                note.vendor(),
                note.source(),
                null,
                customer.readAt());
    }

    private static Row gap(
            @Nullable String customer, @Nullable String organization, GapEntry gap, @Nullable String readAt) {
        return new Row(
                customer,
                organization,
                GAP,
                null,
                gap.text(),
                null,
                null,
                null,
                null,
                null,
                gap.vendor(),
                gap.source(),
                gap.kind(),
                readAt);
    }

    /** Such a tenant is nobody's finding: the formats that have a place for it tell it. */
    @Override
    public void unmatched(String vendor, UnmatchedEntry tenant) {}

    @Override
    public void end(Certificate certificate) throws IOException {
        findings.end();
        for (MissingEntry gap : certificate.atLarge()) {
            gapRows.row(
                    gap(gap.customer(), null, new GapEntry(gap.vendor(), gap.source(), gap.kind(), gap.text()), null));
        }
        gaps.copyTo(out);
    }

    @Override
    public void close() {
        gaps.close();
    }
}
