package dev.seatport.reports.format;

import dev.seatport.reports.output.Column;
import dev.seatport.reports.output.RowFormat;
import dev.seatport.reports.output.RowWriter;
import dev.seatport.reports.output.TableRowWriter;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.MissingDataView;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import dev.seatport.reports.review.PositionRow;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewSummary;
import dev.seatport.reports.review.ReviewWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Rows with the numbers of a review, written without delay. Confined to one thread. */
final class PositionsReviewWriter implements ReviewWriter {
    private static final List<Column<PositionRow>> COLUMNS = List.of(
            Column.hidden("row", PositionRow::row),
            Column.hidden("vendor", PositionRow::vendor),
            Column.hidden("customer", PositionRow::customer),
            Column.hidden("organization", PositionRow::organization),
            Column.hidden("licenseCustomer", PositionRow::licenseCustomer),
            Column.hidden("tenantId", PositionRow::tenantId),
            Column.hidden("tenantName", PositionRow::tenantName),
            Column.hidden("tenantKind", PositionRow::tenantKind),
            Column.hidden("productCode", PositionRow::productCode),
            Column.hidden("productName", PositionRow::productName),
            Column.hidden("skuId", PositionRow::skuId),
            Column.hidden("purchased", PositionRow::purchased),
            Column.hidden("assigned", PositionRow::assigned),
            Column.hidden("available", PositionRow::available),
            Column.hidden("tenantTotal", PositionRow::tenantTotal),
            Column.hidden("warning", PositionRow::warning),
            Column.hidden("suspended", PositionRow::suspended),
            Column.hidden("lockedOut", PositionRow::lockedOut),
            Column.hidden("verdict", PositionRow::verdict),
            Column.hidden("difference", PositionRow::difference),
            Column.hidden("licensesPurchased", PositionRow::licensesPurchased),
            Column.hidden("licensesAssigned", PositionRow::licensesAssigned),
            Column.hidden("inTotals", PositionRow::inTotals),
            Column.hidden("assignable", PositionRow::assignable),
            Column.hidden("free", PositionRow::free),
            Column.hidden("deleted", PositionRow::deleted),
            Column.hidden("offers", PositionRow::offers),
            Column.hidden("renewal", PositionRow::renewal),
            Column.hidden("source", PositionRow::source),
            Column.hidden("failure", PositionRow::failure),
            Column.hidden("note", PositionRow::note),
            Column.hidden("complete", PositionRow::complete),
            Column.hidden("readAt", PositionRow::readAt));

    private final ReviewOutputHeader head;
    private final Writer out;
    private final RowWriter<PositionRow> rows;
    private final PositionRow.Converter converter = new PositionRow.Converter();

    PositionsReviewWriter(ReviewOutputHeader head, Writer out, RowFormat format, boolean terminal) {
        this.head = head;
        this.out = out;
        this.rows = format.rows(COLUMNS, out, terminal, TableRowWriter.UNBOUNDED);
    }

    @Override
    public void customer(CustomerView customer) throws IOException {
        for (PositionRow row : converter.rows(customer)) {
            rows.row(row);
        }
        // A program that reads the output gets each customer without delay.
        out.flush();
    }

    @Override
    public void unmatched(String vendor, UnmatchedTenantView tenant) throws IOException {
        rows.row(converter.unmatched(vendor, tenant));
    }

    @Override
    public void end(ReviewSummary summary) throws IOException {
        for (MissingDataView gap : summary.atLarge()) {
            rows.row(converter.gap(gap));
        }
        rows.row(converter.end(head.seatsFrom(), summary));
        rows.end();
    }

    @Override
    public void close() {
        // There is nothing to release.
    }
}
