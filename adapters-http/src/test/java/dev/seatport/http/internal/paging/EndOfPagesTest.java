package dev.seatport.http.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** When a listing is at its end, and whether it is whole then. */
class EndOfPagesTest extends PagesOfNumbers {
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
