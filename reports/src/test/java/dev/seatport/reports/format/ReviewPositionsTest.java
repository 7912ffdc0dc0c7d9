package dev.seatport.reports.format;

import static dev.seatport.reports.format.ReviewFixture.customer;
import static dev.seatport.reports.format.ReviewFixture.gap;
import static dev.seatport.reports.format.ReviewFixture.license;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.reports.review.HtmlFleet;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows with the numbers of a review. */
class ReviewPositionsTest {
    private static final ReviewFixture REVIEW = ReviewFixture.of(
                    customer(
                            "a",
                            Quantity.of(10),
                            14,
                            List.of(),
                            license("a", "s1", Quantity.of(5), Quantity.of(9), Quantity.of(7)),
                            license("a", "free", Quantity.of(1000), Quantity.of(1), Quantity.of(1000)),
                            license("a", "", Quantity.of(8), Quantity.of(1), Quantity.of(8))),
                    customer("b", Quantity.of(20), 20, List.of()),
                    customer(
                            "c",
                            Quantity.unreported(),
                            4,
                            List.of(gap("c", Dataset.LICENSES)),
                            license("c", "s1", Quantity.of(3), Quantity.of(3), Quantity.of(3))),
                    customer(
                            "d",
                            Quantity.of(7),
                            4,
                            List.of(),
                            license("a", "s1", Quantity.of(5), Quantity.of(9), Quantity.of(7)),
                            license("d", "s1", Quantity.of(6), Quantity.unreported(), Quantity.of(6))))
            .policy(ReviewPolicy.builder().freeSkus(Set.of(new SkuId("free"))).build())
            .atLarge(gap(null, Dataset.CUSTOMERS));

    private static List<Map<String, String>> csv() throws IOException {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(REVIEW.positions(ReviewFormat.CSV))) {
            return rows.readAll();
        }
    }

    private static long sum(List<Map<String, String>> rows, String kind, String count) {
        return rows.stream()
                .filter(row -> kind.equals(row.get("row")) && "true".equals(row.get("inTotals")))
                .map(row -> row.getOrDefault(count, ""))
                .filter(text -> !text.isEmpty())
                .mapToLong(Long::parseLong)
                .sum();
    }

    @Test
    void sumsOfRowsAreTheTotalsOfTheJson() throws IOException {
        List<Map<String, String>> rows = csv();
        JsonNode totals = REVIEW.json().path("totals");

        assertThat(sum(rows, "PRODUCT_SEATS", "purchased"))
                .isEqualTo(totals.at("/products/0/seatsPurchased/sum").asLong())
                .isEqualTo(37);
        assertThat(sum(rows, "PRODUCT_SEATS", "assigned"))
                .isEqualTo(totals.at("/products/0/seatsAssigned/sum").asLong())
                .isEqualTo(42);
        assertThat(sum(rows, "LICENSES", "purchased"))
                .isEqualTo(totals.at("/licensesPurchased/sum").asLong())
                .isEqualTo(11);
        assertThat(sum(rows, "LICENSES", "assigned"))
                .isEqualTo(totals.at("/licensesAssigned/sum").asLong())
                .isEqualTo(9);
        assertThat(sum(rows, "LICENSES", "available"))
                .isEqualTo(totals.at("/licensesAvailable/sum").asLong());
        assertThat(sum(rows, "LICENSES", "tenantTotal"))
                .isEqualTo(totals.at("/licensesTenantTotal/sum").asLong())
                .isEqualTo(13);
    }

    @Test
    void nothingIsSilentlyMissing() throws IOException {
        JsonNode json = REVIEW.json();
        List<Map<String, String>> rows = csv();

        assertThat(rows.stream().filter(row -> "CUSTOMER".equals(row.get("row"))))
                .hasSize(4);
        assertThat(rows.stream().filter(row -> "LICENSES".equals(row.get("row"))))
                .hasSize(json.path("customers").findValues("licenses").stream()
                        .filter(JsonNode::isArray)
                        .mapToInt(JsonNode::size)
                        .sum());
        assertThat(rows.stream().filter(row -> "GAP".equals(row.get("row"))))
                .extracting(row -> row.get("customer") + " " + row.get("source") + " " + row.get("failure"))
                .containsExactly("c licenses TIMED_OUT", " customers TIMED_OUT");
        assertThat(rows.stream().filter(row -> "UNMATCHED_TENANT".equals(row.get("row"))))
                .extracting(row -> row.get("tenantId") + " " + row.get("note"))
                .containsExactly("t-9 not all tenants of the other vendor could be read");
        assertThat(rows.get(rows.size() - 1))
                .containsEntry("row", "END")
                .containsEntry("complete", "false")
                .hasEntrySatisfying("note", note -> assertThat(note).startsWith("3 of 4 customers complete"));
    }

    @Test
    void licensesHaveTheNameOfTheirTenant() throws IOException {
        assertThat(csv().stream().filter(row -> "LICENSES".equals(row.get("row"))))
                .extracting(row -> row.get("customer") + " " + row.get("tenantId") + " " + row.get("tenantName"))
                .contains("a t-a Tenant a", "c t-c Tenant c");
    }

    @Test
    void aShortfallIsNegative() throws IOException {
        assertThat(csv().stream().filter(row -> "PRODUCT_SEATS".equals(row.get("row"))))
                .extracting(row -> row.get("customer") + " " + row.get("verdict") + " " + row.get("difference"))
                .containsExactly("a SHORT -4", "b COVERED 0", "c NOT_COMPARABLE ", "d OVER 3");
    }

    @Test
    void ndjsonHasTheSameRows() throws IOException {
        List<Map<String, String>> rows = csv();
        List<JsonNode> lines = REVIEW.positions(ReviewFormat.NDJSON)
                .lines()
                .map(ReviewFixture::tree)
                .toList();

        assertThat(lines).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            JsonNode line = lines.get(i);
            assertThat(line.size()).isEqualTo(row.size());
            row.forEach((name, text) -> assertThat(
                            line.path(name).isNull()
                                            || (line.path(name).isArray()
                                                    && line.path(name).isEmpty())
                                    ? ""
                                    : line.path(name).asText())
                    .isEqualTo(text));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TABLE", "JSON", "HTML"})
    void otherFormatsHaveFindingsOnly(ReviewFormat format) {
        ReviewOutputOptions options =
                ReviewOutputOptions.builder().rows(ReviewRows.POSITIONS).build();

        assertThat(format.supports(ReviewRows.POSITIONS)).isFalse();
        assertThatThrownBy(() -> format.writer(HtmlFleet.HEAD, new StringWriter(), options))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
