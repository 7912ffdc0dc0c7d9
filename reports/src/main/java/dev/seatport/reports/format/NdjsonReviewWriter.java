package dev.seatport.reports.format;

import dev.seatport.reports.output.JsonText;
import dev.seatport.reports.review.BaselineFindingView;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewOutputHeader.ScopeView;
import dev.seatport.reports.review.ReviewSummary;
import dev.seatport.reports.review.ReviewSummary.ComparisonView;
import dev.seatport.reports.review.ReviewSummary.CompletenessView;
import dev.seatport.reports.review.ReviewSummary.ExclusionView;
import dev.seatport.reports.review.ReviewSummary.MonthlyTotals;
import dev.seatport.reports.review.ReviewSummary.Totals;
import dev.seatport.reports.review.ReviewSummary.UnseenEntryView;
import dev.seatport.reports.review.ReviewWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One JSON document per line: {@code review}, {@code customer}..., {@code unmatched}..., {@code end}. A
 * comparison has {@code baselineFinding} lines before the end. Writes each line at once.
 * Confined to one thread.
 */
final class NdjsonReviewWriter implements ReviewWriter {
    private final ReviewOutputHeader head;
    private final Writer out;
    private boolean begun;

    NdjsonReviewWriter(ReviewOutputHeader head, Writer out) {
        this.head = head;
        this.out = out;
    }

    private record HeaderLine(
            String type,
            int schemaVersion,
            String generatedAt,
            String seatportVersion,
            String seatsFrom,
            @Nullable String licensesFrom,
            ScopeView scope) {}

    private record CustomerLine(String type, CustomerView customer) {}

    private record UnmatchedLine(String type, String vendor, UnmatchedTenantView tenant) {}

    private record BaselineFindingLine(String type, BaselineFindingView baselineFinding) {}

    private record EndLine(
            String type,
            CompletenessView completeness,
            Totals totals,
            List<ExclusionView> exclusions,
            List<UnseenEntryView> unseen,
            @Nullable MonthlyTotals monthly,
            @Nullable ComparisonView comparison) {}

    @Override
    public void customer(CustomerView customer) throws IOException {
        line(new CustomerLine("customer", customer));
        // A program that reads the output gets each customer without delay.
        out.flush();
    }

    @Override
    public void unmatched(String vendor, UnmatchedTenantView tenant) throws IOException {
        line(new UnmatchedLine("unmatched", vendor, tenant));
    }

    @Override
    public void baselineFinding(BaselineFindingView finding) throws IOException {
        line(new BaselineFindingLine("baselineFinding", finding));
    }

    @Override
    public void end(ReviewSummary summary) throws IOException {
        line(new EndLine(
                "end",
                summary.completenessView(),
                summary.totals(),
                summary.exclusions(),
                summary.unseen(),
                summary.monthly(),
                summary.comparison()));
    }

    private void line(Object line) throws IOException {
        if (!begun) {
            begun = true;
            line(new HeaderLine(
                    "review",
                    ReviewOutputHeader.SCHEMA_VERSION,
                    head.generatedAt(),
                    head.seatportVersion(),
                    head.seatsFrom(),
                    head.licensesFrom(),
                    head.scope()));
        }
        out.write(JsonText.line(line));
        out.write('\n');
    }

    @Override
    public void close() {
        // There is nothing to release.
        begun = true;
    }
}
