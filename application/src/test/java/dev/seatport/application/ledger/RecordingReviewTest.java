package dev.seatport.application.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.application.review.FleetReview;
import dev.seatport.application.review.LicenseVendorPorts;
import dev.seatport.application.review.SeatVendorPorts;
import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.ledger.LedgerException;
import dev.seatport.ports.ledger.LedgerReading;
import dev.seatport.ports.ledger.RunStart;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.ReviewRequest;
import dev.seatport.testkit.fake.InMemoryCustomerDirectory;
import dev.seatport.testkit.fake.InMemoryLicenseConsumptionSource;
import dev.seatport.testkit.fake.InMemoryPurchasedSeatSource;
import dev.seatport.testkit.fake.InMemoryTenantSeatSource;
import dev.seatport.testkit.wait.TestSubscriber;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A review with recording records each answer, and ends its run only if the ledger has all of them. */
class RecordingReviewTest {
    private static final Vendor SEATS = new Vendor("acme");
    private static final Vendor LICENSES = new Vendor("globex");
    private static final CustomerId CAFE = new CustomerId(SEATS, "cafe");
    private static final CustomerId BAKERY = new CustomerId(SEATS, "bakery");
    private static final CustomerId LICENSED = new CustomerId(LICENSES, "7");
    private static final Tenant TENANT = new Tenant(new TenantId("t-1"), "Cafe", TenantKind.MICROSOFT_365);
    private static final Product BACKUP = new Product(new ProductCode("1"), "Backup", TenantKind.MICROSOFT_365);
    private static final Instant NOW = Instant.parse("2026-11-01T03:00:00Z");

    private final InMemoryCustomerDirectory customers = new InMemoryCustomerDirectory(SEATS);
    private final InMemoryTenantSeatSource tenantSeats = new InMemoryTenantSeatSource(SEATS);
    private final InMemoryPurchasedSeatSource productSeats = new InMemoryPurchasedSeatSource(SEATS);
    private final InMemoryCustomerDirectory licensed = new InMemoryCustomerDirectory(LICENSES);
    private final InMemoryLicenseConsumptionSource licenses = new InMemoryLicenseConsumptionSource(LICENSES);
    private final BatchLedger ledger = new BatchLedger();
    private final List<FinishedRun> finishedRuns = new ArrayList<>();
    private final Queue<Runnable> ticks = new ConcurrentLinkedQueue<>();
    private int rowsPerCustomer = 100;

    @BeforeEach
    void addOneCustomerOfBothVendors() {
        customers.with(Customer.builder(CAFE).tenants(List.of(TENANT)).build());
        tenantSeats.with(new TenantSeats(CAFE, TENANT, Quantity.of(5), Quantity.unreported()));
        productSeats.with(new PurchasedSeats(CAFE, BACKUP, Quantity.of(4)));
        licensed.with(Customer.builder(LICENSED).tenants(List.of(TENANT)).build());
        licenses.with(license("sku-1"));
    }

    private static LicenseConsumption license(String sku) {
        return new LicenseConsumption(
                LICENSED,
                TENANT.id(),
                new SkuId(sku),
                null,
                Quantity.of(1),
                Quantity.of(1),
                Quantity.of(0),
                Quantity.of(1),
                List.of());
    }

    private static VendorException failure(Vendor vendor, FailureKind kind) {
        return VendorException.builder(kind, vendor, "something", "went wrong").build();
    }

    private RecordingReview review(CustomerDirectory directory) {
        SeatVendorPorts seats = new SeatVendorPorts(SEATS, directory, tenantSeats, productSeats);
        LicenseVendorPorts ports = new LicenseVendorPorts(LICENSES, licensed, licenses);
        return RecordingReview.builder(
                        ledger,
                        new RunStart("1.4", Map.of(SEATS, "partner", LICENSES, "partner")),
                        recorder -> FleetReview.builder(recorder.recording(seats), recorder.recording(ports))
                                .rowsPerCustomer(rowsPerCustomer)
                                .build())
                .clock(InstantSource.fixed(NOW))
                .listener(finishedRuns::add)
                .ticks(ticks::add)
                .build();
    }

    private TestSubscriber.Outcome<ReviewEvent> run(ReviewRequest.Builder request) {
        return TestSubscriber.everything(review(customers).review(request.build()));
    }

    private TestSubscriber.Outcome<ReviewEvent> run() {
        return run(ReviewRequest.of(List.of(BACKUP)));
    }

    private static Optional<ReviewEvent> finished(TestSubscriber.Outcome<ReviewEvent> outcome) {
        return outcome.rows().stream()
                .filter(ReviewEvent.Finished.class::isInstance)
                .findFirst();
    }

