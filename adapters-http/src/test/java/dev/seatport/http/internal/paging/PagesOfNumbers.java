package dev.seatport.http.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.http.AnswerContext;
import dev.seatport.http.Operation;
import dev.seatport.http.Page;
import dev.seatport.http.Paging;
import dev.seatport.http.RowMapper;
import dev.seatport.http.VendorRequest;
import dev.seatport.http.internal.call.CallPath.Answer;
import dev.seatport.http.support.RecordingWatcher;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listing;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** A listing of numbers, ten asked for at a time, whose pages are handed in by the test. */
abstract class PagesOfNumbers {
    private static final Operation OPERATION = new Operation(new Vendor("acme"), "numbers", null);
    static final long UNWANTED = 1_000;
    static final long UNREADABLE = -1;
    static final long MEMORY = 1 << 20;

    final RecordingWatcher watcher = new RecordingWatcher();
    final PageCursor<Numbers, Long, Long> cursor = new PageCursor<>(new Tens(), watcher, 7, MEMORY);
    String asked = "";

    /** The DTO of a page. */
    record Numbers(List<Long> rows, OptionalLong total, boolean continued, OptionalLong size, OptionalLong index) {
        Numbers(List<Long> rows, OptionalLong total, boolean continued) {
            this(rows, total, continued, OptionalLong.empty(), OptionalLong.empty());
        }
    }

    /** Rows from 1,000 on were not asked for; -1 cannot be understood. */
    private static final class Tens implements Paging<Numbers, Long, Long> {
        @Override
        public int pageSize() {
            return 10;
        }

        @Override
        public VendorRequest request(int pageIndex, int pageSize) {
            return VendorRequest.get(OPERATION)
                    .path("/numbers")
                    .query("page", pageIndex)
                    .query("size", pageSize)
                    .build();
        }

        @Override
        public Class<Numbers> pageType() {
            return Numbers.class;
        }

        @Override
        public Page<Long> open(Numbers page, AnswerContext answer) {
            return new Page<>(page.rows(), page.total(), page.continued()).claiming(page.size(), page.index());
        }

        @Override
        public String path(int row) {
            return "$[" + row + "]";
        }

        @Override
        public Object key(Long row) {
            return row;
        }

        @Override
        public boolean wanted(Long row) {
            return row < UNWANTED;
        }

        @Override
        public RowMapper<Long, Long> mapper() {
            return (row, path, answer) -> {
                if (row == UNREADABLE) {
                    throw answer.malformed(path, "no number");
                }
                return row;
            };
        }
    }

    static long[] from(long first, long end) {
        return LongStream.range(first, end).toArray();
    }

    Portion<Long> page(Numbers page) {
        asked = cursor.next().pathAndQuery();
        Provenance provenance =
                new Provenance(OPERATION.vendor(), OPERATION.name(), Instant.parse("2026-01-01T00:00:00Z"), "c-1");
        return cursor.take(new Answer<>(page, new AnswerContext(provenance, watcher, 200, 1)));
    }

    Portion<Long> page(long total, long... rows) {
        return page(new Numbers(LongStream.of(rows).boxed().toList(), OptionalLong.of(total), false));
    }

    Portion<Long> pageWithoutTotal(long... rows) {
        return page(new Numbers(LongStream.of(rows).boxed().toList(), OptionalLong.empty(), false));
    }

    static void assertMore(Portion<Long> portion) {
        assertThat(portion.rows().value().failure()).isEmpty();
        assertThat(portion.more()).isTrue();
    }

    static void assertLast(Portion<Long> portion) {
        assertThat(portion.rows().value().failure()).isEmpty();
        assertThat(portion.more()).isFalse();
    }

    static VendorException broken(Portion<Long> portion, FailureKind kind) {
        assertThat(portion.more()).isFalse();
        VendorException failure = portion.rows().value().failure().orElseThrow();
        assertThat(failure.kind()).isEqualTo(kind);
        return failure;
    }

    static List<Long> rows(Portion<Long> portion) {
        Listing<Long> listing = portion.rows().value();
        return listing.rows();
    }
}
