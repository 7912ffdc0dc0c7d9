package dev.seatport.avepoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.listing.Listing;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.sandbox.RequestStatistics;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.VendorQuirks;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
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
class AvePointFaultsSoakTest {
    /** Faults of all kinds at 20 % together, never more than two in a row for one request. */
    private static final String BROKEN = "in-a-row=2; 500:share=0.03; 503:share=0.04; reset:at=0,share=0.02;"
            + " reset:at=150,share=0.02; reset:at=600,share=0.02; close:share=0.02; close:at=300,share=0.02;"
            + " truncate:share=0.03; duplicate-row:share=0.05; token-dies=100calls";

    /** A few refusals of each form: each of them slows the client down. */
    private static final String REFUSING = "in-a-row=2; 429:retry-after=0,page=3,next=1; 429:page=4,next=1;"
            + " 429:retry-after=1,page=5,next=1; duplicate-row:share=0.2; 503:share=0.1";

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

        <T> void enter(List<T> truth, TestSubscriber<Observed<T>> subscriber) {
            Listing<T> listing = Await.end(subscriber, Duration.ofMinutes(2));
            List<T> rows = listing.rows();
            listings++;
            fleet += truth.size();
            delivered += rows.size();
            assertThat(new HashSet<>(rows)).as("no row twice").hasSameSizeAs(rows);
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
        Books books = run(450, 1_500, "seed=11; " + BROKEN);
        assertThat(books.broken).isLessThanOrEqualTo(books.listings / 100);
        assertThat(books.fleet).isGreaterThan(2_000);
    }

    @Test
    void everyRowIsDeliveredThoughTheVendorAsksForPatience() {
        Books books = run(5, 120, "seed=12; " + REFUSING);
        assertThat(books.broken).isZero();
    }

    @Test
    void rowsThatCannotBeHadAreReportedMissing() {
        Books books = run(60, 300, "seed=13; 503:path=tenant-seats,share=0.3; close:share=0.1; truncate:share=0.1");
        assertThat(books.broken).isPositive();
    }

    @Test
    @Tag("soak")
    void fiftyThousandRows() {
        long start = System.nanoTime();
        Books books = run(8_000, 30_000, "seed=14; " + BROKEN);
        System.out.printf(
                "avepoint soak: fleet %d rows, delivered %d, missing %d, listings %d (%d broken), %d s%n",
                books.fleet,
                books.delivered,
                books.missing,
                books.listings,
                books.broken,
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
        assertThat(books.fleet).isGreaterThan(40_000);
        assertThat(books.broken).isLessThan(books.listings / 100);
    }

    private static Books run(int customers, int tenants, String plan) {
        int threads = threads();
        Books books = new Books();
        SandboxedAvePoint vendor = SandboxedAvePoint.start(customers, tenants);
        try (SecretLeakDetector log =
                SecretLeakDetector.forSecret(vendor.sandbox().avePointClientSecret())) {
            vendor.quirks(VendorQuirks.none().withMaxPageSize(20));
            vendor.faults(plan);
            read(vendor, books);
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

    /** Seats of a few customers at once, beside the listing of all customers. */
    private static void read(SandboxedAvePoint vendor, Books books) {
        try (AvePoint avePoint =
                vendor.connect(SandboxedAvePoint.haste().attempts(ATTEMPTS).build())) {
            TestSubscriber<Observed<Customer>> directory =
                    TestSubscriber.oneByOne(avePoint.customers().all());
            List<Customer> truth = new ArrayList<>();
            List<SimulatedCustomer> batch = new ArrayList<>();
            for (SimulatedCustomer customer : vendor.fleet().customers()) {
                truth.add(SandboxedAvePoint.inBatch(customer));
                batch.add(customer);
                if (batch.size() == 50 || truth.size() == vendor.fleet().size()) {
                    seats(avePoint, batch, books);
                    batch.clear();
                    vendor.sandbox().forgetRequests();
                }
            }
            books.enter(truth, directory);
            assertThat(directory.isSilent()).as("one end").isTrue();
        }
    }

    private static void seats(AvePoint avePoint, List<SimulatedCustomer> customers, Books books) {
        List<TestSubscriber<Observed<TenantSeats>>> listings = customers.stream()
                .map(customer -> TestSubscriber.oneByOne(avePoint.tenantSeats()
                        .seats(TenantSeatQuery.all(SandboxedAvePoint.id(customer), TenantKind.MICROSOFT_365))))
                .toList();
        for (int i = 0; i < customers.size(); i++) {
            books.enter(SandboxedAvePoint.seats(customers.get(i), TenantKind.MICROSOFT_365), listings.get(i));
        }
        assertThat(listings).as("one end each").allMatch(TestSubscriber::isSilent);
    }

    private static void balance(SandboxedAvePoint vendor, Books books) {
        RequestStatistics ledger = vendor.sandbox().statistics();
        long served = ledger.of(RequestKind.CUSTOMERS).rows()
                + ledger.of(RequestKind.TENANT_SEATS).rows();
        assertThat(books.delivered + books.missing)
                .as("delivered and reported missing")
                .isEqualTo(books.fleet);
        assertThat((long) books.delivered + vendor.callListener().repeated())
                .as("delivered and repeated")
                .isEqualTo(served);
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
