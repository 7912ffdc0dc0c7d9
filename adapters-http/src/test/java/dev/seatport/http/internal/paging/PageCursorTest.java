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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A listing of numbers, ten asked for at a time, whose pages are handed in by the test. */
class PageCursorTest {
    private static final Operation OPERATION = new Operation(new Vendor("acme"), "numbers", null);
    private static final long UNWANTED = 1_000;
    private static final long UNREADABLE = -1;

    private final RecordingWatcher watcher = new RecordingWatcher();
    private final PageCursor<Numbers, Long, Long> cursor = new PageCursor<>(new Tens(), watcher);
    private String asked = "";

    /** The DTO of a page. */
    record Numbers(List<Long> rows, OptionalLong total, boolean continued) {}

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
            return new Page<>(page.rows(), page.total(), page.continued());
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

    private static long[] from(long first, long end) {
        return LongStream.range(first, end).toArray();
    }

    private Portion<Long> page(Numbers page) {
        asked = cursor.next().pathAndQuery();
        Provenance provenance =
                new Provenance(OPERATION.vendor(), OPERATION.name(), Instant.parse("2026-01-01T00:00:00Z"), "c-1");
        return cursor.take(new Answer<>(page, new AnswerContext(provenance, watcher, 200, 1)));
    }

    private Portion<Long> page(long total, long... rows) {
        return page(new Numbers(LongStream.of(rows).boxed().toList(), OptionalLong.of(total), false));
    }

    private Portion<Long> pageWithoutTotal(long... rows) {
        return page(new Numbers(LongStream.of(rows).boxed().toList(), OptionalLong.empty(), false));
    }

    private static void assertMore(Portion<Long> portion) {
        assertThat(portion.rows().value().failure()).isEmpty();
        assertThat(portion.more()).isTrue();
    }

    private static void assertLast(Portion<Long> portion) {
        assertThat(portion.rows().value().failure()).isEmpty();
        assertThat(portion.more()).isFalse();
    }

    private static VendorException broken(Portion<Long> portion, FailureKind kind) {
        assertThat(portion.more()).isFalse();
        VendorException failure = portion.rows().value().failure().orElseThrow();
        assertThat(failure.kind()).isEqualTo(kind);
        return failure;
    }

    private static List<Long> rows(Portion<Long> portion) {
        Listing<Long> listing = portion.rows().value();
        return listing.rows();
    }

    @Test
    void asksForPageAfterPageFromTheFirst() {
        page(100, from(0, 10));
        assertThat(asked).isEqualTo("/numbers?page=1&size=10");
        page(100, from(10, 20));
        assertThat(asked).isEqualTo("/numbers?page=2&size=10");
        assertThat(cursor.pageType()).isEqualTo(Numbers.class);
    }

    @Test
    void bringsRowsInTheVendorsOrderWithWhereTheyCameFrom() {
        Portion<Long> portion = page(3, 7, 3, 5);
        assertThat(rows(portion)).containsExactly(7L, 3L, 5L);
        assertThat(portion.rows().provenance().correlationId()).isEqualTo("c-1");
    }

    @Nested
    class IsWhole {
        @Test
        void whenTheTotalIsReached() {
            assertMore(page(15, from(0, 10)));
            assertLast(page(15, from(10, 15)));
        }

        @Test
        void withoutAnEmptyPageWhenTheTotalIsReachedByAFullOne() {
            assertMore(page(20, from(0, 10)));
            assertLast(page(20, from(10, 20)));
        }

        @Test
        void whenItsOnlyPageIsFullAndTheTotalSaysSo() {
            assertLast(page(10, from(0, 10)));
        }

        @Test
        void whenThereIsNothing() {
            assertLast(page(0));
        }

        @Test
        void whenThereIsNothingAndNoTotal() {
            assertLast(pageWithoutTotal());
        }

        @Test
        void afterAnEmptyPageWhereNoTotalIsGivenHoweverShortThePages() {
            assertMore(pageWithoutTotal(from(0, 10)));
            assertMore(pageWithoutTotal(from(10, 12)));
            assertMore(pageWithoutTotal(from(12, 22)));
            assertLast(pageWithoutTotal());
        }

        @Test
        void whenAGrowingTotalIsReached() {
            assertMore(page(15, from(0, 10)));
            assertMore(page(25, from(10, 20)));
            assertLast(page(25, from(20, 25)));
        }

        @Test
        void afterAnEmptyPageWhenTheTotalShrank() {
            assertMore(page(30, from(0, 10)));
            assertMore(page(20, from(10, 20)));
            assertLast(page(20));
        }

        @Test
        void withoutAnEmptyPageWhenTheTotalCameBackToItsLargest() {
            assertMore(page(30, from(0, 10)));
            assertMore(page(20, from(10, 20)));
            assertLast(page(30, from(20, 30)));
        }

        @Test
        void afterAnEmptyPageWhenTheTotalIsLessThanTheRowsOfTheFirstPage() {
            assertMore(page(4, from(0, 10)));
            assertMore(page(4, from(10, 13)));
            assertLast(page(4));
        }

        @Test
        void whenRowsThatWereNotAskedForMakeUpTheTotal() {
            Portion<Long> portion = page(3, 1, UNWANTED, 2);
            assertThat(rows(portion)).containsExactly(1L, 2L);
            assertLast(portion);
        }
    }