    private <R extends LedgerReading> R only(Class<R> type) {
        assertThat(ledger.readings(type)).hasSize(1);
        return ledger.readings(type).get(0);
    }

    @Test
    void recordsEachAnswerAndFinishesTheRun() {
        TestSubscriber.Outcome<ReviewEvent> outcome = run();

        assertThat(outcome.failure()).isNull();
        assertThat(finished(outcome)).isPresent();
        assertThat(ledger.readings(LedgerReading.CustomerRead.class))
                .extracting(read -> read.customer().value().id())
                .containsExactly(LICENSED, CAFE);
        assertThat(ledger.readings(LedgerReading.CustomerListingEnded.class))
                .containsExactly(
                        new LedgerReading.CustomerListingEnded(LICENSES, NOW, null),
                        new LedgerReading.CustomerListingEnded(SEATS, NOW, null));
        LedgerReading.TenantSeatsRead seats = only(LedgerReading.TenantSeatsRead.class);
        assertThat(seats.customer()).isEqualTo(CAFE);
        assertThat(seats.rows()).hasSize(1);
        assertThat(seats.failure()).isNull();
        assertThat(seats.at()).isEqualTo(NOW);
        LedgerReading.PurchasedSeatsRead purchased = only(LedgerReading.PurchasedSeatsRead.class);
        assertThat(purchased.seats()).isNotNull();
        assertThat(purchased.product()).isEqualTo(BACKUP);
        LedgerReading.LicensesRead read = only(LedgerReading.LicensesRead.class);
        assertThat(read.customer()).isEqualTo(LICENSED);
        assertThat(read.rows()).hasSize(1);
        assertThat(ledger.finished).containsExactly(true);
        assertThat(finishedRuns).hasSize(1);
        assertThat(finishedRuns.get(0).readings()).isEqualTo(7);
    }

    @Test
    void theRunIsFinishedBeforeTheReviewIs() {
        ledger.holding = true;
        TestSubscriber<ReviewEvent> subscriber = TestSubscriber.on(review(customers)
                        .review(ReviewRequest.of(List.of(BACKUP)).build()))
                .request(Long.MAX_VALUE);
        assertThat(subscriber.row()).isInstanceOf(ReviewEvent.Started.class);
        assertThat(subscriber.row())
                .as("an event before its readings are durable")
                .isInstanceOf(ReviewEvent.Reviewed.class);
        subscriber.silence("the readings are not durable");
        assertThat(ledger.finished).isEmpty();

        ledger.held.get(0).complete(null);

        assertThat(subscriber.row()).isInstanceOf(ReviewEvent.Finished.class);
        assertThat(ledger.finished).containsExactly(true);
        subscriber.completion();
    }

    @Test
    void aCustomerWithoutTheProductIsACompleteReading() {
        Product other = new Product(new ProductCode("2"), "Vault", null);

        run(ReviewRequest.of(List.of(other)));

        LedgerReading.PurchasedSeatsRead purchased = only(LedgerReading.PurchasedSeatsRead.class);
        assertThat(purchased.seats()).isNull();
        assertThat(purchased.failure()).isNull();
        assertThat(ledger.finished).containsExactly(true);
    }

    @Test
    void aFailedCallIsAFailedReadingOfAnIncompleteRun() {
        VendorException denied = failure(SEATS, FailureKind.PERMISSION_DENIED);
        productSeats.fail(CAFE, BACKUP.code(), denied);

        run();

        LedgerReading.PurchasedSeatsRead purchased = only(LedgerReading.PurchasedSeatsRead.class);
        assertThat(purchased.failure()).isSameAs(denied);
        assertThat(ledger.finished).containsExactly(false);
    }

    @Test
    void aListingThatBreaksOffIsAFailedReadingWithoutRows() {
        VendorException late = failure(LICENSES, FailureKind.TIMED_OUT);
        licenses.with(license("sku-2")).fail(LICENSED, TENANT.id(), 1, late);

        run();

        LedgerReading.LicensesRead read = only(LedgerReading.LicensesRead.class);
        assertThat(read.rows()).isEmpty();
        assertThat(read.failure()).isSameAs(late);
    }

    @Test
    void aListingThatTheReviewCancelsIsAFailedReading() {
        rowsPerCustomer = 1;
        licenses.with(license("sku-2"), license("sku-3"));

        run();

        LedgerReading.LicensesRead read = only(LedgerReading.LicensesRead.class);
        assertThat(read.rows()).isEmpty();
        VendorException failure = Objects.requireNonNull(read.failure());
        assertThat(failure.kind()).isEqualTo(FailureKind.ANSWER_TOO_LARGE);
        assertThat(failure.explanation()).contains("raise rows-per-customer");
        assertThat(ledger.finished).containsExactly(false);
    }

