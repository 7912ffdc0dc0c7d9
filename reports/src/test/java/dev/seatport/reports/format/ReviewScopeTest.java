package dev.seatport.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.HtmlCase;
import dev.seatport.reports.review.HtmlFleet;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Marks of what was left out of a review, and no claims about it. */
class ReviewScopeTest {
    private static final ReviewOutputHeader PART = header(Set.of("BACKUP_SHORTFALL"), List.of("c-1", "c-2"));
    private static final ReviewOutputHeader WHOLE = header(Set.of(), List.of());
    private static final List<CustomerView> CUSTOMERS =
            List.of(new HtmlCase("c-1", "Acme").seats(5L, 5L).entry());

    private static ReviewOutputHeader header(Set<String> only, List<String> customers) {
        return new ReviewOutputHeader("2026-11-30T06:00:00Z", "0.1.0", "avepoint", "c3", only, customers, Map.of());
    }

    private static String written(ReviewFormat format, ReviewOutputHeader header) throws IOException {
        StringWriter out = new StringWriter();
        try (ReviewWriter writer = format.writer(header, out, ReviewOutputOptions.plain())) {
            for (CustomerView customer : CUSTOMERS) {
                writer.customer(customer);
            }
            writer.end(HtmlFleet.summary(CUSTOMERS, List.of()));
        }
        return out.toString();
    }

    @Test
    void isAMemberOfJson() throws IOException {
        assertThat(written(ReviewFormat.JSON, PART))
                .contains("\"scope\": {\"customers\":[\"c-1\",\"c-2\"],\"findings\":[\"BACKUP_SHORTFALL\"],");
        assertThat(written(ReviewFormat.JSON, WHOLE)).contains("\"scope\": {\"customers\":null,\"findings\":null,");
    }

    @Test
    void makesTheUnmatchedTenantsOfJsonUnknown() throws IOException {
        assertThat(written(ReviewFormat.JSON, PART)).contains("\"c3\": null");
        assertThat(written(ReviewFormat.JSON, WHOLE)).contains("\"c3\": []");
    }

    @Test
    void isInTheFirstLineOfNdjson() throws IOException {
        assertThat(written(ReviewFormat.NDJSON, PART).lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line)
                        .contains("\"scope\":{\"customers\":[\"c-1\",\"c-2\"],\"findings\":[\"BACKUP_SHORTFALL\"],"));
    }

    @Test
    void hasRowsInCsv() throws IOException {
        assertThat(written(ReviewFormat.CSV, PART).lines().filter(line -> line.startsWith(",,SCOPE,,")))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("Only these customers were reviewed: c-1, c-2."))
                .anySatisfy(line -> assertThat(line).contains("Tenants that only c3 has were not looked for."))
                .anySatisfy(line -> assertThat(line).contains("backup-shortfall"));
        assertThat(written(ReviewFormat.CSV, WHOLE)).doesNotContain("SCOPE");
    }

    @Test
    void isInTheSummaryOfATable() throws IOException {
        assertThat(written(ReviewFormat.TABLE, PART))
                .contains("Only these customers were reviewed: c-1, c-2. Other customers were not looked at.\n")
                .contains("Tenants that only c3 has were not looked for.\n")
                .contains("Only findings of these kinds are shown and counted: backup-shortfall.\n");
        assertThat(written(ReviewFormat.TABLE, WHOLE)).doesNotContain("Only ", "not looked");
    }
}
