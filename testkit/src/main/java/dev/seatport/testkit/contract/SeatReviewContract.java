package dev.seatport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
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
import dev.seatport.ports.licenses.LicenseConsumptionSource;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.ReviewRequest;
import dev.seatport.ports.review.SeatReview;
import dev.seatport.ports.seats.PurchasedSeatSource;
import dev.seatport.ports.seats.TenantSeatSource;
import dev.seatport.testkit.fake.InMemoryCustomerDirectory;
import dev.seatport.testkit.fake.InMemoryLicenseConsumptionSource;
import dev.seatport.testkit.fake.InMemoryPurchasedSeatSource;
import dev.seatport.testkit.fake.InMemoryTenantSeatSource;
import dev.seatport.testkit.wait.Await;
import dev.seatport.testkit.wait.TestSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Contract of {@link SeatReview} with adapters that respond synchronously, such as from a cache, and with adapters that throw.
 */
public abstract class SeatReviewContract {
    /** The vendor of the seats. */
    protected static final Vendor SEATS = new Vendor("acme");
    /** The vendor of the licenses. */
    protected static final Vendor LICENSES = new Vendor("globex");

    private static final Product BACKUP = new Product(new ProductCode("1"), "Backup", TenantKind.MICROSOFT_365);
    /** Too small for a few hundred nested calls of a reactive pipeline. */
    private static final long STACK_BYTES = 256L * 1024;

    private static final int MANY = 5_000;

    /** For subclasses. */
    protected SeatReviewContract() {}

    /** Returns the review under test with these ports. */
    protected abstract SeatReview review(VendorPorts ports);

    /**
     * The ports of both vendors.
     *
     * @param customers customers of {@link #SEATS}
     * @param tenantSeats assigned seats of {@link #SEATS}
     * @param productSeats purchased seats of {@link #SEATS}
     * @param licensed customers of {@link #LICENSES}
     * @param licenses licenses of {@link #LICENSES}
     */
    public record VendorPorts(
            CustomerDirectory customers,
            TenantSeatSource tenantSeats,
            PurchasedSeatSource productSeats,
            CustomerDirectory licensed,
            LicenseConsumptionSource licenses) {
        private VendorPorts ofCustomers(CustomerDirectory other) {
            return new VendorPorts(other, tenantSeats, productSeats, licensed, licenses);
        }

        private VendorPorts ofTenantSeats(TenantSeatSource other) {
            return new VendorPorts(customers, other, productSeats, licensed, licenses);
        }

        private VendorPorts ofProductSeats(PurchasedSeatSource other) {
            return new VendorPorts(customers, tenantSeats, other, licensed, licenses);
        }

        private VendorPorts ofLicensed(CustomerDirectory other) {
            return new VendorPorts(customers, tenantSeats, productSeats, other, licenses);
        }

        private VendorPorts ofLicenses(LicenseConsumptionSource other) {
            return new VendorPorts(customers, tenantSeats, productSeats, licensed, other);
        }
    }

    private static CustomerId seated(int number) {
        return new CustomerId(SEATS, "c" + number);
    }

    private static CustomerId licensed(int number) {
        return new CustomerId(LICENSES, "l" + number);
    }

    private static Tenant tenant(int number) {
        return new Tenant(new TenantId("t" + number), null, TenantKind.MICROSOFT_365);
    }

    /** Creates ports with customers of {@code tenantsEach} tenants, each with one license. */
    private static VendorPorts ports(int customers, int tenantsEach) {
        InMemoryCustomerDirectory seated = new InMemoryCustomerDirectory(SEATS);
        InMemoryTenantSeatSource seats = new InMemoryTenantSeatSource(SEATS);
        InMemoryPurchasedSeatSource bought = new InMemoryPurchasedSeatSource(SEATS);
        InMemoryCustomerDirectory licensed = new InMemoryCustomerDirectory(LICENSES);
        InMemoryLicenseConsumptionSource licenses = new InMemoryLicenseConsumptionSource(LICENSES);
        for (int c = 0; c < customers; c++) {
            List<Tenant> tenants = IntStream.range(c * tenantsEach, (c + 1) * tenantsEach)
                    .mapToObj(SeatReviewContract::tenant)
                    .toList();
            seated.with(Customer.builder(seated(c)).tenants(tenants).build());
            licensed.with(Customer.builder(licensed(c)).tenants(tenants).build());
            bought.with(new PurchasedSeats(seated(c), BACKUP, Quantity.of(tenantsEach)));
            seats.withCustomer(seated(c));
            if (tenantsEach > 0) {
                seats.with(new TenantSeats(seated(c), tenants.get(0), Quantity.of(1), Quantity.of(0)));
            }
            for (Tenant tenant : tenants) {
                licenses.with(new LicenseConsumption(
                        licensed(c),
                        tenant.id(),
                        new SkuId("sku"),
                        null,
                        Quantity.of(1),
                        Quantity.of(1),
                        Quantity.of(0),
                        Quantity.of(1),
                        List.of()));
            }
        }
        return new VendorPorts(seated, seats, bought, licensed, licenses);
    }

