package dev.seatport.http.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.http.internal.transport.BaseUrl;
import dev.seatport.http.spi.LinkedQuery;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowMapper;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.testkit.http.RecordingListener;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Linked pages of words. The first word of a page is its total, {@code -} for none. Its last word is the link, {@code .} for none.
 * The words between are rows: an id and its content. {@code ?} stands for a row without an id, {@code *} for an invalid row, and
 * {@code !} marks a row that does not belong to the query.
 */
class LinkedPageCursorTest {
    private static final VendorOperation OPERATION = new VendorOperation(new Vendor("acme"), "words", null);
    private static final BaseUrl SERVER = BaseUrl.of(URI.create("https://acme.example/v1"));

    private final RecordingListener listener = new RecordingListener();
    private final LinkedPageCursor<List<String>, String, String> cursor = cursor(false, 1 << 20);

    private LinkedPageCursor<List<String>, String, String> cursor(boolean filteredByVendor, long maxDigestBytes) {
        WordsQuery query = new WordsQuery(filteredByVendor);
        return new LinkedPageCursor<>(query, query.first(), SERVER, listener, 7, maxDigestBytes);
    }

    private record WordsQuery(boolean isFilteredByVendor) implements LinkedQuery<List<String>, String, String> {
        @Override
        public VendorRequest first() {
            return VendorRequest.get(OPERATION).path("/words").query("size", 3).build();
        }

        @Override
        public @Nullable String next(List<String> page) {
            String link = page.get(page.size() - 1);
            return link.equals(".") ? null : link.equals("_") ? " " : link;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Class<List<String>> pageType() {
            return (Class<List<String>>) (Class<?>) List.class;
        }

        @Override
        public Page<String> toPage(List<String> page, ResponseContext context) {
            String total = page.get(0);
            return new Page<>(
                    page.subList(1, page.size() - 1),
                    total.matches("[0-9]+") ? OptionalLong.of(Long.parseLong(total)) : OptionalLong.empty(),
                    total.equals("more"));
        }

        @Override
        public String rowPath(int row) {
            return "$[" + row + "]";
        }

        @Override
        public Object key(String row) {
            return row.substring(0, 1);
        }

        @Override
        public boolean isRequested(String row) {
            return !row.endsWith("!");
        }

        @Override
        public RowMapper<String, String> mapper() {
            return (row, path, context) -> {
                if (row.startsWith("?")) {
                    throw context.missingId(path + ".id");
                }
                if (row.startsWith("*")) {
                    throw context.malformed(path, "no row");
                }
                return row;
            };
        }
    }

    /** Reads pages that are separated by slashes, and describes the rows and the end of the listing. */
    private String read(LinkedPageCursor<List<String>, String, String> pages, String content) {
        List<String> rows = new ArrayList<>();
        String outcome = "goes on";
        for (String page : content.split(" / ", -1)) {
            assertThat(outcome).as("the end before " + page).isEqualTo("goes on");
            pages.next();
            RowBatch<String> batch = pages.take(words(page.strip()), null, context());
            rows.addAll(batch.rows());
            outcome = Optional.ofNullable(batch.endedBy())
                    .map(failure -> failure.kind() + ": "
                            + failure.getMessage().replaceAll("^.*?: [A-Z_]+: | came more.*$|; ask.*$", ""))
                    .orElse(batch.more() ? "goes on" : "whole");
        }
        return String.join(" ", rows) + " -> " + outcome;
    }

    private ResponseContext context() {
        return new ResponseContext(
                new Provenance(OPERATION.vendor(), OPERATION.name(), Instant.EPOCH, null), listener, 200, 1);
    }

