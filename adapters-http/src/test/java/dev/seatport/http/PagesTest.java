package dev.seatport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.support.DemandSubscriber;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listing;
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

    private static void assertWhole(Listing<Observed<Long>> listing, int demandSubscriber) {
        assertThat(listing.failure()).isEmpty();
        assertThat(PagedNumbersQuery.values(listing.rows())).isEqualTo(PagedNumbersQuery.ids(0, demandSubscriber));
    }

    private static VendorException assertBroken(
            Listing<Observed<Long>> listing, int demandSubscriber, FailureKind kind) {
        assertThat(PagedNumbersQuery.values(listing.rows())).isEqualTo(PagedNumbersQuery.ids(0, demandSubscriber));
        VendorException failure =
                FailureAssertions.vendorException(listing.failure().orElseThrow());
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
        return failure;
    }

    @Nested
    class Whole {
        @Test
        void comesInThreeRequestsInOrder() {
            hundreds.serve(1, 100, 0, 100, 237);
            hundreds.serve(2, 100, 100, 200, 237);
            hundreds.serve(3, 100, 200, 237, 237);
            Listing<Observed<Long>> listing = hundreds.read();
            assertWhole(listing, 237);
            assertThat(hundreds.asked()).containsExactly("page=1&size=100", "page=2&size=100", "page=3&size=100");
            assertThat(listing.rows().get(236).provenance().operation()).isEqualTo("thing");
            assertThat(vendor.tokenRequests()).isOne();
        }

        @Test
        void mayBeEmpty() {
            hundreds.serve(1, 100, 0, 0, 0);
            assertWhole(hundreds.read(), 0);
            assertThat(hundreds.asked()).hasSize(1);
        }

        @Test
        void mayBeEmptyWithoutATotal() {
            hundreds.serve(1, 100, 0, 0, null);
            assertWhole(hundreds.read(), 0);
            assertThat(hundreds.asked()).hasSize(1);
        }

        @Test
        void isReadFromAServerThatClampsThePageSize() {
            // Whichever size such a server reckons offsets by, page 2 of 20 begins at row 20.
            hundreds.serve(1, 100, 0, 20, 50);
            hundreds.serve(2, 20, 20, 40, 50);
            hundreds.serve(3, 20, 40, 50, 50);
            assertWhole(hundreds.read(), 50);
            assertThat(hundreds.asked()).containsExactly("page=1&size=100", "page=2&size=20", "page=3&size=20");
        }

        @Test
        void isReadUntilAnEmptyPageWhereThereIsNoTotal() {
            hundreds.serve(1, 100, 0, 100, null);
            hundreds.serve(2, 100, 100, 150, null);
            hundreds.serve(3, 100, 150, 150, null);
            assertWhole(hundreds.read(), 150);
            assertThat(hundreds.asked()).hasSize(3);
        }

        @Test
        void mayHaveAShortPageInItsMiddle() {
            hundreds.serve(1, 100, 0, 100, 250);
            hundreds.serve(2, 100, 100, 160, 250);
            hundreds.serve(3, 100, 160, 250, 250);
            assertWhole(hundreds.read(), 250);
        }

        @Test
        void deliversARowOnceThatCameTwiceWhilePagesShifted() {
            hundreds.serve(1, 100, 0, 100, 198);
            hundreds.serve(2, 100, 98, 198, 198);
            assertWhole(hundreds.read(), 198);
            assertThat(vendor.callListener().repeated()).isEqualTo(2);
        }

        @Test
        void leavesOutWhatWasNotAskedForButCountsIt() {
            hundreds.serve(1, 100, "{\"data\":[{\"id\":0},{\"id\":1000000},{\"id\":1}],\"total\":3}");
            assertWhole(hundreds.read(), 2);
        }

        @Test
        void mayHaveATotalThatCountsSomethingElse() {
            hundreds.serve(1, 100, 0, 100, 3);
            hundreds.serve(2, 100, 100, 130, 3);
            hundreds.serve(3, 100, 130, 130, 3);
            assertWhole(hundreds.read(), 130);
        }

        @Test
        void mayGrowAndShrinkWhileItIsRead() {
            hundreds.serve(1, 100, 0, 100, 150);
            hundreds.serve(2, 100, 100, 200, 201);
            hundreds.serve(3, 100, 200, 200, 200);
            assertWhole(hundreds.read(), 200);
        }

        @Test
        void endsWithAnEmptyPageWhenTheTotalShrankSince() {
            hundreds.serve(1, 100, 0, 100, 250);
            hundreds.serve(2, 100, 100, 200, 100);
            hundreds.serve(3, 100, 200, 300, 100);
            hundreds.serve(4, 100, 300, 300, 100);
            assertWhole(hundreds.read(), 300);
            assertThat(hundreds.asked()).hasSize(4);
        }

        @Test
        void losesNothingWhenTheTokenDiesBetweenTwoPages() {
            hundreds.serve(1, 100, 0, 100, 150);
            hundreds.serve(2, 100, 100, 150, 150);
            Flow.Publisher<Observed<Long>> publisher = hundreds.publisher(vendor.client());
            DemandSubscriber<Observed<Long>> demandSubscriber = DemandSubscriber.of(publisher);
            demandSubscriber.ask(100).next(100);
            vendor.clock().advance(Duration.ofHours(2));
            assertThat(PagedNumbersQuery.values(demandSubscriber.ask(50).next(50)))
                    .isEqualTo(PagedNumbersQuery.ids(100, 150));
            demandSubscriber.completed();
            assertThat(vendor.tokenRequests()).isEqualTo(2);
        }

        @Test
        void isReadAnewByEachSubscription() {
            hundreds.serve(1, 100, 0, 100, 150);
            hundreds.serve(2, 100, 100, 150, 150);
            Flow.Publisher<Observed<Long>> publisher = hundreds.publisher(vendor.client());
            assertThat(hundreds.asked()).isEmpty();
            assertWhole(FailureAssertions.await(Listings.collect(publisher)), 150);
            assertWhole(FailureAssertions.await(Listings.collect(publisher)), 150);
            assertThat(hundreds.asked()).hasSize(4);
        }
    }

    @Nested
    class Incomplete {
        @Test
        void afterTheGoodRowsWhenTheVendorPromisedMore() {
            hundreds.serve(1, 100, 0, 100, 237);
            hundreds.serve(2, 100, 100, 180, 237);
            hundreds.serve(3, 100, 180, 180, 237);
            VendorException failure = assertBroken(hundreds.read(), 180, FailureKind.INCOMPLETE_LISTING);
            assertThat(failure.getMessage()).contains("promised 237 rows and served 180");
        }

        @Test
        void whenOneRowWasLostToAShift() {
            hundreds.serve(1, 100, 0, 100, 150);
            hundreds.serve(2, 100, 99, 148, 150);
            hundreds.serve(3, 100, 0, 0, 150);
            assertBroken(hundreds.read(), 148, FailureKind.INCOMPLETE_LISTING);
            assertThat(vendor.callListener().repeated()).isOne();
        }

        @Test
        void whenAPageBringsNothingNewAndNobodyCanTell() {
            hundreds.serve(1, 100, 0, 100, null);
            hundreds.serve(2, 100, 0, 100, null);
            VendorException failure = assertBroken(hundreds.read(), 100, FailureKind.INCOMPLETE_LISTING);
            assertThat(failure.getMessage()).contains("page 2 only repeats rows");
        }

        @ParameterizedTest
        @ValueSource(ints = {4, 7, 50})
        void onceAroundWhenPagesGoRoundInACircle(int length) {
            PagedNumbersQuery tens = new PagedNumbersQuery(vendor, 10);
            for (int page = 1; page <= 3 * length; page++) {
                int first = (page - 1) % length * 10;
                tens.serve(page, 10, first, first + 10, null);
            }
            VendorException failure = assertBroken(tens.read(), 10 * length, FailureKind.INCOMPLETE_LISTING);
            assertThat(failure.getMessage()).contains("page " + (length + 1) + " only repeats rows");
            assertThat(tens.asked()).hasSize(length + 1);
            assertThat(vendor.callListener().repeated()).isEqualTo(10);
        }

        @Test
        void onceAroundACircleAlsoWhereATotalPromisesMore() {
            for (int page = 1; page <= 12; page++) {
                int first = (page - 1) % 5 * 100;
                hundreds.serve(page, 100, first, first + 100, 10_000);
            }
            assertBroken(hundreds.read(), 500, FailureKind.INCOMPLETE_LISTING);
            assertThat(hundreds.asked()).hasSize(6);
        }

        @Test
        void whenTheVendorSaysThatMoreFollowsElsewhere() {
            hundreds.serve(1, 100, "{\"data\":[{\"id\":0}],\"total\":1,\"next\":\"https://elsewhere.example/\"}");
            VendorException failure = assertBroken(hundreds.read(), 1, FailureKind.INCOMPLETE_LISTING);
            assertThat(failure.getMessage()).doesNotContain("elsewhere.example");
        }
    }

    @Nested
    class Broken {
        @Test
        void afterTheGoodRowsOfItsPage() {
            hundreds.serve(1, 100, 0, 100, 103);
            hundreds.serve(2, 100, "{\"data\":[{\"id\":100},{\"id\":101},{},{\"id\":103}],\"total\":103}");
            VendorException failure = assertBroken(hundreds.read(), 102, FailureKind.MALFORMED_ANSWER);
            assertThat(failure.getMessage()).contains("$.data[2].id");
        }

        @Test
        void byARowThatIsNull() {
            hundreds.serve(1, 100, "{\"data\":[{\"id\":0},null],\"total\":2}");
            VendorException failure = assertBroken(hundreds.read(), 1, FailureKind.MALFORMED_ANSWER);
            assertThat(failure.getMessage()).contains("at $.data[1]: null where a row is due");
        }

        @Test
        void byAPageWithoutRows() {
            hundreds.serve(1, 100, "{\"total\":2}");
            assertBroken(hundreds.read(), 0, FailureKind.MALFORMED_ANSWER);
        }

        @Test
        void byAPageThatDoesNotCome() {
            hundreds.serve(1, 100, 0, 100, 237);
            assertBroken(hundreds.read(), 100, FailureKind.NOT_FOUND);
        }
    }
}
