package dev.seatport.reports.format;

import dev.seatport.reports.output.JsonText;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.UnmatchedView;
import dev.seatport.reports.review.ReviewHeader;
import dev.seatport.reports.review.ReviewSummary;
import dev.seatport.reports.review.ReviewSummary.CompletenessView;
import dev.seatport.reports.review.ReviewSummary.ExclusionView;
import dev.seatport.reports.review.ReviewSummary.Totals;
import dev.seatport.reports.review.ReviewWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A JSON document per line, written as they come: {@code review}, {@code customer}..., {@code unmatched}..., {@code end}. */
final class NdjsonReviewWriter implements ReviewWriter {
    private final ReviewHeader head;
    private final Writer out;
    private boolean begun;

    NdjsonReviewWriter(ReviewHeader head, Writer out) {
        this.head = head;
        this.out = out;
    }

    private record Review(
            String type,
            int schemaVersion,
            String generatedAt,
            String seatportVersion,
            String seatsFrom,
            String licensesFrom) {}

    private record Customer(String type, CustomerView customer) {}

    private record Unmatched(String type, String vendor, UnmatchedView tenant) {}

    private record End(String type, CompletenessView completeness, Totals totals, List<ExclusionView> exclusions) {}

    @Override
    public void customer(CustomerView customer) throws IOException {
        line(new Customer("customer", customer));
        // A program that reads along sees a customer when it is there.
        out.flush();
    }

    @Override
    public void unmatched(String vendor, UnmatchedView tenant) throws IOException {
        line(new Unmatched("unmatched", vendor, tenant));
    }

    @Override
    public void end(ReviewSummary summary) throws IOException {
        line(new End("end", summary.completenessView(), summary.totals(), summary.exclusions()));
    }

    private void line(Object line) throws IOException {
        if (!begun) {
            begun = true;
            line(new Review(
                    "review",
                    ReviewHeader.SCHEMA_VERSION,
                    head.generatedAt(),
                    head.seatportVersion(),
                    head.seatsFrom(),
                    head.licensesFrom()));
        }
        out.write(JsonText.line(line));
        out.write('\n');
    }

    @Override
    public void close() {
        // Holds nothing: every line is out as soon as it is written.
        begun = true;
    }
}