    private static @Nullable List<String> words(String page) {
        return page.equals("204") ? null : Arrays.stream(page.split(" ")).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    - a1 b2 .                                  | a1 b2 -> whole
                    - a1 b2 _                                  | a1 b2 -> whole
                    - a1 b2 ?p=2 / - c3 .                      | a1 b2 c3 -> whole
                    - .                                        | ' -> whole'
                    204                                        | ' -> whole'
                    - ?p=2 / - a1 ?p=3 / - ?p=4 / - b2 .       | a1 b2 -> whole
                    - a1 ?p=2 / - a1 b2 ?p=3 / - c3 .          | a1 b2 c3 -> whole
                    3 a1 ?p=2 / 3 b2 ?p=3 / 3 c3 .             | a1 b2 c3 -> whole
                    3 a1 ?p=2 / - b2 ?p=3 / - c3 .             | a1 b2 c3 -> whole
                    3 a1 ?p=2 / 2 b2 .                         | a1 b2 -> whole
                    2 a1 b2 ?p=2 / 2 c3 .                      | a1 b2 c3 -> whole
                    1 a1 b2 ?p=2 / 1 c3 .                      | a1 b2 c3 -> whole
                    2 a1 b2 ?p=2 / 2 .                         | a1 b2 -> whole
                    - a1! b2 ?p=2 / - c3! .                    | b2 -> whole
                    """)
    void completeTheListingAtThePageWithoutALink(String pages, String outcome) {
        assertThat(read(cursor, pages)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    4 a1 b2 ?p=2 / 4 c3 .                      | a1 b2 c3 -> INCOMPLETE_LISTING: the vendor promised 4 rows and served 3
                    4 a1 b2 ?p=2 / 4 b2 c3 .                   | a1 b2 c3 -> INCOMPLETE_LISTING: the vendor promised 4 rows and served 3
                    9 a1 b2 ?p=2 / 1 c3 .                      | a1 b2 c3 -> INCOMPLETE_LISTING: the vendor promised 9 rows and served 3
                    - a1 b2 ?p=2 / - a9 c3 .                   | a1 b2 c3 -> INCOMPLETE_LISTING: a
                    - a1 ?p=2 / - a1 ?p=3                      | a1 -> INCOMPLETE_LISTING: page 2 only repeats rows
                    - a1 ?p=2 / - b2 ?p=2                      | a1 b2 -> INCOMPLETE_LISTING: page 2 links to a page that was read before
                    - a1 ?p=2 / - b2 /v1/words?size=3          | a1 b2 -> INCOMPLETE_LISTING: page 2 links to a page that was read before
                    - a1 ?size=3                               | a1 -> INCOMPLETE_LISTING: page 1 links to a page that was read before
                    - a1 #x                                    | a1 -> INCOMPLETE_LISTING: page 1 links to a page that was read before
                    - a1 https://evil.example/v1/words?p=2     | a1 -> INCOMPLETE_LISTING: more rows follow on a link that leads to another scheme, host or port than the base URL; it is not followed
                    - a1 http://acme.example/v1/words?p=2      | a1 -> INCOMPLETE_LISTING: more rows follow on a link that leads to another scheme, host or port than the base URL; it is not followed
                    - a1 \\evil                                | a1 -> INCOMPLETE_LISTING: more rows follow on a link that is no URL; it is not followed
                    - a1 ?p=2 / 204                            | a1 -> INCOMPLETE_LISTING: page 2 has no content, although a link led to it
                    1 a1 ?p=2 / 204                            | a1 -> INCOMPLETE_LISTING: page 2 has no content, although a link led to it
                    more a1 .                                  | a1 -> INCOMPLETE_LISTING: the vendor says that more rows follow, and sends no link
                    - ?1 b2 ?p=2 / - c3 .                      | b2 c3 -> MALFORMED_ANSWER: at $[0].id: missing
                    - a1 *1 b2 ?p=2                            | a1 -> MALFORMED_ANSWER: at $[1]: no row
                    """)
    void endTheListingWithItsRowsIfItIsIncomplete(String pages, String outcome) {
        assertThat(read(cursor, pages)).isEqualTo(outcome);
    }

    @Test
    void mayBeLinkedThoughTheVendorReportsMoreRows() {
        assertThat(read(cursor, "more a1 ?p=2 / - b2 .")).isEqualTo("a1 b2 -> whole");
    }

    @Test
    void endTheListingAfterAThousandEmptyPagesInARow() {
        for (int page = 1; page < 1_000; page++) {
            cursor.next();
            assertThat(cursor.take(List.of("-", "?p=" + page), null, context()).more())
                    .isTrue();
        }
        assertThat(read(cursor, "- a1 ?p=1000")).isEqualTo("a1 -> goes on");
        for (int page = 1_001; page < 2_000; page++) {
            cursor.next();
            assertThat(cursor.take(List.of("-", "?p=" + page), null, context()).more())
                    .isTrue();
        }
        assertThat(read(cursor, "- ?p=2000"))
                .isEqualTo(" -> INCOMPLETE_LISTING: no end after 2000 pages, the last 1000 of them without rows");
    }

    @Test
    void endAListingWithoutARequestedRowIfTheVendorFilters() {
        LinkedPageCursor<List<String>, String, String> filtered = cursor(true, 1 << 20);
        assertThat(read(filtered, "- a1! ?p=2 / - b2! ."))
                .isEqualTo(" -> MALFORMED_ANSWER: at $: only rows that were not requested");
    }

    @Test
    void endAListingThatDoesNotFitInMemory() {
        LinkedPageCursor<List<String>, String, String> small = cursor(false, 1);
        assertThat(read(small, "- a1 b2 ?p=2"))
                .startsWith("a1 b2 -> ANSWER_TOO_LARGE: more than 2 rows do not fit in memory");
    }

    @Test
    void areRequestedOneAfterTheOther() {
        cursor.next();
        assertThat(cursor.target()).isEqualTo("/v1/words?size=3");
        cursor.take(List.of("-", "a1", "https://acme.example/v2/other?t=x"), null, context());
        cursor.next();
        assertThat(cursor.target()).isEqualTo("/v2/other?t=x");
        cursor.take(List.of("-", "b2", "more?t=y"), null, context());
        cursor.next();
        assertThat(cursor.target()).isEqualTo("/v2/more?t=y");
    }
}