    @Test
    void aListingOfCustomersThatBreaksOffIsRecordedAfterItsCustomers() {
        VendorException late = failure(SEATS, FailureKind.TIMED_OUT);
        customers.with(Customer.builder(BAKERY).build()).failListing(1, late);

        run();

        assertThat(ledger.readings(LedgerReading.CustomerListingEnded.class))
                .contains(new LedgerReading.CustomerListingEnded(SEATS, NOW, late));
        assertThat(ledger.readings(LedgerReading.CustomerRead.class))
                .extracting(read -> read.customer().value().id())
                .containsExactly(LICENSED, CAFE);
        assertThat(ledger.finished).containsExactly(false);
    }

    @Test
    void aReviewOfSomeCustomersIsAnIncompleteRun() {
        TestSubscriber.Outcome<ReviewEvent> outcome =
                run(ReviewRequest.of(List.of(BACKUP)).customers(List.of(CAFE)));

        assertThat(finished(outcome)).isPresent();
        assertThat(ledger.readings(LedgerReading.CustomerListingEnded.class))
                .extracting(LedgerReading::vendor)
                .containsExactly(LICENSES);
        assertThat(ledger.finished).containsExactly(false);
    }

    @Test
    void aReviewThatFailsEndsItsRunAsIncomplete() {
        VendorException down = failure(SEATS, FailureKind.UNAVAILABLE);
        customers.failListing(0, down);

        assertThat(run().failure()).isSameAs(down);

        assertThat(ledger.finished).containsExactly(false);
        assertThat(ledger.readings(LedgerReading.CustomerListingEnded.class))
                .contains(new LedgerReading.CustomerListingEnded(SEATS, NOW, down));
    }

    @Test
    void aFailedAppendFailsTheReviewAndLeavesTheRunOpen() {
        LedgerException full = BatchLedger.failure(LedgerException.Kind.UNAVAILABLE);
        ledger.appendFailure = full;

        TestSubscriber.Outcome<ReviewEvent> outcome = run();

        assertThat(outcome.failure()).isSameAs(full);
        assertThat(finished(outcome)).isEmpty();
        assertThat(ledger.finished).isEmpty();
    }

    @Test
    void anAppendThatFailsMeanwhileFailsTheNextCall() {
        LedgerException lost = BatchLedger.failure(LedgerException.Kind.LEASE_LOST);
        ledger.holding = true;
        for (int i = 0; i < ReadingBuffer.MAX_BATCH_READINGS * 3; i++) {
            customers.with(Customer.builder(new CustomerId(SEATS, "c-" + i)).build());
        }
        TestSubscriber<ReviewEvent> subscriber = TestSubscriber.on(review(customers)
                        .review(ReviewRequest.of(List.of(BACKUP)).build()))
                .request(1);
        assertThat(subscriber.row()).isInstanceOf(ReviewEvent.Started.class);
        subscriber.request(100);

        ledger.held.get(0).completeExceptionally(lost);

        assertThat(subscriber.request(Long.MAX_VALUE).rest().failure()).isSameAs(lost);
        assertThat(ledger.finished).isEmpty();
    }

    @Test
    void aRunThatCannotFinishIsAFailedReview() {
        LedgerException full = BatchLedger.failure(LedgerException.Kind.UNAVAILABLE);
        ledger.finishFailure = full;

        TestSubscriber.Outcome<ReviewEvent> outcome = run();

        assertThat(outcome.failure()).isSameAs(full);
        assertThat(finished(outcome)).isEmpty();
        assertThat(finishedRuns).isEmpty();
    }

    @Test
    void aBusyLedgerFailsTheReviewBeforeAnyVendorIsCalled() {
        LedgerException busy = BatchLedger.failure(LedgerException.Kind.BUSY);
        ledger.beginFailure = busy;

        assertThat(run().failure()).isSameAs(busy);

        assertThat(licensed.listings()).isZero();
        assertThat(customers.listings()).isZero();
    }

    @Test
    void aCancelledReviewLeavesTheRunOpen() {
        TestSubscriber<ReviewEvent> subscriber = TestSubscriber.on(review(customers)
                        .review(ReviewRequest.of(List.of(BACKUP)).build()))
                .request(1);
        assertThat(subscriber.row()).isInstanceOf(ReviewEvent.Started.class);

        subscriber.cancel();

        assertThat(ledger.finished).isEmpty();
        runTicks();
        assertThat(ledger.batches).isEmpty();
    }

    private void runTicks() {
        @Nullable Runnable tick = ticks.poll();
        while (tick != null) {
            tick.run();
            tick = ticks.poll();
        }
    }

    @Test
    void eachSubscriptionIsARunOfItsOwn() {
        run();
        run();

        assertThat(ledger.finished).containsExactly(true, true);
        assertThat(finishedRuns).hasSize(2);
    }
}
