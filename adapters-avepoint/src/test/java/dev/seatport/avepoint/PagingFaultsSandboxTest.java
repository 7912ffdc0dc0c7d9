package dev.seatport.avepoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.sandbox.RequestStatistics.RequestCounts;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.faults.VendorQuirks.Quirk;
import dev.seatport.testkit.wait.Await;
import dev.seatport.testkit.wait.TestSubscriber;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Listing of twenty pages with faults on a page or between pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagingFaultsSandboxTest {
    private static final int ROWS_PER_PAGE = 20;
    private static final int TENANTS = 20 * ROWS_PER_PAGE;

    private SandboxedAvePoint vendor;

    @BeforeAll
    void start() {
        vendor = SandboxedAvePoint.start(3, TENANTS);
    }

    @AfterEach
    void reset() {
        vendor.reset();
    }

    @AfterAll
    void stop() {
        vendor.close();
    }

    /** Reads the listing, and checks that each served row was delivered or reported as a duplicate. */
    private ListingResult<TenantSeats> read(String plan) {
        vendor.quirks(vendor.sandbox().quirks().withMaxPageSize(ROWS_PER_PAGE));
        vendor.faults(plan);
        TestSubscriber<Observed<TenantSeats>> subscriber;
        ListingResult<TenantSeats> listing;
        try (AvePoint avePoint = vendor.connectWithShortBackoff(AvePointApiVersion.CURRENT)) {
            subscriber = TestSubscriber.oneByOne(avePoint.tenantSeats()
                    .seats(TenantSeatQuery.all(
                            SandboxedAvePoint.id(vendor.fleet().customer(0)), TenantKind.MICROSOFT_365)));
            listing = Await.end(subscriber);
        }
        assertThat(subscriber.isSilent()).as("one end").isTrue();
        assertThat(listing.rows()).doesNotHaveDuplicates();
        assertThat((long) listing.rows().size() + vendor.callListener().repeated())
                .isEqualTo(served().rows());
        return listing;
    }

    private RequestCounts served() {
        return vendor.sandbox().statistics().of(RequestKind.TENANT_SEATS);
    }

    private List<TenantSeats> truth() {
        return SandboxedAvePoint.seats(vendor.fleet().customer(0), TenantKind.MICROSOFT_365);
    }

    private List<TenantSeats> firstPages(int pages) {
        return truth().subList(0, pages * ROWS_PER_PAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "'503:page=7', UNAVAILABLE, 4, 0",
        "'429:page=7,retry-after=121', RATE_LIMITED, 1, 0",
        // A pooled connection may be closed: each attempt is sent at most once more, on a new connection.
        "'reset:page=7', UNAVAILABLE, 4, 4",
        "'close:page=7', UNAVAILABLE, 4, 4",
        "'truncate:page=7', UNAVAILABLE, 3, 0",
        "'404:page=7', NOT_FOUND, 1, 0",
        "'json-cut:page=7', MALFORMED_ANSWER, 1, 0",
        "'html:page=7', MALFORMED_ANSWER, 1, 0",
        "'empty:page=7', MALFORMED_ANSWER, 1, 0",
        "'cut:page=7', MALFORMED_ANSWER, 1, 0",
    })
    void permanentlyBrokenPageEndsTheListingAfterTheRowsBeforeIt(
            String plan, FailureKind kind, int attempts, int replays) {
        ListingResult<TenantSeats> listing = read(plan);
        assertThat(listing.rows()).isEqualTo(firstPages(6));
        assertThat(listing.failure().orElseThrow().kind()).isEqualTo(kind);
        assertThat(listing.failure().orElseThrow().attempts()).isEqualTo(attempts);
        assertThat(served().received()).isBetween(6L + attempts, 6L + attempts + replays);
    }

    @Test
    void temporarilyBrokenPageIsRetried() {
        ListingResult<TenantSeats> listing = read("503:page=7,next=2; reset:at=200,page=9,next=2");
        assertThat(listing.complete()).isTrue();
        assertThat(listing.rows()).isEqualTo(truth());
    }

    @Test
    void rowsRepeatedByAnInsertAreDeliveredOnce() {
        ListingResult<TenantSeats> listing = read("shift=+1");
        assertThat(vendor.callListener().repeated()).isPositive();
        assertThat(listing.complete() || listing.failure().orElseThrow().kind() == FailureKind.INCOMPLETE_LISTING)
                .isTrue();
        assertThat(listing.rows()).isEqualTo(truth());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void rowsRemovedBetweenPagesHideTheSameNumberOfRows(int removed) {
        ListingResult<TenantSeats> listing = read("shift=-" + removed);
        assertThat(listing.rows()).hasSize(TENANTS - removed).isSubsetOf(truth());
    }

    @Test
    void totalAboveTheServedRowsMakesTheListingIncomplete() {
        ListingResult<TenantSeats> listing = read("total=+3");
        assertThat(listing.rows()).isEqualTo(truth());
        assertThat(listing.failure().orElseThrow().kind()).isEqualTo(FailureKind.INCOMPLETE_LISTING);
        assertThat(listing.failure().orElseThrow()).hasMessageContaining("served " + TENANTS);
    }

    @Test
    void shrinkingTotalLosesNoRowSilently() {
        ListingResult<TenantSeats> listing = read("total=-12");
        assertThat(listing.rows()).isEqualTo(truth().subList(0, listing.rows().size()));
        if (listing.complete()) {
            assertThat(listing.rows()).isEqualTo(truth());
        } else {
            assertThat(listing.failure().orElseThrow().kind()).isEqualTo(FailureKind.INCOMPLETE_LISTING);
        }
    }

    @Test
    void duplicateRowOnEachPageIsDeliveredOnce() {
        ListingResult<TenantSeats> listing = read("duplicate-row");
        assertThat(listing.complete()).isTrue();
        assertThat(listing.rows()).isEqualTo(truth());
        assertThat(vendor.callListener().repeated()).isEqualTo(20);
    }

    @Test
    void emptyPageBeforeTheEndMakesTheListingIncomplete() {
        ListingResult<TenantSeats> listing = read("empty-page:page=7");
        assertThat(listing.rows()).isEqualTo(firstPages(6));
        assertThat(listing.failure().orElseThrow().kind()).isEqualTo(FailureKind.INCOMPLETE_LISTING);
        assertThat(served().received()).isEqualTo(7);
    }

    @Test
    void emptyFirstPageWithATotalMakesTheListingIncomplete() {
        ListingResult<TenantSeats> listing = read("empty-page:page=1");
        assertThat(listing.rows()).isEmpty();
        assertThat(listing.failure().orElseThrow().kind()).isEqualTo(FailureKind.INCOMPLETE_LISTING);
    }

    @Test
    void endlessIdenticalPagesAreReadOnce() {
        ListingResult<TenantSeats> listing = read("same-page");
        assertThat(listing.rows()).isEqualTo(firstPages(1));
        assertThat(listing.failure().orElseThrow().kind()).isEqualTo(FailureKind.INCOMPLETE_LISTING);
        assertThat(served().received()).isEqualTo(2);
    }

    @Test
    void endlessIdenticalPagesWithoutATotalAreReadOnce() {
        vendor.quirks(VendorQuirks.of(Quirk.BARE_ARRAYS));
        ListingResult<TenantSeats> listing = read("same-page");
        assertThat(listing.rows()).isEqualTo(firstPages(1));
        assertThat(listing.failure().orElseThrow().kind()).isEqualTo(FailureKind.INCOMPLETE_LISTING);
    }
}
