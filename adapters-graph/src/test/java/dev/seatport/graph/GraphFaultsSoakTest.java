package dev.seatport.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.sandbox.RequestStatistics;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.faults.VendorQuirks.Quirk;
import dev.seatport.sandbox.fleet.SimulatedGraphTenant;
import dev.seatport.testkit.http.LogSecretDetector;
import dev.seatport.testkit.wait.Await;
import dev.seatport.testkit.wait.TestSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads a whole fleet along links from a vendor that breaks every fifth response, and accounts for each row. */
@Tag("slow")
class GraphFaultsSoakTest {
    /** Faults of all kinds for 20 % of the requests, at most two in a row for one request. */
    private static final String BROKEN = "in-a-row=2; 500:share=0.03; 503:share=0.04; reset:at=0,share=0.02;"
            + " reset:at=150,share=0.02; reset:at=600,share=0.02; close:share=0.02; close:at=300,share=0.02;"
            + " truncate:share=0.03; token-dies=100calls";

    /** Few 429 responses of each form, because each slows the client down. */
    private static final String REFUSING = "in-a-row=2; 429:retry-after=0,path=customers,next=1;"
            + " 429:retry-after=1,path=licenses,next=1; 429:retry-after=1,path=subscriptions,next=1; 503:share=0.1";

    /** Enough for two faults in a row, an expired token and two more faults. Rows are then lost only to the retry budget. */
    private static final int ATTEMPTS = 8;

    /** In a plan, stands for the id of the first tenant with consent. */
    private static final String CONSENTING_TENANT = "CONSENTING-TENANT";

    private static final int SIMULTANEOUS_LISTINGS = 50;
    private static final List<FaultKind> LOSING_KINDS =
            List.of(FaultKind.STATUS, FaultKind.RESET, FaultKind.CLOSE, FaultKind.TRUNCATE);

    /** Expected, delivered and missing rows of all listings. */
    private static final class RowAccount {
        private int fleet;
        private int delivered;
        private int missing;
        private int listings;
        private int incomplete;

        <T> void add(List<T> truth, TestSubscriber<Observed<T>> subscriber, UnaryOperator<T> comparable) {
            ListingResult<T> received = Await.end(subscriber, Duration.ofMinutes(2));
            ListingResult<T> listing =
                    new ListingResult<>(received.rows().stream().map(comparable).toList(), received.endedBy());
            listings++;
            fleet += truth.size();
            delivered += listing.rows().size();
            assertThat(new HashSet<>(listing.rows())).as("no row twice").hasSameSizeAs(listing.rows());
            assertThat(subscriber.isSilent()).as("one end").isTrue();
            if (listing.complete()) {
                assertThat(listing.rows()).isEqualTo(truth);
            } else {
                incomplete++;
                missing += truth.size() - listing.rows().size();
                assertThat(listing.failure().orElseThrow().attempts()).isPositive();
                assertThat(listing.rows())
                        .as("rows before the failure")
                        .isEqualTo(truth.subList(0, listing.rows().size()));
            }
        }
    }

    @Test
    void rowsOfAThousandContractsAddUpThoughEveryFifthResponseIsBroken() {
        RowAccount totals = run(1_000, 200, "seed=31; " + BROKEN);
        assertThat(totals.fleet).isGreaterThan(1_500);
        assertThat(totals.incomplete).isLessThanOrEqualTo(totals.listings / 100);
    }

    @Test
    void allRowsAreDeliveredThoughTheVendorSends429() {
        assertThat(run(30, 4, "seed=32; " + REFUSING).incomplete).isZero();
    }

    @Test
    void rowsThatCannotBeReadAreReportedMissing() {
        RowAccount totals = run(
                100,
                60,
                "seed=33; 403:path=licenses,customer=" + CONSENTING_TENANT
                        + "; 503:vendor=graph,path=licenses,share=0.3; close:share=0.1; truncate:share=0.1");
        assertThat(totals.incomplete).isPositive();
    }

    @Test
    @Tag("soak")
    void tenThousandTenants() {
        long start = System.nanoTime();
        RowAccount totals = run(10_000, 10_000, "seed=34; " + BROKEN);
        System.out.printf(
                "graph soak: fleet %d rows, delivered %d, missing %d, listings %d (%d incomplete), %d s%n",
                totals.fleet,
                totals.delivered,
                totals.missing,
                totals.listings,
                totals.incomplete,
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
        assertThat(totals.incomplete).isLessThan(totals.listings / 100);
    }

    /** Reads all customers, and the licenses of some of their tenants. */
    private static RowAccount run(int customers, int tenants, String plan) {
        RowAccount totals = new RowAccount();
        SandboxedGraph vendor = SandboxedGraph.start(customers);
        try (LogSecretDetector log =
                LogSecretDetector.forSecret(vendor.sandbox().graphClientSecret())) {
            vendor.sandbox().quirks(VendorQuirks.of(Quirk.EMPTY_LINKED_PAGES).withMaxPageSize(20));
            vendor.faults(
                    plan.replace(CONSENTING_TENANT, consenting(vendor, 1).get(0).tenantId()));
            try (Graph graph = vendor.connect(ATTEMPTS)) {
                List<Customer> truth =
                        vendor.tenants().stream().map(SandboxedGraph::customer).toList();
                totals.add(truth, TestSubscriber.oneByOne(graph.customers().all()), UnaryOperator.identity());
                licenses(vendor, graph, tenants, totals);
            }
            assertThat(totals.delivered + totals.missing)
                    .as("delivered and reported missing")
                    .isEqualTo(totals.fleet);
            RequestStatistics statistics = vendor.sandbox().statistics();
            assertThat(LOSING_KINDS.stream()
                            .mapToLong(kind -> statistics.total().faults(kind))
                            .sum())
                    .as("faults that lost a response")
                    .isPositive();
            vendor.closeClients();
            Await.until(() -> vendor.sandbox().openConnections() == 0);
            assertThat(log.leaks()).isEmpty();
            assertThat(log.lines()).isPositive();
        } finally {
            vendor.close();
        }
        return totals;
    }

    private record TenantListing(
            SimulatedGraphTenant tenant, TestSubscriber<Observed<LicenseConsumption>> subscriber) {}

    private static void licenses(SandboxedGraph vendor, Graph graph, int tenants, RowAccount totals) {
        List<TenantListing> batch = new ArrayList<>();
        for (SimulatedGraphTenant tenant : consenting(vendor, tenants)) {
            batch.add(new TenantListing(
                    tenant,
                    TestSubscriber.oneByOne(
                            graph.licenses().consumption(SandboxedGraph.id(tenant), new TenantId(tenant.tenantId())))));
            if (batch.size() == SIMULTANEOUS_LISTINGS) {
                add(batch, totals);
                vendor.sandbox().clearRequests();
            }
        }
        add(batch, totals);
    }

    private static List<SimulatedGraphTenant> consenting(SandboxedGraph vendor, int tenants) {
        return vendor.tenants().stream()
                .filter(SimulatedGraphTenant::hasConsent)
                .limit(tenants)
                .toList();
    }

    private static void add(List<TenantListing> batch, RowAccount totals) {
        for (TenantListing listing : batch) {
            totals.add(SandboxedGraph.licenses(listing.tenant()), listing.subscriber(), SandboxedGraph::unnamed);
        }
        batch.clear();
    }
}
