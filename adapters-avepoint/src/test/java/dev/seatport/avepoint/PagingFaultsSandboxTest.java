package dev.seatport.avepoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.sandbox.LedgerEntry;
import dev.seatport.sandbox.faults.PathKind;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A listing of twenty pages in which something goes wrong between pages or on one of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagingFaultsSandboxTest {
    private static final int ROWS_A_PAGE = 20;
    private static final int TENANTS = 20 * ROWS_A_PAGE;

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

    /** Reads the listing; what the vendor served is then what was delivered or came twice. */
    private Signals<TenantSeats> read(String plan) {
        vendor.switches().maxPageSize(ROWS_A_PAGE);
        vendor.faults(plan);
        Signals<TenantSeats> signals;
        try (AvePoint avePoint = vendor.connectInHaste(AvePointApi.CURRENT)) {
            signals = Signals.of(avePoint.tenantSeats()
                            .seats(TenantSeatQuery.all(
                                    SandboxedAvePoint.id(vendor.fleet().customer(0)), TenantKind.MICROSOFT_365)))
                    .await(60);
        }
        assertThat(signals.ends()).isEqualTo(1);
        assertThat(signals.rows()).doesNotHaveDuplicates();
        assertThat((long) signals.rows().size() + vendor.watcher().repeated()).isEqualTo(served().rows());
        return signals;
    }

    private LedgerEntry served() {
        return vendor.sandbox().ledger().of(PathKind.TENANT_SEATS);
    }

    private List<TenantSeats> truth() {
        return SandboxedAvePoint.seats(vendor.fleet().customer(0), TenantKind.MICROSOFT_365);
    }

    private List<TenantSeats> firstPages(int pages) {
        return truth().subList(0, pages * ROWS_A_PAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "'503:page=7', UNAVAILABLE, 4, 0",
        "'429:page=7,retry-after=121', RATE_LIMITED, 1, 0",
        // A connection that was used before may be dead: each attempt is sent at most once more, on a new one.
        "'reset:page=7', UNAVAILABLE, 4, 4",
        "'close:page=7', UNAVAILABLE, 4, 4",
        "'truncate:page=7', UNAVAILABLE, 3, 0",
        "'404:page=7', NOT_FOUND, 1, 0",
        "'json-cut:page=7', MALFORMED_ANSWER, 1, 0",
        "'html:page=7', MALFORMED_ANSWER, 1, 0",
        "'empty:page=7', MALFORMED_ANSWER, 1, 0",
        "'cut:page=7', MALFORMED_ANSWER, 1, 0",
    })
    void aPageThatIsDeadForGoodEndsTheListingAfterTheRowsBeforeIt(
            String plan, FailureKind kind, int attempts, int replays) {
        Signals<TenantSeats> signals = read(plan);
        assertThat(signals.rows()).isEqualTo(firstPages(6));
        assertThat(signals.failure().kind()).isEqualTo(kind);
        assertThat(signals.failure().attempts()).isEqualTo(attempts);
        assertThat(served().received()).isBetween(6L + attempts, 6L + attempts + replays);
    }

    @Test
    void aPageThatComesBackIsReadOn() {
        Signals<TenantSeats> signals = read("503:page=7,next=2; reset:at=200,page=9,next=2");
        assertThat(signals.complete()).isTrue();
        assertThat(signals.rows()).isEqualTo(truth());
    }

    @Test
    void rowsInsertedBetweenPagesComeTwiceAndAreDeliveredOnce() {
        Signals<TenantSeats> signals = read("shift=+1");
        assertThat(vendor.watcher().repeated()).isPositive();
        assertThat(signals.complete() || signals.failure().kind() == FailureKind.INCOMPLETE_LISTING)
                .isTrue();
        assertThat(signals.rows()).isEqualTo(truth());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void rowsRemovedBetweenPagesSkipAsManyOthers(int removed) {
        Signals<TenantSeats> signals = read("shift=-" + removed);
        assertThat(signals.rows()).hasSize(TENANTS - removed).isSubsetOf(truth());
    }

    @Test
    void aTotalThatGrowsWithoutRowsIsAPromiseThatWasNotKept() {
        Signals<TenantSeats> signals = read("total=+3");
        assertThat(signals.rows()).isEqualTo(truth());
        assertThat(signals.failure().kind()).isEqualTo(FailureKind.INCOMPLETE_LISTING);
        assertThat(signals.failure()).hasMessageContaining("served " + TENANTS);
    }

    @Test
    void aTotalThatShrinksLosesNoRowWithoutSayingSo() {
        Signals<TenantSeats> signals = read("total=-12");
        assertThat(signals.rows()).isEqualTo(truth().subList(0, signals.rows().size()));
        if (signals.complete()) {
            assertThat(signals.rows()).isEqualTo(truth());
        } else {
            assertThat(signals.failure().kind()).isEqualTo(FailureKind.INCOMPLETE_LISTING);
        }
    }

    @Test
    void aRowThatComesTwiceOnEveryPageIsDeliveredOnce() {
        Signals<TenantSeats> signals = read("duplicate-row");
        assertThat(signals.complete()).isTrue();
        assertThat(signals.rows()).isEqualTo(truth());
        assertThat(vendor.watcher().repeated()).isEqualTo(20);
    }

    @Test
    void anEmptyPageTooEarlyIsReported() {
        Signals<TenantSeats> signals = read("empty-page:page=7");
        assertThat(signals.rows()).isEqualTo(firstPages(6));
        assertThat(signals.failure().kind()).isEqualTo(FailureKind.INCOMPLETE_LISTING);
        assertThat(served().received()).isEqualTo(7);
    }

    @Test
    void anEmptyFirstPageIsReportedIfATotalPromisesRows() {
        Signals<TenantSeats> signals = read("empty-page:page=1");
        assertThat(signals.rows()).isEmpty();
        assertThat(signals.failure().kind()).isEqualTo(FailureKind.INCOMPLETE_LISTING);
    }

    @Test
    void identicalPagesWithoutEndAreReadOnce() {
        Signals<TenantSeats> signals = read("same-page");
        assertThat(signals.rows()).isEqualTo(firstPages(1));
        assertThat(signals.failure().kind()).isEqualTo(FailureKind.INCOMPLETE_LISTING);
        assertThat(served().received()).isEqualTo(2);
    }

    @Test
    void identicalPagesWithoutEndAndTotalAreReadOnce() {
        vendor.switches().bareArrays(true);
        Signals<TenantSeats> signals = read("same-page");
        assertThat(signals.rows()).isEqualTo(firstPages(1));
        assertThat(signals.failure().kind()).isEqualTo(FailureKind.INCOMPLETE_LISTING);
    }
}
