package dev.seatport.c3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.listing.Listing;
import dev.seatport.sandbox.RequestStatistics;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.fleet.SimulatedAccount;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.sandbox.fleet.SimulatedLicense;
import dev.seatport.testkit.http.SecretLeakDetector;
import dev.seatport.testkit.wait.Await;
import dev.seatport.testkit.wait.TestSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A whole fleet is read from a vendor of which every fifth answer is spoilt, and then the books are balanced. */
@Tag("slow")
class C3FaultsSoakTest {
    /** Faults of all kinds at 20 % together, never more than two in a row for one request. */
    private static final String BROKEN = "in-a-row=2; 500:share=0.03; 503:share=0.04; reset:at=0,share=0.02;"
            + " reset:at=150,share=0.02; reset:at=600,share=0.02; close:share=0.02; close:at=300,share=0.02;"
            + " truncate:share=0.03; duplicate-row:path=customers; token-dies=100calls";

    /** A few refusals of each form: each of them slows the client down. */
    private static final String REFUSING = "in-a-row=2; 429:retry-after=0,path=customers,next=1;"
            + " 429:retry-after=1,path=licenses,next=1; 503:share=0.1; duplicate-row:path=customers";

    /** Enough to outlast two faults in a row, a dead token and two faults more; what is lost then, the budget of retries refused. */
    private static final int ATTEMPTS = 8;

    private static final List<FaultKind> LOSING =
            List.of(FaultKind.STATUS, FaultKind.RESET, FaultKind.CLOSE, FaultKind.TRUNCATE);

    /** What a fleet had, and what came of it. */
    private static final class Books {
        private int fleet;
        private int delivered;
        private int missing;
        private int listings;
        private int broken;

        void enter(List<String> truth, List<String> rows, Listing<?> listing, TestSubscriber<?> subscriber) {
            listings++;
            fleet += truth.size();
            delivered += rows.size();
            assertThat(new HashSet<>(rows)).as("no row twice").hasSameSizeAs(rows);
            assertThat(subscriber.isSilent()).as("one end").isTrue();
            if (listing.complete()) {
                assertThat(rows).isEqualTo(truth);
            } else {
                broken++;
                missing += truth.size() - rows.size();
                assertThat(listing.failure().orElseThrow().attempts()).isPositive();
                assertThat(rows).as("rows before the failure").isEqualTo(truth.subList(0, rows.size()));
            }
        }
    }

    @Test
    void theBooksBalanceThoughEveryFifthAnswerIsSpoilt() {
        Books books = run(500, "seed=21; " + BROKEN);
        assertThat(books.broken).isLessThanOrEqualTo(books.listings / 100);
        assertThat(books.fleet).isGreaterThan(1_500);
    }

    @Test
    void everyRowIsDeliveredThoughTheVendorAsksForPatience() {
        assertThat(run(4, "seed=22; " + REFUSING).broken).isZero();
    }

    @Test
    void rowsThatCannotBeHadAreReportedMissing() {
        Books books = run(60, "seed=23; 503:path=licenses,share=0.3; close:share=0.1; truncate:share=0.1");
        assertThat(books.broken).isPositive();
    }

    @Test
    @Tag("soak")
    void fiftyThousandRows() {
        long start = System.nanoTime();
        Books books = run(12_500, "seed=24; " + BROKEN);
        System.out.printf(
                "c3 soak: fleet %d rows, delivered %d, missing %d, listings %d (%d broken), %d s%n",
                books.fleet,
                books.delivered,
                books.missing,
                books.listings,
                books.broken,
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
        assertThat(books.fleet).isGreaterThan(40_000);
        assertThat(books.broken).isLessThan(books.listings / 100);
    }

    private static Books run(int customers, String plan) {
        int threads = threads();
        Books books = new Books();
        SandboxedC3 vendor = SandboxedC3.start(customers, 1);
        try (SecretLeakDetector log =
                SecretLeakDetector.forSecret(vendor.sandbox().c3ClientSecret())) {
            vendor.faults(plan);
            try (C3 c3 = vendor.connectInHaste(ATTEMPTS)) {
                customers(vendor, c3, books);
                licenses(vendor, c3, books);
            }
            balance(vendor, books);
            vendor.closeClients();
            eventually(() -> vendor.sandbox().openConnections() == 0);
            assertThat(log.leaks()).isEmpty();
            assertThat(log.lines()).isPositive();
        } finally {
            vendor.close();
        }
        eventually(() -> threads() <= threads);
        return books;
    }

    /** The rows of the listing are joined to customers: what is counted is the tenants in them. */
    private static void customers(SandboxedC3 vendor, C3 c3, Books books) {
        TestSubscriber<Observed<Customer>> subscriber =
                TestSubscriber.oneByOne(c3.customers().all());
        Listing<Customer> listing = Await.end(subscriber, Duration.ofMinutes(2));
        List<String> truth = new ArrayList<>();
        for (SimulatedCustomer customer : vendor.known()) {
            truth.addAll(rows(SandboxedC3.customer(customer)));
        }
        books.enter(
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

    private record Report(SimulatedAccount account, TestSubscriber<Observed<LicenseConsumption>> subscriber) {}

    private static void licenses(SandboxedC3 vendor, C3 c3, Books books) {
        List<Report> batch = new ArrayList<>();
        for (SimulatedCustomer customer : vendor.known()) {
            for (SimulatedAccount account : customer.accounts()) {
                batch.add(new Report(
                        account,
                        TestSubscriber.oneByOne(c3.licenses()
                                .consumption(SandboxedC3.id(customer), new TenantId(account.tenantId())))));
            }
            if (batch.size() > 50) {
                enter(batch, books);
                vendor.sandbox().forgetRequests();
            }
        }
        enter(batch, books);
    }

    private static void enter(List<Report> batch, Books books) {
        for (Report report : batch) {
            Listing<LicenseConsumption> listing = Await.end(report.subscriber(), Duration.ofMinutes(2));
            books.enter(
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

    private static void balance(SandboxedC3 vendor, Books books) {
        RequestStatistics ledger = vendor.sandbox().statistics();
        // One in each whole listing, if the plan has them.
        boolean doubled = ledger.of(RequestKind.CUSTOMERS).faults(FaultKind.DUPLICATE_ROW) > 0;
        long repeated = doubled ? ledger.of(RequestKind.CUSTOMERS).good() : 0;
        long served = ledger.of(RequestKind.CUSTOMERS).rows()
                + ledger.of(RequestKind.LICENSES).rows();
        assertThat(books.delivered + books.missing)
                .as("delivered and reported missing")
                .isEqualTo(books.fleet);
        assertThat(books.delivered + repeated).as("delivered and repeated").isEqualTo(served);
        assertThat(LOSING.stream()
                        .mapToLong(kind -> ledger.total().faults(kind))
                        .sum())
                .as("faults that lost an answer")
                .isPositive();
    }

    private static void eventually(BooleanSupplier settled) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!settled.getAsBoolean()) {
            assertThat(System.nanoTime()).as("settled in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** Threads that carry events or work for Vert.x; those of the JVM come and go. */
    private static int threads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("vert"))
                .count();
    }
}
