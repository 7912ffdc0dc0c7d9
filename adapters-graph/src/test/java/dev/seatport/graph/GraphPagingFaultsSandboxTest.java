package dev.seatport.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.sandbox.RequestStatistics.RequestCounts;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.faults.VendorQuirks.Quirk;
import dev.seatport.sandbox.fleet.SimulatedGraphTenant;
import dev.seatport.testkit.wait.Await;
import dev.seatport.testkit.wait.TestSubscriber;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listing of a thousand contracts over links, with faults on a page or between pages. Each second page is empty. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class GraphPagingFaultsSandboxTest {
    private static final int ROWS_PER_PAGE = 20;

    private SandboxedGraph vendor;
    private List<SimulatedGraphTenant> tenants;
    private List<Customer> truth;

    @BeforeAll
    void start() {
        vendor = SandboxedGraph.start(900);
        vendor.sandbox().quirks(VendorQuirks.of(Quirk.EMPTY_LINKED_PAGES).withMaxPageSize(ROWS_PER_PAGE));
        tenants = vendor.tenants();
        truth = tenants.stream().map(SandboxedGraph::customer).toList();
    }

    @AfterAll
    void stop() {
        vendor.close();
    }

    /** Reads the listing, and checks that each served row was delivered. */
    private ListingResult<Customer> read(String plan, int attempts) {
        vendor.faults(plan);
        TestSubscriber<Observed<Customer>> subscriber;
        ListingResult<Customer> listing;
        try (Graph graph = vendor.connect(attempts)) {
            subscriber = TestSubscriber.oneByOne(graph.customers().all());
            listing = Await.end(subscriber, Duration.ofMinutes(2));
        }
        vendor.sandbox().clearRequests();
        assertThat(subscriber.isSilent()).as("one end").isTrue();
        assertThat(listing.rows()).isEqualTo(truth.subList(0, listing.rows().size()));
        return listing;
    }

    private RequestCounts served() {
        return vendor.sandbox().statistics().of(RequestKind.CUSTOMERS);
    }

    private int contracts(int customers) {
        return tenants.subList(0, customers).stream()
                .mapToInt(tenant -> tenant.contractTypes().size())
                .sum();
    }

    @Test
    void noneOfAThousandContractsIsLostThoughEveryFifthResponseIsBroken() {
        ListingResult<Customer> listing = read(
                "seed=35; in-a-row=2; 500:share=0.05; 503:share=0.05; close:share=0.03; reset:at=300,share=0.03;"
                        + " truncate:share=0.05; token-dies=30calls",
                8);
        assertThat(listing.complete()).isTrue();
        assertThat(listing.rows()).isEqualTo(truth);
        assertThat(served().totalFaults()).isGreaterThan(10);
        assertThat(served().rows()).isEqualTo(contracts(truth.size())).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @CsvSource({
        "'503:path=customers,page=7', UNAVAILABLE",
        "'403:path=customers,page=7', PERMISSION_DENIED",
        "'close:path=customers,page=7', UNAVAILABLE",
        "'truncate:path=customers,page=7', UNAVAILABLE",
        "'html:path=customers,page=7', MALFORMED_ANSWER",
        "'json-cut:path=customers,page=7', MALFORMED_ANSWER",
        "'empty:path=customers,page=7', MALFORMED_ANSWER"
    })
    void permanentlyBrokenPageEndsTheListingAfterTheRowsBeforeIt(String plan, FailureKind kind) {
        ListingResult<Customer> listing = read(plan, 2);
        assertThat(listing.failure().orElseThrow().kind()).isEqualTo(kind);
        // Pages 1, 3 and 5 have rows.
        assertThat(served().rows()).isEqualTo(3 * ROWS_PER_PAGE);
        assertThat(contracts(listing.rows().size())).isBetween(3 * ROWS_PER_PAGE, 3 * ROWS_PER_PAGE + 1);
    }

    @Test
    void pagesThatComeAgainAreDeliveredOnceAndNotReportedAsComplete() {
        ListingResult<Customer> listing = read("same-page:path=customers,page=3..", 2);
        assertThat(contracts(listing.rows().size())).isBetween(ROWS_PER_PAGE, ROWS_PER_PAGE + 1);
        assertThat(listing.failure().orElseThrow().kind()).isEqualTo(FailureKind.INCOMPLETE_LISTING);
        assertThat(listing.failure().orElseThrow()).hasMessageContaining("only repeats rows");
    }
}
