package dev.seatport.reports.review;

import dev.seatport.reports.output.JsonText;
import dev.seatport.reports.review.Certificate.MissingEntry;
import dev.seatport.reports.review.CustomerEntry.GapEntry;
import dev.seatport.reports.review.CustomerEntry.UnmatchedEntry;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** One JSON document, the certificate before the customers. */
final class JsonReviewWriter implements ReviewWriter {
    private final ReviewHead head;
    private final Writer out;
    private final JsonRows gaps = new JsonRows("\n      ");
    private final JsonRows customers = new JsonRows("\n    ");
    private final JsonRows unmatchedSeats = new JsonRows("\n      ");
    private final JsonRows unmatchedLicenses = new JsonRows("\n      ");

    JsonReviewWriter(ReviewHead head, Writer out) {
        this.head = head;
        this.out = out;
    }

    @Override
    public void customer(CustomerEntry customer) throws IOException {
        customers.add(customer);
        for (GapEntry gap : customer.gaps()) {
            gaps.add(new MissingEntry(customer.id(), gap.vendor(), gap.source(), gap.kind(), gap.text()));
        }
        for (UnmatchedEntry tenant : customer.unmatched()) {
            unmatchedSeats.add(tenant);
        }
    }

    @Override
    public void unmatched(String vendor, UnmatchedEntry tenant) throws IOException {
        unmatchedLicenses.add(tenant);
    }

    @Override
    public void end(Certificate certificate) throws IOException {
        for (MissingEntry gap : certificate.atLarge()) {
            gaps.add(gap);
        }
        out.write("{\n  \"schemaVersion\": " + ReviewHead.SCHEMA_VERSION);
        member("generatedAt", head.generatedAt());
        member("seatportVersion", head.seatportVersion());
        member("seatsFrom", head.seatsFrom());
        member("licensesFrom", head.licensesFrom());
        out.write(",\n  \"completeness\": {\n    \"customers\": " + certificate.customers() + ",\n    \"complete\": "
                + certificate.complete() + ",\n    \"text\": " + JsonText.line(certificate.text())
                + ",\n    \"asOf\": " + asOf(certificate) + ",\n    \"gaps\": ");
        gaps.copyTo(out);
        out.write("\n  }");
        member("totals", certificate.totals());
        out.write(",\n  \"customers\": ");
        customers.copyTo(out);
        out.write(",\n  \"unmatched\": {\n    " + JsonText.line(head.seatsFrom()) + ": ");
        unmatchedSeats.copyTo(out);
        out.write(",\n    " + JsonText.line(head.licensesFrom()) + ": ");
        unmatchedLicenses.copyTo(out);
        out.write("\n  }");
        member("exclusions", certificate.exclusions());
        out.write("\n}\n");
    }

    private static String asOf(Certificate certificate) {
        return certificate.asOf() == null ? "null" : JsonText.line(certificate.asOf());
    }

    private void member(String name, Object value) throws IOException {
        out.write(",\n  \"" + name + "\": " + JsonText.line(value));
    }

    @Override
    public void close() {
        List.of(gaps, customers, unmatchedSeats, unmatchedLicenses).forEach(JsonRows::close);
    }
}
