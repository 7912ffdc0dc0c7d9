package dev.seatport.http.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.PagedQuery;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowMapper;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.testkit.http.RecordingListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Listings of counts in pages of three, with rows that repeat, change or lack an id. A row is an id and its count. {@code ?}
 * stands for a row without an id, and {@code !} marks a row that does not belong to the query.
 */
class RepeatedRowsTest {
    private static final VendorOperation OPERATION = new VendorOperation(new Vendor("acme"), "counts", null);

    private final RecordingListener listener = new RecordingListener();

    private record CountsQuery(boolean deliversConflictingRows) implements PagedQuery<List<String>, String, String> {
        @Override
        public int pageSize() {
            return 3;
        }

        @Override
        public VendorRequest request(int pageIndex, int pageSize) {
            return VendorRequest.get(OPERATION).path("/counts").build();
        }

        @Override
        @SuppressWarnings("unchecked")
        public Class<List<String>> pageType() {
            return (Class<List<String>>) (Class<?>) List.class;
        }

        @Override
        public Page<String> toPage(List<String> page, ResponseContext context) {
            String total = page.get(0);
            return Page.of(
                    page.subList(1, page.size()),
                    total.equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(total)));
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
        public boolean deliversConflictingRows() {
            return deliversConflictingRows;
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

    /** Reads pages such as {@code "4 a1 b2 c3"}, whose first word is the total. */
    private String read(String pages, boolean deliversConflictingRows) {
        PageCursor<List<String>, String, String> cursor =
                new PageCursor<>(new CountsQuery(deliversConflictingRows), listener, 7, 1 << 20);
        List<String> rows = new ArrayList<>();
        String outcome = "goes on";
        for (String page : pages.split("/", -1)) {
            assertThat(outcome).as("the end before " + page).isEqualTo("goes on");
            cursor.next();
            RowBatch<String> batch = cursor.take(content(page.strip()), null, context());
            rows.addAll(batch.rows());
            outcome = Optional.ofNullable(batch.endedBy())
                    .map(failure -> failure.kind() + ": "
                            + failure.getMessage().replaceAll("^.*?: [A-Z_]+: | came more.*$|; ask.*$| \\(corr.*$", ""))
                    .orElse(batch.more() ? "goes on" : "whole");
        }
        return String.join(" ", rows) + " -> " + outcome;
    }

    private ResponseContext context() {
        return new ResponseContext(
                new Provenance(OPERATION.vendor(), OPERATION.name(), Instant.EPOCH, null), listener, 200, 1);
    }

    private static @Nullable List<String> content(String page) {
        return page.equals("204") ? null : Arrays.stream(page.split(" ")).collect(Collectors.toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2 a1 b2                                         | a1 b2 -> whole
                    3 a1 b2 a1 / 3 c3                               | a1 b2 c3 -> whole
                    3 a1 b2 a1 / 3                                  | a1 b2 -> INCOMPLETE_LISTING: the vendor promised 3 rows and served 2
                    - a1 b2 a1 / -                                  | a1 b2 -> whole
                    - a1 b2 a9 / -                                  | a1 b2 a9 -> INCOMPLETE_LISTING: a
                    2 a1 b2 a9 / 2                                  | a1 b2 a9 -> INCOMPLETE_LISTING: a
                    3 a1 b2 a9 / 3 c3                               | a1 b2 a9 c3 -> INCOMPLETE_LISTING: a
                    3 a1 b2 a9 / 3                                  | a1 b2 a9 -> INCOMPLETE_LISTING: the vendor promised 3 rows and served 2
                    6 a1 b2 c3 / 6 d4 e5 a9 / 6 f6                  | a1 b2 c3 d4 e5 a9 f6 -> INCOMPLETE_LISTING: a
                    6 a1 b2 c3 / 6 d4 e5 f6                         | a1 b2 c3 d4 e5 f6 -> whole
                    9 a1 b2 c3 / 9 d4 e5 f6 / 9 g7 h8 a1 / 9 i9     | a1 b2 c3 d4 e5 f6 g7 h8 i9 -> whole
                    9 a1 b2 c3 / 9 d4 e5 f6 / 9 g7 h8 a1 / 9        | a1 b2 c3 d4 e5 f6 g7 h8 -> INCOMPLETE_LISTING: the vendor promised 9 rows and served 8
                    9 a1 b2 c3 / 9 d4 e5 f6 / 9 g7 h8 a2 / 9 i9     | a1 b2 c3 d4 e5 f6 g7 h8 a2 i9 -> INCOMPLETE_LISTING: a
                    2 a1 b2 a9 a8 / 2                               | a1 b2 a9 a8 -> INCOMPLETE_LISTING: a
                    2 a1 b2 a1 a1 b2 / 2                            | a1 b2 -> whole
                    4 a1 b2 c3 / 4 a9 b8 c7                         | a1 b2 c3 a9 b8 c7 -> INCOMPLETE_LISTING: the vendor promised 4 rows and served 3
                    - a1 b2 c3 / - a9 b8 c7                         | a1 b2 c3 a9 b8 c7 -> INCOMPLETE_LISTING: page 2 only repeats rows and no total is given
                    3 a1 b2 c3 / 3 a1 b2 c3                         | a1 b2 c3 -> INCOMPLETE_LISTING: page 2 only repeats rows, and the total of 3 rows proves nothing
                    3 a1 b2 c3 / 3                                  | a1 b2 c3 -> whole
                    3 a1 b2 c3 / 204                                | a1 b2 c3 -> whole
                    5 a1 b2 c3 / 204                                | a1 b2 c3 -> INCOMPLETE_LISTING: the vendor promised 5 rows and served 3
                    204                                             | ' -> whole'
                    2 ?1 b2                                         | b2 -> MALFORMED_ANSWER: at $[0].id: missing
                    3 a1 ?1 ?1 / 3 b2                               | a1 b2 -> MALFORMED_ANSWER: at $[1].id: missing
                    4 a1 ?1 ?2 / 4 b2                               | a1 b2 -> MALFORMED_ANSWER: at $[1].id: missing
                    5 a1 ?1 ?1 / 5 b2 / 5                           | a1 b2 -> INCOMPLETE_LISTING: the vendor promised 5 rows and served 3
                    4 a1 ?1 a9 / 4 b2 c3                            | a1 a9 b2 c3 -> MALFORMED_ANSWER: at $[1].id: missing
                    4 a1 a9 b2 / 4 ?1 c3                            | a1 a9 b2 c3 -> INCOMPLETE_LISTING: a
                    4 a1 *1 b2                                      | a1 -> MALFORMED_ANSWER: at $[1]: no row
                    4 ?1 *1 b2                                      | ' -> MALFORMED_ANSWER: at $[1]: no row'
                    2 a1! b2 a9! / 2                                | b2 -> whole
                    2 a1! b2 a9 / 2                                 | b2 a9 -> INCOMPLETE_LISTING: a
                    """)
    void areDeliveredOnceUnlessTheirContentDiffers(String pages, String outcome) {
        assertThat(read(pages, true)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2 a1 b2 a9 / 2                                  | a1 b2 -> INCOMPLETE_LISTING: a
                    3 a1 b2 a9 / 3 c3                               | a1 b2 c3 -> INCOMPLETE_LISTING: a
                    9 a1 b2 c3 / 9 d4 e5 f6 / 9 g7 h8 a2 / 9 i9     | a1 b2 c3 d4 e5 f6 g7 h8 i9 -> INCOMPLETE_LISTING: a
                    """)
    void areDeliveredOnceIfConflictsAreNotDelivered(String pages, String outcome) {
        assertThat(read(pages, false)).isEqualTo(outcome);
        assertThat(listener.repeated()).isPositive();
    }
}
