package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.spi.Quantities;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.events.SchemaDrift;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.listing.Listings;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Drift is reported once and then counted. The response is decoded as far as possible. */
class DriftTest {
    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    /** The DTO of a row, which ignores a documented field. */
    @JsonIgnoreProperties("unwanted")
    record RowDto(@Nullable String id, @Nullable Long count) {}

    /** The DTO of a listing. */
    record RowsDto(@Nullable List<RowDto> rows) {}

    private ListingResult<Observed<String>> list(VendorClient client, String... rows) {
        String body = "{\"rows\":[" + String.join(",", rows) + "]}";
        vendor.wire().stubFor(any(urlEqualTo("/api/thing")).willReturn(okJson(body)));
        return FailureAssertions.await(Listings.collect(client.list(
                () -> ThingOperations.get(ThingOperations.THING),
                RowsDto.class,
                (response, context) -> context.mapToListing(
                        Objects.requireNonNull(response.rows()),
                        row -> "$.rows[" + row + "]",
                        (row, path, rowContext) -> {
                            Quantities.nonNegative(row.count(), "$.rows[*].count", rowContext);
                            return String.valueOf(row.id());
                        }))));
    }

    private List<String> reported() {
        return vendor.callListener().drifts().stream()
                .map(drift -> drift.path() + " " + drift.what())
                .toList();
    }

    private long repetitions(String path, String what) {
        return vendor.callListener().furtherDrifts(new SchemaDrift(path, what));
    }

    @Test
    void ofANewFieldIsReportedOnceAndThenCounted() {
        VendorClient client = vendor.client();
        String row = "{\"id\":\"a\",\"count\":1,\"added\":{\"deep\":[1]}}";

        assertThat(list(client, row, row, row).rows()).hasSize(3);
        assertThat(reported()).containsExactly("$.rows[*].added a new field");
        assertThat(repetitions("$.rows[*].added", "a new field")).isEqualTo(2);

        list(client, row, row, row);
        assertThat(reported()).hasSize(1);
        assertThat(repetitions("$.rows[*].added", "a new field")).isEqualTo(5);
    }

    @Test
    void isReportedByEachClient() {
        list(vendor.client(), "{\"id\":\"a\",\"count\":1,\"added\":1}");
        list(vendor.client(), "{\"id\":\"a\",\"count\":1,\"added\":1}");
        assertThat(reported()).hasSize(2);
    }

    @Test
    void excludesDocumentedFieldsThatTheDtoIgnores() {
        list(vendor.client(), "{\"id\":\"a\",\"count\":1,\"unwanted\":1}");
        assertThat(reported()).isEmpty();
    }

    @Test
    void includesCountsThatAreTextNegativeOrMissing() {
        assertThat(list(
                                vendor.client(),
                                "{\"id\":\"a\",\"count\":\"12\"}",
                                "{\"id\":\"b\",\"count\":-1}",
                                "{\"id\":\"c\",\"count\":null}",
                                "{\"id\":\"d\"}")
                        .rows())
                .hasSize(4);
        assertThat(reported())
                .containsExactly(
                        "$.rows[*].count a text where a number is due",
                        "$.rows[*].count a negative count",
                        "$.rows[*].count no count");
        assertThat(repetitions("$.rows[*].count", "no count")).isEqualTo(1);
    }

    @Test
    void ofARenamedKeyIsReportedAsANewFieldAndAMissingCount() {
        list(vendor.client(), "{\"id\":\"a\",\"countt\":1}");
        assertThat(reported()).containsExactly("$.rows[*].countt a new field", "$.rows[*].count no count");
    }

    @Test
    void isReportedWithASanitizedPathAndWithoutAValue() {
        list(
                vendor.client(),
                "{\"id\":\"a\",\"count\":1,\"jo@example.com\\r\\n\\u202e\":\"canary\",\"" + "x".repeat(300) + "\":1}");
        assertThat(reported())
                .containsExactly(
                        "$.rows[*].jo_example.com___ a new field", "$.rows[*]." + "x".repeat(64) + "... a new field");
    }

    @Test
    void isReportedALimitedNumberOfTimes() {
        VendorClient client = vendor.client();
        for (int response = 0; response < 3; response++) {
            String prefix = "a" + response + "n";
            String row = IntStream.range(0, 250)
                    .mapToObj(i -> "\"" + prefix + i + "\":1")
                    .collect(Collectors.joining(",", "{\"id\":\"a\",\"count\":1,", "}"));
            list(client, row, row);
        }
        assertThat(reported()).hasSize(101).last().isEqualTo("$ more differences than are reported one by one");
        assertThat(vendor.callListener().drifts().size() + vendor.callListener().furtherDrifts())
                .isEqualTo(3L * 250 * 2);
    }

    @Test
    void isDetectedInArraysAndInSingleObjects() {
        vendor.wire()
                .stubFor(any(urlEqualTo("/api/thing")).willReturn(okJson("{\"name\":\"a\",\"count\":1,\"added\":1}")));
        FailureAssertions.await(ThingOperations.fetch(vendor.client()));
        vendor.wire().stubFor(any(urlEqualTo("/api/thing")).willReturn(okJson("[{\"id\":\"a\",\"added\":1}]")));
        FailureAssertions.await(vendor.client()
                .fetch(
                        () -> ThingOperations.get(ThingOperations.THING),
                        RowDto[].class,
                        (rows, path, context) -> rows.length)
                .toCompletableFuture());
        assertThat(reported()).containsExactly("$.added a new field", "$[*].added a new field");
    }

    @Test
    void isNotReportedForAResponseThatFails() {
        vendor.wire()
                .stubFor(any(urlEqualTo("/api/thing"))
                        .willReturn(okJson("{\"name\":\"a\",\"added\":1,\"count\":\"canary\"}")));
        assertThat(FailureAssertions.failure(ThingOperations.fetch(vendor.client())))
                .hasMessageNotContaining("canary");
        assertThat(reported()).isEmpty();
    }
}
