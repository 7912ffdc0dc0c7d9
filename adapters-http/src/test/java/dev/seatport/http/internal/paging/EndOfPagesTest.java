package dev.seatport.http.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** End of a listing, and its completeness. */
class EndOfPagesTest extends NumberPagesTestBase {
    @Nested
    class IsComplete {
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
        void afterAnEmptyPageWhenTheTotalEqualsOneFullPage() {
            assertMore(page(10, from(0, 10)));
            assertLast(page(10));
        }

        @Test
        void whenItIsEmpty() {
            assertLast(page(0));
        }

        @Test
        void whenItIsEmptyAndHasNoTotal() {
            assertLast(pageWithoutTotal());
        }

        @Test
        void afterAnEmptyPageWhenThereIsNoTotal() {
            assertMore(pageWithoutTotal(from(0, 10)));
            assertMore(pageWithoutTotal(from(10, 12)));
            assertMore(pageWithoutTotal(from(12, 22)));
            assertLast(pageWithoutTotal());
        }

        @Test
        void afterAnEmptyPageWhenAGrowingTotalIsReached() {
            assertMore(page(15, from(0, 10)));
            assertMore(page(25, from(10, 20)));
            assertMore(page(25, from(20, 25)));
            assertLast(page(25));
        }

        @Test
        void afterAnEmptyPageWhenTheTotalShrank() {
            assertMore(page(30, from(0, 10)));
            assertMore(page(20, from(10, 20)));
            assertLast(page(20));
        }

        @Test
        void afterAnEmptyPageWhenTheTotalReturnsToItsMaximum() {
            assertMore(page(30, from(0, 10)));
            assertMore(page(20, from(10, 20)));
            assertMore(page(30, from(20, 30)));
            assertLast(page(30));
        }

        @Test
        void afterAnEmptyPageWhenTheTotalIsLessThanTheRowsOfTheFirstPage() {
            assertMore(page(4, from(0, 10)));
            assertMore(page(4, from(10, 13)));
            assertLast(page(4));
        }

        @Test
        void whenRowsThatWereNotRequestedCompleteTheTotal() {
            RowBatch<Long> batch = page(3, 1, NOT_REQUESTED, 2);
            assertThat(rows(batch)).containsExactly(1L, 2L);
            assertLast(batch);
        }
    }

    /** Totals that count the rows of one page, or something other than rows. */
    @Nested
    class ContinuesAfter {
        @Test
        void totalsThatCountOnlyTheirPage() {
            assertMore(page(10, from(0, 10)));
            assertMore(page(10, from(10, 20)));
            assertMore(page(5, from(20, 25)));
            assertLast(page(0));
        }

        @Test
        void aTotalOfOnePageWhereThereAreThree() {
            assertMore(page(10, from(0, 10)));
            assertMore(page(10, from(10, 20)));
            assertMore(page(10, from(20, 25)));
            assertLast(page(10));
        }

        @Test
        void aTotalOfOnePageOfAServerWithSmallerPages() {
            assertMore(page(sized(4, 4, from(0, 4))));
            assertMore(page(sized(4, 4, from(4, 7))));
            assertLast(page(sized(4, 4)));
        }

        @Test
        void aTotalOfOneFullPageOfAServerThatClaimsLargerPages() {
            assertMore(page(sized(10, 50, from(0, 10))));
            assertLast(page(sized(10, 50)));
        }

        @Test
        void aTotalOfZeroWithRows() {
            assertMore(page(0, from(0, 3)));
            assertLast(page(0));
        }

        @Test
        void totalsThatGrowWithEachPage() {
            assertMore(page(11, from(0, 10)));
            assertMore(page(21, from(10, 20)));
            assertMore(page(25, from(20, 25)));
            assertLast(page(25));
        }

        @Test
        void aTotalThatIsLessThanTheRowsOfTwoPages() {
            assertMore(page(15, from(0, 10)));
            assertMore(page(15, from(10, 20)));
            assertLast(page(15));
        }

        @Test
        void butNotAfterATotalOfAShortPage() {
            assertLast(page(9, from(0, 9)));
        }

        @Test
        void butNotAfterATotalOfTwoPages() {
            assertMore(page(20, from(0, 10)));
            assertLast(page(20, from(10, 20)));
        }