    /** Subscribes to a review on a thread with a small stack and returns all its events. */
    private TestSubscriber.Outcome<ReviewEvent> outcome(VendorPorts ports) {
        CompletableFuture<TestSubscriber.Outcome<ReviewEvent>> outcome = new CompletableFuture<>();
        Thread small = new Thread(
                null,
                () -> {
                    try {
                        outcome.complete(TestSubscriber.everything(review(ports)
                                .review(ReviewRequest.of(List.of(BACKUP)).build())));
                    } catch (RuntimeException | Error e) {
                        outcome.completeExceptionally(e);
                    }
                },
                "small-stack",
                STACK_BYTES);
        small.setDaemon(true);
        small.start();
        try {
            return outcome.get(Await.TIMEOUT.multipliedBy(2).toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the review did not end", e);
        }
    }

    private static List<LicenseConsumption> licensesOf(TestSubscriber.Outcome<ReviewEvent> outcome) {
        return reviewed(outcome)
                .flatMap(customer -> customer.customer().position().licenses().stream())
                .map(Observed::value)
                .toList();
    }

    private static Stream<ReviewEvent.Reviewed> reviewed(TestSubscriber.Outcome<ReviewEvent> outcome) {
        return outcome.rows().stream()
                .filter(ReviewEvent.Reviewed.class::isInstance)
                .map(ReviewEvent.Reviewed.class::cast);
    }

    private static ReviewEvent last(TestSubscriber.Outcome<ReviewEvent> outcome) {
        assertThat(outcome.failure()).isNull();
        return outcome.rows().get(outcome.rows().size() - 1);
    }

    @Test
    void readsACustomerOfManyTenantsWithSynchronousLicenses() {
        TestSubscriber.Outcome<ReviewEvent> outcome = outcome(ports(1, MANY));

        assertThat(last(outcome)).isInstanceOf(ReviewEvent.Finished.class);
        assertThat(licensesOf(outcome)).hasSize(MANY);
    }

    @Test
    void readsManyCustomersWithSynchronousResponses() {
        TestSubscriber.Outcome<ReviewEvent> outcome = outcome(ports(MANY, 1));

        assertThat(last(outcome)).isInstanceOf(ReviewEvent.Finished.class);
        assertThat(reviewed(outcome)).hasSize(MANY);
        assertThat(licensesOf(outcome)).hasSize(MANY);
    }

    @Test
    void reportsAGapForEachTenantWithRejectedLicenses() {
        VendorPorts good = ports(1, MANY);
        VendorPorts refusing = good.ofLicenses((customer, tenant) -> {
            throw VendorException.builder(FailureKind.INVALID_REQUEST, LICENSES, "licenses", tenant.value())
                    .build();
        });

        TestSubscriber.Outcome<ReviewEvent> outcome = outcome(refusing);

        assertThat(last(outcome)).isInstanceOf(ReviewEvent.Finished.class);
        assertThat(reviewed(outcome).flatMap(one -> one.customer().position().gaps().stream()))
                .hasSize(MANY)
                .extracting(Gap::kind)
                .containsOnly(FailureKind.INVALID_REQUEST);
    }

    @TestFactory
    Stream<DynamicTest> endsWithTheErrorThatAnAdapterThrows() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Supplier<Error> error : List.<Supplier<Error>>of(
                StackOverflowError::new, () -> new OutOfMemoryError("heap"), () -> new AssertionError("broken"))) {
            for (FailurePoint point : FailurePoint.values()) {
                Error thrown = error.get();
                tests.add(DynamicTest.dynamicTest(
                        point + " " + thrown.getClass().getSimpleName(), () -> {
                            TestSubscriber.Outcome<ReviewEvent> outcome = outcome(point.throwing(ports(2, 2), thrown));

                            assertThat(outcome.failure()).isSameAs(thrown);
                            assertThat(outcome.rows()).noneMatch(ReviewEvent.Finished.class::isInstance);
                        }));
            }
        }
        return tests.stream();
    }

    /** The call in which an adapter throws or fails with an error. */
    @SuppressWarnings("ImmutableEnumChecker") // The functions have no state.
    private enum FailurePoint {
        COUNTING_CUSTOMERS((good, error) -> good.ofCustomers(new ReplacedCustomerDirectory(
                good.customers(), good.customers().all(), FailingPublishers.stage(error)))),
        LISTING_CUSTOMERS((good, error) ->
                good.ofCustomers(listing(good.customers(), error, FailingPublishers.ThrowMoment.SUBSCRIBE))),
        REQUESTING_CUSTOMERS((good, error) ->
                good.ofCustomers(listing(good.customers(), error, FailingPublishers.ThrowMoment.REQUEST))),
        ENDING_THE_CUSTOMERS((good, error) ->
                good.ofCustomers(listing(good.customers(), error, FailingPublishers.ThrowMoment.ON_ERROR))),
        LISTING_LICENSED_CUSTOMERS((good, error) ->
                good.ofLicensed(listing(good.licensed(), error, FailingPublishers.ThrowMoment.SUBSCRIBE))),
        REQUESTING_LICENSED_CUSTOMERS((good, error) ->
                good.ofLicensed(listing(good.licensed(), error, FailingPublishers.ThrowMoment.REQUEST))),
        CALLING_TENANT_SEATS((good, error) -> good.ofTenantSeats(query -> {
            throw error;
        })),
        REQUESTING_TENANT_SEATS((good, error) ->
                good.ofTenantSeats(query -> FailingPublishers.publisher(error, FailingPublishers.ThrowMoment.REQUEST))),
        CALLING_PRODUCT_SEATS((good, error) -> good.ofProductSeats((customer, product) -> {
            throw error;
        })),
        COMPLETING_PRODUCT_SEATS(
                (good, error) -> good.ofProductSeats((customer, product) -> FailingPublishers.stage(error))),
        CALLING_LICENSES((good, error) -> good.ofLicenses((customer, tenant) -> {
            throw error;
        })),
        REQUESTING_LICENSES((good, error) -> good.ofLicenses(
                (customer, tenant) -> FailingPublishers.publisher(error, FailingPublishers.ThrowMoment.REQUEST))),
        ENDING_THE_LICENSES((good, error) -> good.ofLicenses(
                (customer, tenant) -> FailingPublishers.publisher(error, FailingPublishers.ThrowMoment.ON_ERROR)));

        private final BiFunction<VendorPorts, Error, VendorPorts> throwing;

        FailurePoint(BiFunction<VendorPorts, Error, VendorPorts> throwing) {
            this.throwing = throwing;
        }

        VendorPorts throwing(VendorPorts good, Error error) {
            return throwing.apply(good, error);
        }

        private static CustomerDirectory listing(
                CustomerDirectory found, Error error, FailingPublishers.ThrowMoment when) {
            return new ReplacedCustomerDirectory(found, FailingPublishers.publisher(error, when), null);
        }
    }

    /** A directory with a replaced listing or count. */
    private record ReplacedCustomerDirectory(
            CustomerDirectory found,
            Flow.Publisher<Observed<Customer>> all,
            @Nullable CompletionStage<Quantity> counted)
            implements CustomerDirectory {
        @Override
        public CompletionStage<Observed<Customer>> find(CustomerId id) {
            return found.find(id);
        }

        @Override
        public CompletionStage<Quantity> count() {
            return counted == null ? found.count() : counted;
        }

        @Override
        public CompletionStage<Long> suspectResponseCount() {
            return found.suspectResponseCount();
        }
    }

    /** Stages and publishers that fail with an error. */
    private static final class FailingPublishers {
        private FailingPublishers() {}

        enum ThrowMoment {
            SUBSCRIBE,
            REQUEST,
            ON_ERROR
        }

        static <T> CompletionStage<T> stage(Error error) {
            return CompletableFuture.failedFuture(error);
        }

        static <T> Flow.Publisher<T> publisher(Error error, ThrowMoment when) {
            return subscriber -> {
                if (when == ThrowMoment.SUBSCRIBE) {
                    throw error;
                }
                subscriber.onSubscribe(new Flow.Subscription() {
                    @Override
                    public void request(long more) {
                        if (when == ThrowMoment.REQUEST) {
                            throw error;
                        }
                        subscriber.onError(error);
                    }

                    @Override
                    public void cancel() {}
                });
            };
        }
    }
}
