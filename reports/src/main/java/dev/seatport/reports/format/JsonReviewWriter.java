package dev.seatport.reports.format;

import dev.seatport.reports.internal.SpoolFile;
import dev.seatport.reports.output.JsonText;
import dev.seatport.reports.review.BaselineFindingView;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.MissingDataView;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewSummary;
import dev.seatport.reports.review.ReviewSummary.ComparisonView;
import dev.seatport.reports.review.ReviewWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON document with the summary before the customers. Confined to one thread. */
final class JsonReviewWriter implements ReviewWriter {
    private final ReviewOutputHeader head;
    private final Writer out;
    private final DeferredArray gaps = new DeferredArray("\n      ");
    private final DeferredArray baselineFindings = new DeferredArray("\n      ");
    private final DeferredArray customers = new DeferredArray("\n    ");
    private final DeferredArray unmatchedSeats = new DeferredArray("\n      ");
    private final DeferredArray unmatchedLicenses = new DeferredArray("\n      ");

    JsonReviewWriter(ReviewOutputHeader head, Writer out) {
        this.head = head;
        this.out = out;
    }

    /** Array that is written to a temporary file until its position in the document is reached. */
    private record DeferredArray(SpoolFile file, String indent) {
        DeferredArray(String indent) {
            this(SpoolFile.open(), indent);
        }

        void add(Object row) throws IOException {
            file.write((file.isEmpty() ? "" : ",") + indent + JsonText.line(row));
        }

        void copyTo(Writer out) throws IOException {
            out.write('[');
            file.copyTo(out);
            out.write(']');
        }
    }

    @Override
    public void customer(CustomerView customer) throws IOException {
        customers.add(customer);
        for (MissingDataView gap : customer.gaps()) {
            gaps.add(gap);
        }
        for (UnmatchedTenantView tenant : customer.unmatched()) {
            unmatchedSeats.add(tenant);
        }
    }

    @Override
    public void unmatched(String vendor, UnmatchedTenantView tenant) throws IOException {
        unmatchedLicenses.add(tenant);
    }

    @Override
    public void baselineFinding(BaselineFindingView finding) throws IOException {
        baselineFindings.add(finding);
    }

    @Override
    public void end(ReviewSummary summary) throws IOException {
        for (MissingDataView gap : summary.atLarge()) {
            gaps.add(gap);
        }
        out.write("{\n  \"schemaVersion\": " + ReviewOutputHeader.SCHEMA_VERSION);
        member("\n  ", "generatedAt", head.generatedAt());
        member("\n  ", "seatportVersion", head.seatportVersion());
        member("\n  ", "seatsFrom", head.seatsFrom());
        member("\n  ", "licensesFrom", head.licensesFrom());
        member("\n  ", "scope", head.scope());
        out.write(",\n  \"completeness\": {\n    \"customers\": "
                + summary.completeness().customers());
        member("\n    ", "complete", summary.completeness().complete());
        member("\n    ", "text", summary.text());
        member("\n    ", "asOf", summary.asOf());
        array(",\n    ", "gaps", gaps);
        out.write("\n  }");
        member("\n  ", "totals", summary.totals());
        member("\n  ", "monthly", summary.monthly());
        comparison(summary.comparison());
        array(",\n  ", "customers", customers);
        out.write(",\n  \"unmatched\": {");
        String licensesFrom = head.licensesFrom();
        if (licensesFrom != null) {
            array("\n    ", head.seatsFrom(), unmatchedSeats);
            if (head.includesUnmatchedLicenses()) {
                array(",\n    ", licensesFrom, unmatchedLicenses);
            } else {
                member("\n    ", licensesFrom, null);
            }
        }
        out.write("\n  }");
        member("\n  ", "exclusions", summary.exclusions());
        member("\n  ", "unseen", summary.unseen());
        out.write("\n}\n");
    }

    private void comparison(@Nullable ComparisonView comparison) throws IOException {
        if (comparison == null) {
            member("\n  ", "comparison", null);
            return;
        }
        out.write(",\n  \"comparison\": {\n    \"generatedAt\": " + JsonText.line(comparison.generatedAt()));
        member("\n    ", "changes", comparison.changes());
        member("\n    ", "newSeverities", comparison.newSeverities());
        array(",\n    ", "findings", baselineFindings);
        out.write("\n  }");
    }

    private void member(String before, String name, @Nullable Object value) throws IOException {
        out.write("," + before + "\"" + name + "\": " + JsonText.line(value));
    }

    private void array(String before, String name, DeferredArray array) throws IOException {
        out.write(before + JsonText.line(name) + ": ");
        array.copyTo(out);
    }

    @Override
    public void close() {
        List.of(gaps, baselineFindings, customers, unmatchedSeats, unmatchedLicenses)
                .forEach(array -> array.file().close());
    }
}