        @Test
        void butNotIfAPageOmitsTheTotal() {
            assertMore(page(25, from(0, 10)));
            assertMore(pageWithoutTotal(from(10, 20)));
            assertLast(pageWithoutTotal(from(20, 25)));
        }

        @Test
        void andIsIncompleteIfTheNextPageOnlyRepeatsRows() {
            assertMore(page(10, from(0, 10)));
            assertThat(failure(page(10, from(0, 10)), FailureKind.INCOMPLETE_LISTING))
                    .hasMessageContaining("page 2 only repeats rows, and the total of 10 rows proves nothing");
        }

        @Test
        void andIsIncompleteIfAChangedTotalIsNotReached() {
            assertMore(page(30, from(0, 10)));
            assertMore(page(40, from(10, 20)));
            assertThat(failure(page(40), FailureKind.INCOMPLETE_LISTING))
                    .hasMessageContaining("promised 40 rows and served 20");
        }

        private static Numbers sized(long total, long size, long... rows) {
            return new Numbers(
                    LongStream.of(rows).boxed().toList(),
                    OptionalLong.of(total),
                    false,
                    OptionalLong.of(size),
                    OptionalLong.empty());
        }
    }

    @Nested
    class IsIncomplete {
        @Test
        void whenAnEmptyPageComesBeforeTheTotal() {
            page(25, from(0, 10));
            assertThat(failure(page(25), FailureKind.INCOMPLETE_LISTING))
                    .hasMessageContaining("promised 25 rows and served 10");
        }

        @Test
        void whenTheFirstPageIsEmptyAndTheTotalIsNot() {
            assertThat(failure(page(25), FailureKind.INCOMPLETE_LISTING))
                    .hasMessageContaining("promised 25 rows and served 0");
        }

        @Test
        void whenAPageOnlyRepeatsRowsBeforeTheTotal() {
            page(25, from(0, 10));
            RowBatch<Long> same = page(25, from(0, 10));
            assertThat(rows(same)).isEmpty();
            assertThat(failure(same, FailureKind.INCOMPLETE_LISTING)).hasMessageContaining("served 10");
        }

        @Test
        void whenAPageOnlyRepeatsRowsAndThereIsNoTotal() {
            pageWithoutTotal(from(0, 10));
            assertThat(failure(pageWithoutTotal(from(0, 10)), FailureKind.INCOMPLETE_LISTING))
                    .hasMessageContaining("page 2 only repeats rows and no total is given");
        }

        @Test
        void whenAnEmptyPageLowersTheTotal() {
            page(25, from(0, 10));
            assertThat(failure(page(0), FailureKind.INCOMPLETE_LISTING))
                    .hasMessageContaining("promised 25 rows and served 10");
        }

        @Test
        void whenAnEmptyPageOmitsTheTotal() {
            page(25, from(0, 10));
            assertMore(pageWithoutTotal(from(10, 15)));
            assertThat(failure(pageWithoutTotal(), FailureKind.INCOMPLETE_LISTING))
                    .hasMessageContaining("promised 25 rows and served 15");
        }

        @Test
        void afterTheRowsOfAPageThatLinksToMore() {
            RowBatch<Long> batch = page(new Numbers(List.of(1L, 2L), OptionalLong.of(2), true));
            assertThat(rows(batch)).containsExactly(1L, 2L);
            assertThat(failure(batch, FailureKind.INCOMPLETE_LISTING))
                    .hasMessageContaining("more rows follow on a link, which is not followed");
        }
    }

    @Test
    void isTooLargeIfItsRowsWouldFillTheMemory() {
        int rows = 0;
        RowBatch<Long> last;
        do {
            last = pageWithoutTotal(from(rows, rows + 500));
            rows += 500;
        } while (last.more());
        assertThat(rows).isBetween((int) (MAX_DIGEST_BYTES / 40), (int) (MAX_DIGEST_BYTES / 16));
        assertThat(failure(last, FailureKind.ANSWER_TOO_LARGE)).hasMessageContaining("more than " + rows + " rows");
    }

    @Test
    void endsAtAnInvalidRowAfterTheRowsBeforeIt() {
        RowBatch<Long> batch = page(100, 1, 2, INVALID_ROW, 4);
        assertThat(rows(batch)).containsExactly(1L, 2L);
        assertThat(failure(batch, FailureKind.MALFORMED_ANSWER)).hasMessageContaining("at $[2]: no number");
    }
}
