package dev.seatport.reports.review;

import dev.seatport.reports.output.JsonText;
import dev.seatport.reports.review.CustomerEntry.UnmatchedEntry;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON document per line, written as they come: {@code review}, {@code customer}..., {@code unmatched}..., {@code end}. */
final class NdjsonReviewWriter implements ReviewWriter {
    private final ReviewHead head;
    private final Writer out;
    private boolean begun;

    NdjsonReviewWriter(ReviewHead head, Writer out) {
        this.head = head;
        this.out = out;
    }

    @Override
    public void customer(CustomerEntry customer) throws IOException {
        begin();
        line("customer", Map.of("customer", customer));
        // Whoever reads along sees a customer when it is there.
        out.flush();
    }

    @Override
    public void unmatched(String vendor, UnmatchedEntry tenant) throws IOException {
        begin();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("vendor", vendor);
        members.put("tenant", tenant);
        line("unmatched", members);
    }

    @Override
    public void end(Certificate certificate) throws IOException {
        begin();
        Map<String, @Nullable Object> completeness = new LinkedHashMap<>();
        completeness.put("customers", certificate.customers());
        completeness.put("complete", certificate.complete());
        completeness.put("text", certificate.text());
        completeness.put("asOf", certificate.asOf());
        completeness.put("gaps", certificate.atLarge());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("completeness", completeness);
        members.put("totals", certificate.totals());
        members.put("exclusions", certificate.exclusions());
        line("end", members);
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("schemaVersion", ReviewHead.SCHEMA_VERSION);
            members.put("generatedAt", head.generatedAt());
            members.put("seatportVersion", head.seatportVersion());
            members.put("seatsFrom", head.seatsFrom());
            members.put("licensesFrom", head.licensesFrom());
            line("review", members);
        }
    }

    private void line(String type, Map<String, Object> members) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("type", type);
        all.putAll(members);
        out.write(JsonText.line(all));
        out.write('\n');
    }

    @Override
    public void close() {
        // Holds nothing: every line is out as soon as it is written.
        begun = true;
    }
}
