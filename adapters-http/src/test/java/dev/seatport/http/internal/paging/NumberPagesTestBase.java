package dev.seatport.http.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.http.spi.Page;
import dev.seatport.http.spi.PagedQuery;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowMapper;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.http.RecordingListener;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Listing of numbers in pages of ten, which the test provides. */
abstract class NumberPagesTestBase {
    private static final VendorOperation OPERATION = new VendorOperation(new Vendor("acme"), "numbers", null);
    static final long NOT_REQUESTED = 1_000;
    static final long INVALID_ROW = -1;
    static final long MAX_DIGEST_BYTES = 1 << 20;

    final RecordingListener listener = new RecordingListener();
    final PageCursor<Numbers, Long, Long> cursor = new PageCursor<>(new Tens(), listener, 7, MAX_DIGEST_BYTES);
    String lastRequest = "";

    /** The DTO of a page. */
    record Numbers(List<Long> rows, OptionalLong total, boolean continued, OptionalLong size, OptionalLong index) {
        Numbers(List<Long> rows, OptionalLong total, boolean continued) {
            this(rows, total, continued, OptionalLong.empty(), OptionalLong.empty());
        }
    }

    /** Rows from 1,000 on do not belong to the query; -1 is invalid. */
    private static final class Tens implements PagedQuery<Numbers, Long, Long> {
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
        public Page<Long> toPage(Numbers page, ResponseContext context) {
            return new Page<>(page.rows(), page.total(), page.continued()).withSizeAndIndex(page.size(), page.index());
        }

        @Override
        public String rowPath(int row) {
            return "$[" + row + "]";
        }

        @Override
        public Object key(Long row) {
            return row;
        }

        @Override
        public boolean isRequested(Long row) {
            return row < NOT_REQUESTED;
        }

        @Override
        public RowMapper<Long, Long> mapper() {
            return (row, path, context) -> {
                if (row == INVALID_ROW) {
                    throw context.malformed(path, "no number");
                }
                return row;
            };
        }
    }

    static long[] from(long first, long end) {
        return LongStream.range(first, end).toArray();
    }

    RowBatch<Long> page(Numbers page) {
        lastRequest = cursor.next().pathAndQuery();
        Provenance provenance =
                new Provenance(OPERATION.vendor(), OPERATION.name(), Instant.parse("2026-01-01T00:00:00Z"), "c-1");
        return cursor.take(page, null, new ResponseContext(provenance, listener, 200, 1));
    }

    RowBatch<Long> page(long total, long... rows) {
        return page(new Numbers(LongStream.of(rows).boxed().toList(), OptionalLong.of(total), false));
    }

    RowBatch<Long> pageWithoutTotal(long... rows) {
        return page(new Numbers(LongStream.of(rows).boxed().toList(), OptionalLong.empty(), false));
    }

    static void assertMore(RowBatch<Long> batch) {
        assertThat(batch.endedBy()).isNull();
        assertThat(batch.more()).isTrue();
    }

    static void assertLast(RowBatch<Long> batch) {
        assertThat(batch.endedBy()).isNull();
        assertThat(batch.more()).isFalse();
    }

    static VendorException failure(RowBatch<Long> batch, FailureKind kind) {
        assertThat(batch.more()).isFalse();
        VendorException failure = Objects.requireNonNull(batch.endedBy());
        assertThat(failure.kind()).isEqualTo(kind);
        return failure;
    }

    static List<Long> rows(RowBatch<Long> batch) {
        return batch.rows();
    }
}