    @Nested
    class TakesTheServersPageSize {
        @Test
        void whenTheFirstPageIsShort() {
            assertThat(cursor.pageSize()).isEqualTo(10);
            assertMore(page(25, from(0, 4)));
            assertThat(cursor.pageSize()).isEqualTo(4);
            page(25, from(4, 8));
            assertThat(asked).isEqualTo("/numbers?page=2&size=4");
            page(25, from(8, 12));
            assertThat(asked).isEqualTo("/numbers?page=3&size=4");
        }

        @Test
        void countingRowsThatAreNotWanted() {
            page(25, 1, 2, UNWANTED);
            page(25, from(4, 8));
            assertThat(asked).isEqualTo("/numbers?page=2&size=3");
        }

        @Test
        void butNotOfALaterPageThatIsShort() {
            page(30, from(0, 10));
            page(30, from(10, 13));
            page(30, from(13, 23));
            assertThat(asked).isEqualTo("/numbers?page=3&size=10");
        }

        @Test
        void butNotOfAFirstPageThatIsLongerThanItShouldBe() {
            page(40, from(0, 20));
            page(40, from(20, 30));
            assertThat(asked).isEqualTo("/numbers?page=2&size=10");
        }
    }

    @Nested
    class DeliversOnce {
        @Test
        void aRowThatAppearsAgainWithinThreePages() {
            page(100, from(0, 10));
            assertThat(rows(page(100, 9, 10, 11))).containsExactly(10L, 11L);
            page(100, 12, 13);
            Portion<Long> fourth = page(100, 0, 11, 14);
            assertThat(rows(fourth)).containsExactly(14L);
            assertMore(fourth);
            assertThat(watcher.repeated()).isEqualTo(3);
        }

        @Test
        void theRowsOfAPageThatCameLongAgoInAnyOrder() {
            for (int first = 0; first < 50; first += 10) {
                page(100, from(first, first + 10));
            }
            Portion<Long> shuffled = page(100, 3, 1, 2, 0, 9, 8, 7, 5, 6, 4);
            assertThat(rows(shuffled)).isEmpty();
            assertThat(broken(shuffled, FailureKind.INCOMPLETE_LISTING)).hasMessageContaining("served 50");
        }

        @Test
        void aRowThatAppearsTwiceOnOnePage() {
            Portion<Long> portion = page(3, 1, 2, 2, 3);
            assertThat(rows(portion)).containsExactly(1L, 2L, 3L);
            assertLast(portion);
            assertThat(watcher.repeated()).isOne();
        }

        @Test
        void andDoesNotCountARepeatedRowTowardsTheTotal() {
            assertMore(page(12, from(0, 10)));
            assertMore(page(12, 9, 10));
            assertLast(page(12, 11));
        }
    }

    @Nested
    class IsIncomplete {
        @Test
        void whenAnEmptyPageComesBeforeTheTotal() {
            page(25, from(0, 10));
            assertThat(broken(page(25), FailureKind.INCOMPLETE_LISTING))
                    .hasMessageContaining("promised 25 rows and served 10");
        }

        @Test
        void whenTheFirstPageIsEmptyAndTheTotalIsNot() {
            assertThat(broken(page(25), FailureKind.INCOMPLETE_LISTING))
                    .hasMessageContaining("promised 25 rows and served 0");
        }

        @Test
        void whenAPageOnlyRepeatsRowsBeforeTheTotal() {
            page(25, from(0, 10));
            Portion<Long> same = page(25, from(0, 10));
            assertThat(rows(same)).isEmpty();
            assertThat(broken(same, FailureKind.INCOMPLETE_LISTING)).hasMessageContaining("served 10");
        }

        @Test
        void whenAPageOnlyRepeatsRowsAndNobodySaysHowManyThereAre() {
            pageWithoutTotal(from(0, 10));
            assertThat(broken(pageWithoutTotal(from(0, 10)), FailureKind.INCOMPLETE_LISTING))
                    .hasMessageContaining("page 2 only repeats rows and no total is given");
        }

        @Test
        void whenAnEmptyPageTakesBackWhatWasPromised() {
            page(25, from(0, 10));
            assertThat(broken(page(0), FailureKind.INCOMPLETE_LISTING))
                    .hasMessageContaining("promised 25 rows and served 10");
        }

        @Test
        void whenAnEmptyPageDoesNotRepeatTheTotal() {
            page(25, from(0, 10));
            assertMore(pageWithoutTotal(from(10, 15)));
            assertThat(broken(pageWithoutTotal(), FailureKind.INCOMPLETE_LISTING))
                    .hasMessageContaining("promised 25 rows and served 15");
        }

        @Test
        void afterTheRowsOfThePageThatSaysThatMoreFollowsOnALink() {
            Portion<Long> portion = page(new Numbers(List.of(1L, 2L), OptionalLong.of(2), true));
            assertThat(rows(portion)).containsExactly(1L, 2L);
            assertThat(broken(portion, FailureKind.INCOMPLETE_LISTING))
                    .hasMessageContaining("more rows follow on a link, which is not followed");
        }
    }

    @Test
    void endsAtARowThatCannotBeUnderstoodAfterTheGoodRowsBeforeIt() {
        Portion<Long> portion = page(100, 1, 2, UNREADABLE, 4);
        assertThat(rows(portion)).containsExactly(1L, 2L);
        assertThat(broken(portion, FailureKind.MALFORMED_ANSWER)).hasMessageContaining("at $[2]: no number");
    }
}
