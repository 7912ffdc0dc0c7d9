package dev.seatport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.support.DemandSubscriber;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.listing.Listings;
import java.time.Duration;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    private final PagedNumbersQuery hundreds = new PagedNumbersQuery(vendor, 100);

    private static void assertComplete(ListingResult<Observed<Long>> listing, int rowCount) {
        assertThat(listing.failure()).isEmpty();
        assertThat(PagedNumbersQuery.values(listing.rows())).isEqualTo(PagedNumbersQuery.ids(0, rowCount));
    }

    private static VendorException assertFailure(
            ListingResult<Observed<Long>> listing, int rowCount, FailureKind kind) {
        assertThat(PagedNumbersQuery.values(listing.rows())).isEqualTo(PagedNumbersQuery.ids(0, rowCount));
        VendorException failure =
                FailureAssertions.vendorException(listing.failure().orElseThrow());
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
        return failure;
    }

    @Nested
    class Complete {
        @Test
        void comesInThreeRequestsInOrder() {
            hundreds.serve(1, 100, 0, 100, 237);
            hundreds.serve(2, 100, 100, 200, 237);
            hundreds.serve(3, 100, 200, 237, 237);
            ListingResult<Observed<Long>> listing = hundreds.collect();
            assertComplete(listing, 237);
            assertThat(hundreds.requestedPages())
                    .containsExactly("page=1&size=100", "page=2&size=100", "page=3&size=100");
            assertThat(listing.rows().get(236).provenance().operation()).isEqualTo("thing");
            assertThat(vendor.tokenRequests()).isOne();
        }

        @Test
        void mayBeEmpty() {
            hundreds.serve(1, 100, 0, 0, 0);
            assertComplete(hundreds.collect(), 0);
            assertThat(hundreds.requestedPages()).hasSize(1);
        }

        @Test
        void mayBeEmptyWithoutATotal() {
            hundreds.serve(1, 100, 0, 0, null);
            assertComplete(hundreds.collect(), 0);
            assertThat(hundreds.requestedPages()).hasSize(1);
        }

        @Test
        void isReadFromAServerThatClampsThePageSize() {
            // Page 2 starts at row 20, whether the server computes offsets from the requested or from the served size.
            hundreds.serve(1, 100, 0, 20, 50);
            hundreds.serve(2, 20, 20, 40, 50);
            hundreds.serve(3, 20, 40, 50, 50);
            assertComplete(hundreds.collect(), 50);
            assertThat(hundreds.requestedPages())
                    .containsExactly("page=1&size=100", "page=2&size=20", "page=3&size=20");
        }

        @Test
        void isReadUntilAnEmptyPageWhereThereIsNoTotal() {
            hundreds.serve(1, 100, 0, 100, null);
            hundreds.serve(2, 100, 100, 150, null);
            hundreds.serve(3, 100, 150, 150, null);
            assertComplete(hundreds.collect(), 150);
            assertThat(hundreds.requestedPages()).hasSize(3);
        }

        @Test
        void mayHaveAShortPageInItsMiddle() {
            hundreds.serve(1, 100, 0, 100, 250);
            hundreds.serve(2, 100, 100, 160, 250);
            hundreds.serve(3, 100, 160, 250, 250);
            assertComplete(hundreds.collect(), 250);
        }

        @Test
        void deliversARowOnceThatCameTwiceWhilePagesShifted() {
            hundreds.serve(1, 100, 0, 100, 198);
            hundreds.serve(2, 100, 98, 198, 198);
            assertComplete(hundreds.collect(), 198);
            assertThat(vendor.callListener().repeated()).isEqualTo(2);
        }

        @Test
        void dropsButCountsRowsThatWereNotRequested() {
            hundreds.serve(1, 100, "{\"data\":[{\"id\":0},{\"id\":1000000},{\"id\":1}],\"total\":3}");
            assertComplete(hundreds.collect(), 2);
        }

        @Test
        void mayHaveATotalThatCountsSomethingElse() {
            hundreds.serve(1, 100, 0, 100, 3);
            hundreds.serve(2, 100, 100, 130, 3);
            hundreds.serve(3, 100, 130, 130, 3);
            assertComplete(hundreds.collect(), 130);
        }

        @Test
        void mayGrowAndShrinkWhileItIsRead() {
            hundreds.serve(1, 100, 0, 100, 150);
            hundreds.serve(2, 100, 100, 200, 201);
            hundreds.serve(3, 100, 200, 200, 200);
            assertComplete(hundreds.collect(), 200);
        }

        @Test
        void endsWithAnEmptyPageWhenTheTotalShrankSince() {
            hundreds.serve(1, 100, 0, 100, 250);
            hundreds.serve(2, 100, 100, 200, 100);
            hundreds.serve(3, 100, 200, 300, 100);
            hundreds.serve(4, 100, 300, 300, 100);
            assertComplete(hundreds.collect(), 300);
            assertThat(hundreds.requestedPages()).hasSize(4);
        }

        @Test
        void losesNoRowWhenTheTokenExpiresBetweenTwoPages() {
            hundreds.serve(1, 100, 0, 100, 150);
            hundreds.serve(2, 100, 100, 150, 150);
            Flow.Publisher<Observed<Long>> publisher = hundreds.publisher(vendor.client());
            DemandSubscriber<Observed<Long>> subscriber = DemandSubscriber.of(publisher);
            subscriber.request(100).next(100);
            vendor.clock().advance(Duration.ofHours(2));
            assertThat(PagedNumbersQuery.values(subscriber.request(50).next(50)))
                    .isEqualTo(PagedNumbersQuery.ids(100, 150));
            subscriber.completed();
            assertThat(vendor.tokenRequests()).isEqualTo(2);
        }

        @Test
        void startsOverForEachSubscription() {
            hundreds.serve(1, 100, 0, 100, 150);
            hundreds.serve(2, 100, 100, 150, 150);
            Flow.Publisher<Observed<Long>> publisher = hundreds.publisher(vendor.client());
            assertThat(hundreds.requestedPages()).isEmpty();
            assertComplete(FailureAssertions.await(Listings.collect(publisher)), 150);
            assertComplete(FailureAssertions.await(Listings.collect(publisher)), 150);
            assertThat(hundreds.requestedPages()).hasSize(4);
        }
    }

    @Nested
    class Incomplete {
        @Test
        void whenTheTotalIsNotReached() {
            hundreds.serve(1, 100, 0, 100, 237);
            hundreds.serve(2, 100, 100, 180, 237);
            hundreds.serve(3, 100, 180, 180, 237);
            VendorException failure = assertFailure(hundreds.collect(), 180, FailureKind.INCOMPLETE_LISTING);
            assertThat(failure.getMessage()).contains("promised 237 rows and served 180");
        }

        @Test
        void whenAShiftOfThePagesLosesARow() {
            hundreds.serve(1, 100, 0, 100, 150);
            hundreds.serve(2, 100, 99, 148, 150);
            hundreds.serve(3, 100, 0, 0, 150);
            assertFailure(hundreds.collect(), 148, FailureKind.INCOMPLETE_LISTING);
            assertThat(vendor.callListener().repeated()).isOne();
        }

        @Test
        void whenAPageOnlyRepeatsRowsAndThereIsNoTotal() {
            hundreds.serve(1, 100, 0, 100, null);
            hundreds.serve(2, 100, 0, 100, null);
            VendorException failure = assertFailure(hundreds.collect(), 100, FailureKind.INCOMPLETE_LISTING);
            assertThat(failure.getMessage()).contains("page 2 only repeats rows");
        }

        @ParameterizedTest
        @ValueSource(ints = {4, 7, 50})
        void afterOneRoundWhenPagesRepeatInACycle(int length) {
            PagedNumbersQuery tens = new PagedNumbersQuery(vendor, 10);
            for (int page = 1; page <= 3 * length; page++) {
                int first = (page - 1) % length * 10;
                tens.serve(page, 10, first, first + 10, null);
            }
            VendorException failure = assertFailure(tens.collect(), 10 * length, FailureKind.INCOMPLETE_LISTING);
            assertThat(failure.getMessage()).contains("page " + (length + 1) + " only repeats rows");
            assertThat(tens.requestedPages()).hasSize(length + 1);
            assertThat(vendor.callListener().repeated()).isEqualTo(10);
        }

        @Test
        void afterOneRoundOfACycleEvenIfTheTotalIsLarger() {
            for (int page = 1; page <= 12; page++) {
                int first = (page - 1) % 5 * 100;
                hundreds.serve(page, 100, first, first + 100, 10_000);
            }
            assertFailure(hundreds.collect(), 500, FailureKind.INCOMPLETE_LISTING);
            assertThat(hundreds.requestedPages()).hasSize(6);
        }

        @Test
        void whenAPageLinksToMoreRows() {
            hundreds.serve(1, 100, "{\"data\":[{\"id\":0}],\"total\":1,\"next\":\"https://elsewhere.example/\"}");
            VendorException failure = assertFailure(hundreds.collect(), 1, FailureKind.INCOMPLETE_LISTING);
            assertThat(failure.getMessage()).doesNotContain("elsewhere.example");
        }
    }

    @Nested
    class Failed {
        @Test
        void afterTheValidRowsOfThePage() {
            hundreds.serve(1, 100, 0, 100, 103);
            hundreds.serve(2, 100, "{\"data\":[{\"id\":100},{\"id\":101},{},{\"id\":103}],\"total\":103}");
            VendorException failure = assertFailure(hundreds.collect(), 102, FailureKind.MALFORMED_ANSWER);
            assertThat(failure.getMessage()).contains("$.data[2].id");
        }

        @Test
        void byANullRow() {
            hundreds.serve(1, 100, "{\"data\":[{\"id\":0},null],\"total\":2}");
            VendorException failure = assertFailure(hundreds.collect(), 1, FailureKind.MALFORMED_ANSWER);
            assertThat(failure.getMessage()).contains("at $.data[1]: null where a row is due");
        }

        @Test
        void byAPageWithoutRows() {
            hundreds.serve(1, 100, "{\"total\":2}");
            assertFailure(hundreds.collect(), 0, FailureKind.MALFORMED_ANSWER);
        }

        @Test
        void byAMissingPage() {
            hundreds.serve(1, 100, 0, 100, 237);
            assertFailure(hundreds.collect(), 100, FailureKind.NOT_FOUND);
        }
    }
}
