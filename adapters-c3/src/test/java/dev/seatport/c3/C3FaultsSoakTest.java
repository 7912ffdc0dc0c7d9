package dev.seatport.c3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.sandbox.RequestStatistics;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.fleet.SimulatedC3Customer;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedLicense;
import dev.seatport.testkit.http.LogSecretDetector;
import dev.seatport.testkit.wait.Await;
import dev.seatport.testkit.wait.TestSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads a whole fleet from a vendor that breaks every fifth response, and accounts for each row. */
@Tag("slow")
class C3FaultsSoakTest {
    /** Faults of all kinds for 20 % of the requests, at most two in a row for one request. */
    private static final String BROKEN = "in-a-row=2; 500:share=0.03; 503:share=0.04; reset:at=0,share=0.02;"
            + " reset:at=150,share=0.02; reset:at=600,share=0.02; close:share=0.02; close:at=300,share=0.02;"
            + " truncate:share=0.03; duplicate-row:path=customers; token-dies=100calls";

    /** Few 429 responses of each form, because each slows the client down. */
    private static final String REFUSING = "in-a-row=2; 429:retry-after=0,path=customers,next=1;"
            + " 429:retry-after=1,path=licenses,next=1; 503:share=0.1; duplicate-row:path=customers";

    /** Enough for two faults in a row, an expired token and two more faults. Rows are then lost only to the retry budget. */
    private static final int ATTEMPTS = 8;

    /** In a plan, stands for the id of the first customer. */
    private static final String FIRST_CUSTOMER = "FIRST-CUSTOMER";

    private static final List<FaultKind> LOSING_KINDS =
            List.of(FaultKind.STATUS, FaultKind.RESET, FaultKind.CLOSE, FaultKind.TRUNCATE);

    /** Expected, delivered and missing rows of all listings. */
    private static final class RowAccount {
        private int fleet;
        private int delivered;
        private int missing;
        private int listings;
        private int incomplete;

        void add(List<String> truth, List<String> rows, ListingResult<?> listing, TestSubscriber<?> subscriber) {
            listings++;
            fleet += truth.size();
            delivered += rows.size();
            assertThat(new HashSet<>(rows)).as("no row twice").hasSameSizeAs(rows);
            assertThat(subscriber.isSilent()).as("one end").isTrue();
            if (listing.complete()) {
                assertThat(rows).isEqualTo(truth);
            } else {
                incomplete++;
                missing += truth.size() - rows.size();
                assertThat(listing.failure().orElseThrow().attempts()).isPositive();
                assertThat(rows).as("rows before the failure").isEqualTo(truth.subList(0, rows.size()));
            }
        }
    }

    @Test
    void rowsAddUpThoughEveryFifthResponseIsBroken() {
        RowAccount totals = run(500, "seed=21; " + BROKEN);
        assertThat(totals.incomplete).isLessThanOrEqualTo(totals.listings / 100);
        assertThat(totals.fleet).isGreaterThan(1_500);
    }

    @Test
    void allRowsAreDeliveredThoughTheVendorSends429() {
        assertThat(run(4, "seed=22; " + REFUSING).incomplete).isZero();
    }

    @Test
    void rowsThatCannotBeReadAreReportedMissing() {
        RowAccount totals = run(
                60,
                "seed=23; 403:path=licenses,customer=" + FIRST_CUSTOMER
                        + "; 503:path=licenses,share=0.3; close:share=0.1; truncate:share=0.1");
        assertThat(totals.incomplete).isPositive();
    }

