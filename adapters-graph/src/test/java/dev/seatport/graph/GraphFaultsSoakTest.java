package dev.seatport.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.graph.SandboxedGraph.LicenseRow;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.sandbox.RequestStatistics;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.RequestKind;
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
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads a whole fleet over links from a vendor that breaks every fifth response, and accounts for each row. */
@Tag("slow")
class GraphFaultsSoakTest {
    /** Faults of all kinds for 20 % of the requests, at most two in a row for one request. */
    private static final String BROKEN = "in-a-row=2; 500:share=0.03; 503:share=0.04; reset:at=0,share=0.02;"
            + " reset:at=150,share=0.02; reset:at=600,share=0.02; close:share=0.02; close:at=300,share=0.02;"
            + " truncate:share=0.03; token-dies=100calls";

    /** Few 429 responses of each form, because each slows the client down. */
    private static final String REFUSING = "in-a-row=2; 429:retry-after=0,path=customers,next=1;"
            + " 429:retry-after=1,path=licenses,next=1; 429:path=subscriptions,next=1; 503:share=0.1";

    /** Enough for two faults in a row, an expired token and two more faults. Rows are then lost only to the retry budget. */
    private static final int ATTEMPTS = 8;

    private static final List<FaultKind> LOSING_KINDS =
            List.of(FaultKind.STATUS, FaultKind.RESET, FaultKind.CLOSE, FaultKind.TRUNCATE);

    /** Expected, delivered and missing rows of all listings. A customer counts as often as it has contracts. */
    private static final class RowAccount {
        private int fleet;
        private int delivered;
        private int missing;
        private int listings;
        private int incomplete;
        private int withoutConsent;

        <T> void add(List<T> truth, List<Integer> rowsOfEach, TestSubscriber<Observed<T>> subscriber) {
            ListingResult<T> listing = Await.end(subscriber, Duration.ofMinutes(2));
            List<T> rows = listing.rows();
            add(truth, rows, listing, subscriber);
            fleet += sum(rowsOfEach);
            delivered += sum(rowsOfEach.subList(0, rows.size()));
            missing += sum(rowsOfEach.subList(rows.size(), truth.size()));
        }

        private void add(List<?> truth, List<?> rows, ListingResult<?> listing, TestSubscriber<?> subscriber) {
            listings++;
            assertThat(new HashSet<>(rows)).as("no row twice").hasSameSizeAs(rows);
            assertThat(subscriber.isSilent()).as("one end").isTrue();
            if (listing.complete()) {
                assertThat(rows).isEqualTo(truth);
            } else {
                incomplete++;
                assertThat(rows).as("rows before the failure").isEqualTo(truth.subList(0, rows.size()));
            }
        }

        private static int sum(List<Integer> counts) {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }
    }

    @Test
    void noneOfAThousandContractsIsLostThoughEveryFifthResponseIsBroken() {
        RowAccount account = run(900, "seed=31; " + BROKEN);
        assertThat(account.incomplete - account.withoutConsent).isLessThanOrEqualTo(account.listings / 100);
        assertThat(account.withoutConsent).isPositive();
        assertThat(account.fleet).isGreaterThan(3_000);
    }

    @Test
    void allRowsAreDeliveredThoughTheVendorSends429() {
        RowAccount account = run(4, "seed=32; " + REFUSING);
        assertThat(account.incomplete).isZero();
    }

    @Test
    void rowsThatCannotBeReadAreReportedMissing() {
        RowAccount account = run(60, "seed=33; 503:path=licenses,share=0.3; close:share=0.1; truncate:share=0.1");
        assertThat(account.incomplete).isGreaterThan(account.withoutConsent);
    }

    private static RowAccount run(int customers, String plan) {
        RowAccount account = new RowAccount();
        SandboxedGraph vendor = SandboxedGraph.start(customers);
        try (LogSecretDetector log =
                LogSecretDetector.forSecret(vendor.sandbox().graphClientSecret())) {
            vendor.sandbox().quirks(VendorQuirks.of(Quirk.EMPTY_LINKED_PAGES).withMaxPageSize(20));
            vendor.faults(plan);
            try (Graph graph = vendor.connectWithShortBackoff(ATTEMPTS)) {
                customers(vendor, graph, account);
                licenses(vendor, graph, account);
            }
            assertRowsAddUp(vendor, account);
            vendor.closeClients();
            awaitTrue(() -> vendor.sandbox().openConnections() == 0);
            assertThat(log.leaks()).isEmpty();
            assertThat(log.lines()).isPositive();
        } finally {
            vendor.close();
        }
        return account;
    }

    private static void customers(SandboxedGraph vendor, Graph graph, RowAccount account) {
        TestSubscriber<Observed<Customer>> subscriber =
                TestSubscriber.oneByOne(graph.customers().all());
        List<SimulatedGraphTenant> tenants = vendor.tenants();
        account.add(
                tenants.stream().map(SandboxedGraph::customer).toList(),
                tenants.stream().map(tenant -> tenant.contractTypes().size()).toList(),
                subscriber);
    }

    private record Report(SimulatedGraphTenant tenant, TestSubscriber<Observed<LicenseConsumption>> subscriber) {}

    /** Reads the licenses of 50 tenants at a time. */
    private static void licenses(SandboxedGraph vendor, Graph graph, RowAccount account) {
        List<Report> batch = new ArrayList<>();
        for (SimulatedGraphTenant tenant : vendor.tenants()) {
            batch.add(new Report(
                    tenant,
                    TestSubscriber.oneByOne(
                            graph.licenses().consumption(SandboxedGraph.id(tenant), new TenantId(tenant.tenantId())))));
            if (batch.size() == 50) {
                batch.forEach(report -> add(report, account));
                batch.clear();
                vendor.sandbox().clearRequests();
            }
        }
        batch.forEach(report -> add(report, account));
    }

    private static void add(Report report, RowAccount account) {
        ListingResult<LicenseConsumption> listing = Await.end(report.subscriber(), Duration.ofMinutes(2));
        List<LicenseRow> truth = SandboxedGraph.licenses(report.tenant());
        List<LicenseRow> rows = listing.rows().stream().map(LicenseRow::of).toList();
        account.add(truth, rows, listing, report.subscriber());
        account.fleet += truth.size();
        account.delivered += rows.size();
        account.missing += truth.size() - rows.size();
        if (!report.tenant().hasConsent()) {
            account.withoutConsent++;
            assertThat(listing.failure().orElseThrow().kind()).isEqualTo(FailureKind.PERMISSION_DENIED);
        }
    }

    private static void assertRowsAddUp(SandboxedGraph vendor, RowAccount account) {
        RequestStatistics statistics = vendor.sandbox().statistics();
        long served = statistics.of(RequestKind.CUSTOMERS).rows()
                + statistics.of(RequestKind.LICENSES).rows();
        assertThat(account.delivered + account.missing)
                .as("delivered and reported missing")
                .isEqualTo(account.fleet);
        assertThat((long) account.delivered).as("delivered").isEqualTo(served);
        assertThat(LOSING_KINDS.stream()
                        .mapToLong(kind -> statistics.total().faults(kind))
                        .sum())
                .as("faults that lost a response")
                .isPositive();
    }

    private static void awaitTrue(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("condition holds within 60 s").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
