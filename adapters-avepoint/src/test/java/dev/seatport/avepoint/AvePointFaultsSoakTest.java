package dev.seatport.avepoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.sandbox.RequestStatistics;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
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
class AvePointFaultsSoakTest {
    /** Faults of all kinds for 20 % of the requests, at most two in a row for one request. */
    private static final String BROKEN = "in-a-row=2; 500:share=0.03; 503:share=0.04; reset:at=0,share=0.02;"
            + " reset:at=150,share=0.02; reset:at=600,share=0.02; close:share=0.02; close:at=300,share=0.02;"
            + " truncate:share=0.03; duplicate-row:share=0.05; token-dies=100calls";

    /** Few 429 responses of each form, because each slows the client down. */
    private static final String REFUSING = "in-a-row=2; 429:retry-after=0,page=3,next=1; 429:page=4,next=1;"
            + " 429:retry-after=1,page=5,next=1; duplicate-row:share=0.2; 503:share=0.1";

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

        <T> void add(List<T> truth, TestSubscriber<Observed<T>> subscriber) {
            ListingResult<T> listing = Await.end(subscriber, Duration.ofMinutes(2));
            List<T> rows = listing.rows();
            listings++;
            fleet += truth.size();
            delivered += rows.size();
            assertThat(new HashSet<>(rows)).as("no row twice").hasSameSizeAs(rows);
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
        RowAccount account = run(450, 1_500, "seed=11; " + BROKEN);
        assertThat(account.incomplete).isLessThanOrEqualTo(account.listings / 100);
        assertThat(account.fleet).isGreaterThan(2_000);
    }

    @Test
    void allRowsAreDeliveredThoughTheVendorSends429() {
        RowAccount account = run(5, 120, "seed=12; " + REFUSING);
        assertThat(account.incomplete).isZero();
    }

    @Test
    void rowsThatCannotBeReadAreReportedMissing() {
        RowAccount account = run(
                60,
                300,
                "seed=13; 403:path=tenant-seats,customer=" + FIRST_CUSTOMER
                        + "; 503:path=tenant-seats,share=0.3; close:share=0.1; truncate:share=0.1");
        assertThat(account.incomplete).isPositive();
    }

    @Test
    @Tag("soak")
    void fiftyThousandRows() {
        long start = System.nanoTime();
        RowAccount account = run(8_000, 30_000, "seed=14; " + BROKEN);
        System.out.printf(
                "avepoint soak: fleet %d rows, delivered %d, missing %d, listings %d (%d incomplete), %d s%n",
                account.fleet,
                account.delivered,
                account.missing,
                account.listings,
                account.incomplete,
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
        assertThat(account.fleet).isGreaterThan(40_000);
        assertThat(account.incomplete).isLessThan(account.listings / 100);
    }

    private static RowAccount run(int customers, int tenants, String plan) {
        int threads = threads();
        RowAccount account = new RowAccount();
        SandboxedAvePoint vendor = SandboxedAvePoint.start(customers, tenants);
        try (LogSecretDetector log =
                LogSecretDetector.forSecret(vendor.sandbox().avePointClientSecret())) {
            vendor.quirks(VendorQuirks.none().withMaxPageSize(20));
            vendor.faults(plan.replace(
                    FIRST_CUSTOMER,
                    SandboxedAvePoint.id(vendor.fleet().customer(0)).value()));
            read(vendor, account);
            assertRowsAddUp(vendor, account);
            vendor.closeClients();
            Await.until(() -> vendor.sandbox().openConnections() == 0);
            assertThat(log.leaks()).isEmpty();
            assertThat(log.lines()).isPositive();
        } finally {
            vendor.close();
        }
        Await.until(() -> threads() <= threads);
        return account;
    }

    /** Reads seats of 50 customers at a time, concurrently with the listing of all customers. */
    private static void read(SandboxedAvePoint vendor, RowAccount account) {
        try (AvePoint avePoint = vendor.connect(
                SandboxedAvePoint.shortBackoff().attempts(ATTEMPTS).build())) {
            TestSubscriber<Observed<Customer>> directory =
                    TestSubscriber.oneByOne(avePoint.customers().all());
            List<Customer> truth = new ArrayList<>();
            List<SimulatedCustomer> batch = new ArrayList<>();
            for (SimulatedCustomer customer : vendor.fleet().customers()) {
                truth.add(SandboxedAvePoint.inBatch(customer));
                batch.add(customer);
                if (batch.size() == 50 || truth.size() == vendor.fleet().size()) {
                    seats(avePoint, batch, account);
                    batch.clear();
                    vendor.sandbox().clearRequests();
                }
            }
            account.add(truth, directory);
            assertThat(directory.isSilent()).as("one end").isTrue();
        }
    }

    private static void seats(AvePoint avePoint, List<SimulatedCustomer> customers, RowAccount account) {
        List<TestSubscriber<Observed<TenantSeats>>> listings = customers.stream()
                .map(customer -> TestSubscriber.oneByOne(avePoint.tenantSeats()
                        .seats(TenantSeatQuery.all(SandboxedAvePoint.id(customer), TenantKind.MICROSOFT_365))))
                .toList();
        for (int i = 0; i < customers.size(); i++) {
            account.add(SandboxedAvePoint.seats(customers.get(i), TenantKind.MICROSOFT_365), listings.get(i));
        }
        assertThat(listings).as("one end each").allMatch(TestSubscriber::isSilent);
    }

    private static void assertRowsAddUp(SandboxedAvePoint vendor, RowAccount account) {
        RequestStatistics statistics = vendor.sandbox().statistics();
        long served = statistics.of(RequestKind.CUSTOMERS).rows()
                + statistics.of(RequestKind.TENANT_SEATS).rows();
        assertThat(account.delivered + account.missing)
                .as("delivered and reported missing")
                .isEqualTo(account.fleet);
        assertThat((long) account.delivered + vendor.callListener().repeated())
                .as("delivered and repeated")
                .isEqualTo(served);
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
