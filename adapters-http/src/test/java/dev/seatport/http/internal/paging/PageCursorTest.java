package dev.seatport.http.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.events.SchemaDrift;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Page requests and repeated rows of a listing. */
class PageCursorTest extends NumberPagesTestBase {
    @Test
    void requestsThePagesInOrder() {
        page(100, from(0, 10));
        assertThat(lastRequest).isEqualTo("/numbers?page=1&size=10");
        page(100, from(10, 20));
        assertThat(lastRequest).isEqualTo("/numbers?page=2&size=10");
    }

    @Test
    void keepsTheVendorsOrderAndTheProvenance() {
        RowBatch<Long> batch = page(3, 7, 3, 5);
        assertThat(rows(batch)).containsExactly(7L, 3L, 5L);
        assertThat(batch.from().correlationId()).isEqualTo("c-1");
    }

    @Nested
    class AdoptsTheServersPageSize {
        @Test
        void whenTheFirstPageIsShort() {
            assertThat(cursor.pageSize()).isEqualTo(10);
            assertMore(page(25, from(0, 4)));
            assertThat(cursor.pageSize()).isEqualTo(4);
            page(25, from(4, 8));
            assertThat(lastRequest).isEqualTo("/numbers?page=2&size=4");
            page(25, from(8, 12));
            assertThat(lastRequest).isEqualTo("/numbers?page=3&size=4");
        }

        @Test
        void countingRowsThatWereNotRequested() {
            page(25, 1, 2, NOT_REQUESTED);
            page(25, from(4, 8));
            assertThat(lastRequest).isEqualTo("/numbers?page=2&size=3");
        }

        @Test
        void butNotFromAShortLaterPage() {
            page(30, from(0, 10));
            page(30, from(10, 13));
            page(30, from(13, 23));
            assertThat(lastRequest).isEqualTo("/numbers?page=3&size=10");
        }

        @Test
        void butNotFromATooLongFirstPage() {
            page(40, from(0, 20));
            page(40, from(20, 30));
            assertThat(lastRequest).isEqualTo("/numbers?page=2&size=10");
        }
    }

    @Nested
    class DeliversOnce {
        @Test
        void aRowThatAppearsAgainOnALaterPage() {
            page(1000, from(0, 10));
            assertThat(rows(page(1000, 9, 10, 11))).containsExactly(10L, 11L);
            for (int first = 20; first < 100; first += 10) {
                page(1000, from(first, first + 10));
            }
            RowBatch<Long> last = page(1000, 0, 11, 14, 42);
            assertThat(rows(last)).containsExactly(14L);
            assertMore(last);
            assertThat(listener.repeated()).isEqualTo(4);
        }

        @Test
        void aRowThatReplacesAMissingOne() {
            page(40, from(0, 10));
            page(40, from(10, 20));
            page(40, from(20, 30));
            page(40, 30, 31, 32, 33, 34, 35, 36, 37, 38, 0);
            assertThat(failure(page(40), FailureKind.INCOMPLETE_LISTING)).hasMessageContaining("served 39");
        }

        @Test
        void theRowsOfAnEarlierPageInAnyOrder() {
            for (int first = 0; first < 50; first += 10) {
                page(100, from(first, first + 10));
            }
            RowBatch<Long> shuffled = page(100, 3, 1, 2, 0, 9, 8, 7, 5, 6, 4);
            assertThat(rows(shuffled)).isEmpty();
            assertThat(failure(shuffled, FailureKind.INCOMPLETE_LISTING)).hasMessageContaining("served 50");
        }

        @Test
        void aRowThatAppearsTwiceOnOnePage() {
            RowBatch<Long> batch = page(3, 1, 2, 2, 3);
            assertThat(rows(batch)).containsExactly(1L, 2L, 3L);
            assertLast(batch);
            assertThat(listener.repeated()).isOne();
        }

        @Test
        void andDoesNotCountARepeatedRowTowardsTheTotal() {
            assertMore(page(12, from(0, 10)));
            assertMore(page(12, 9, 10));
            assertLast(page(12, 11));
        }
    }

    @Nested
    class ReportsAWrongPageNumber {
        private RowBatch<Long> numbered(long number, long... rows) {
            return page(new Numbers(
                    LongStream.of(rows).boxed().toList(),
                    OptionalLong.of(14),
                    false,
                    OptionalLong.empty(),
                    OptionalLong.of(number)));
        }

        @Test
        void oncePerPageAndCountsItsNewRowsOnly() {
            assertMore(numbered(1, from(0, 10)));
            assertThat(listener.drifts()).isEmpty();

            RowBatch<Long> another = numbered(1, 8, 9, 10, 11);

            assertThat(rows(another)).containsExactly(10L, 11L);
            assertMore(another);
            assertThat(listener.repeated()).isEqualTo(2);
            SchemaDrift drift = new SchemaDrift("$", "another page number than requested");
            assertThat(listener.drifts()).containsExactly(drift);
            assertThat(listener.furtherDrifts(drift)).isZero();
            assertLast(numbered(3, 12, 13));
            assertThat(listener.drifts()).containsExactly(drift);
        }

        @Test
        void alsoIfThePageOnlyRepeatsRows() {
            assertMore(numbered(1, from(0, 10)));
            assertThat(failure(numbered(1, from(0, 10)), FailureKind.INCOMPLETE_LISTING))
                    .hasMessageContaining("the vendor promised 14 rows and served 10");
            assertThat(listener.drifts()).hasSize(1);
        }
    }
}