    @Test
    @Tag("soak")
    void fiftyThousandRows() {
        long start = System.nanoTime();
        RowAccount totals = run(12_500, "seed=24; " + BROKEN);
        System.out.printf(
                "c3 soak: fleet %d rows, delivered %d, missing %d, listings %d (%d incomplete), %d s%n",
                totals.fleet,
                totals.delivered,
                totals.missing,
                totals.listings,
                totals.incomplete,
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
        assertThat(totals.fleet).isGreaterThan(40_000);
        assertThat(totals.incomplete).isLessThan(totals.listings / 100);
    }

    private static RowAccount run(int customers, String plan) {
        int threads = threads();
        RowAccount totals = new RowAccount();
        SandboxedC3 vendor = SandboxedC3.start(customers, 1);
        try (LogSecretDetector log =
                LogSecretDetector.forSecret(vendor.sandbox().c3ClientSecret())) {
            vendor.faults(plan.replace(
                    FIRST_CUSTOMER, SandboxedC3.id(vendor.c3Customers().get(0)).value()));
            try (C3 c3 = vendor.connectWithShortBackoff(ATTEMPTS)) {
                customers(vendor, c3, totals);
                licenses(vendor, c3, totals);
            }
            assertRowsAddUp(vendor, totals);
            vendor.closeClients();
            Await.until(() -> vendor.sandbox().openConnections() == 0);
            assertThat(log.leaks()).isEmpty();
            assertThat(log.lines()).isPositive();
        } finally {
            vendor.close();
        }
        Await.until(() -> threads() <= threads);
        return totals;
    }

    /** Counts tenants, because the adapter merges the rows of a customer. */
    private static void customers(SandboxedC3 vendor, C3 c3, RowAccount totals) {
        TestSubscriber<Observed<Customer>> subscriber =
                TestSubscriber.oneByOne(c3.customers().all());
        ListingResult<Customer> listing = Await.end(subscriber, Duration.ofMinutes(2));
        List<String> truth = new ArrayList<>();
        for (SimulatedCustomer customer : vendor.c3Customers()) {
            truth.addAll(rows(SandboxedC3.customer(customer)));
        }
        totals.add(
                truth,
                listing.rows().stream().flatMap(row -> rows(row).stream()).toList(),
                listing,
                subscriber);
    }

    private static List<String> rows(Customer customer) {
        return customer.tenants().orElseThrow().stream()
                .map(tenant -> customer + " " + tenant)
                .toList();
    }

    private record Report(SimulatedC3Customer account, TestSubscriber<Observed<LicenseConsumption>> subscriber) {}

    private static void licenses(SandboxedC3 vendor, C3 c3, RowAccount totals) {
        List<Report> batch = new ArrayList<>();
        for (SimulatedCustomer customer : vendor.c3Customers()) {
            for (SimulatedC3Customer account : customer.accounts()) {
                batch.add(new Report(
                        account,
                        TestSubscriber.oneByOne(c3.licenses()
                                .consumption(SandboxedC3.id(customer), new TenantId(account.tenantId())))));
            }
            if (batch.size() > 50) {
                add(batch, totals);
                vendor.sandbox().clearRequests();
            }
        }
        add(batch, totals);
    }

    private static void add(List<Report> batch, RowAccount totals) {
        for (Report report : batch) {
            ListingResult<LicenseConsumption> listing = Await.end(report.subscriber(), Duration.ofMinutes(2));
            totals.add(
                    report.account().licenses().stream()
                            .map(C3FaultsSoakTest::row)
                            .toList(),
                    listing.rows().stream().map(C3FaultsSoakTest::row).toList(),
                    listing,
                    report.subscriber());
        }
        batch.clear();
    }

    private static String row(SimulatedLicense license) {
        return license.skuId() + " " + SandboxedC3.quantity(license.active()) + " "
                + SandboxedC3.quantity(license.consumed()) + " " + SandboxedC3.quantity(license.available());
    }

    private static String row(LicenseConsumption license) {
        return license.sku().value() + " " + license.purchased() + " " + license.assigned() + " " + license.available();
    }

    private static void assertRowsAddUp(SandboxedC3 vendor, RowAccount totals) {
        RequestStatistics statistics = vendor.sandbox().statistics();
        // One duplicate per complete listing, if the plan has this fault.
        boolean doubled = statistics.of(RequestKind.CUSTOMERS).faults(FaultKind.DUPLICATE_ROW) > 0;
        long repeated = doubled ? statistics.of(RequestKind.CUSTOMERS).good() : 0;
        long served = statistics.of(RequestKind.CUSTOMERS).rows()
                + statistics.of(RequestKind.LICENSES).rows();
        assertThat(totals.delivered + totals.missing)
                .as("delivered and reported missing")
                .isEqualTo(totals.fleet);
        assertThat(totals.delivered + repeated).as("delivered and repeated").isEqualTo(served);
        assertThat(LOSING_KINDS.stream()
                        .mapToLong(kind -> statistics.total().faults(kind))
                        .sum())
                .as("faults that lost a response")
                .isPositive();
    }

    /** Returns the number of Vert.x threads. Threads of the JVM vary. */
    private static int threads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("vert"))
                .count();
    }
}
