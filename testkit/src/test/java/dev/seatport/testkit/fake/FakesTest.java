package dev.seatport.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import dev.seatport.ports.listing.Listings;
import dev.seatport.ports.seats.TenantSeatQuery;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FakesTest {
    private static final Vendor ACME = new Vendor("acme");
    private static final Vendor GLOBEX = new Vendor("globex");
    private static final CustomerId CAFE = new CustomerId(ACME, "AAAAAAAA-0000-0000-0000-000000000001");
    private static final CustomerId CAFE_IN_LOWER_CASE = new CustomerId(ACME, "aaaaaaaa-0000-0000-0000-000000000001");
    private static final CustomerId BAKERY = new CustomerId(ACME, "bakery");
    private static final CustomerId FOREIGN = new CustomerId(GLOBEX, "bakery");
    private static final Product BACKUP = new Product(new ProductCode("1"), "Backup", TenantKind.MICROSOFT_365);
    private final VendorException down = VendorException.builder(FailureKind.UNAVAILABLE, ACME, "anything", "is down")
            .build();

    private static Customer customer(CustomerId id) {
        return Customer.builder(id).build();
    }

    private static TenantSeats seats(CustomerId customer, String tenant, TenantKind kind) {
        return new TenantSeats(
                customer, new Tenant(new TenantId(tenant), null, kind), Quantity.of(3), Quantity.unreported());
    }

    private static LicenseConsumption license(CustomerId customer, String tenant, String sku) {
        return new LicenseConsumption(
                customer,
                new TenantId(tenant),
                new SkuId(sku),
                null,
                Quantity.of(1),
                Quantity.of(1),
                Quantity.of(0),
                Quantity.unreported(),
                List.of());
    }

    private static <T> ListingResult<T> list(Flow.Publisher<Observed<T>> publisher) {
        ListingResult<Observed<T>> listing =
                Listings.<Observed<T>>collect(publisher).toCompletableFuture().join();
        return new ListingResult<>(listing.rows().stream().map(Observed::value).toList(), listing.endedBy());
    }

    private static FailureKind failure(CompletionStage<?> stage) {
        return Assertions.catchThrowableOfType(
                                        CompletionException.class,
                                        () -> stage.toCompletableFuture().join())
                                .getCause()
                        instanceof VendorException cause
                ? cause.kind()
                : Assertions.fail("no vendor's failure");
    }

    @Nested
    class Customers {
        private final InMemoryCustomerDirectory fake =
                new InMemoryCustomerDirectory(ACME).with(customer(CAFE), customer(BAKERY));

        @Test
        void listsInOrderAndCountsTheListings() {
            assertThat(list(fake.all()).rows()).containsExactly(customer(CAFE), customer(BAKERY));
            assertThat(fake.listings()).isEqualTo(1);
        }

        @Test
        void findsInAnyLetterCaseAndRecordsTheSpelling() {
            assertThat(fake.find(CAFE_IN_LOWER_CASE)
                            .toCompletableFuture()
                            .join()
                            .value())
                    .isEqualTo(customer(CAFE));
            assertThat(fake.queries()).extracting(CustomerId::value).containsExactly(CAFE_IN_LOWER_CASE.value());
        }

        @Test
        void reportsTheProvenance() {
            assertThat(fake.find(BAKERY)
                            .toCompletableFuture()
                            .join()
                            .provenance()
                            .vendor())
                    .isEqualTo(ACME);
        }

        @Test
        void rejectsForeignAndUnknownIds() {
            assertThat(failure(fake.find(FOREIGN))).isEqualTo(FailureKind.INVALID_REQUEST);
            assertThat(failure(fake.find(new CustomerId(ACME, "nobody")))).isEqualTo(FailureKind.NOT_FOUND);
        }

        @Test
        void failsAsConfigured() {
            fake.failListing(1, down).failFind(BAKERY, down);

            assertThat(list(fake.all())).isEqualTo(new ListingResult<>(List.of(customer(CAFE)), down));
            assertThat(failure(fake.find(BAKERY))).isEqualTo(FailureKind.UNAVAILABLE);
        }

        @Test
        void acceptsNoForeignCustomers() {
            assertThatIllegalArgumentException().isThrownBy(() -> fake.with(customer(FOREIGN)));
        }

        @Test
        void rejectsANegativeNumberOfRows() {
            assertThatIllegalArgumentException().isThrownBy(() -> fake.failListing(-1, down));
        }
    }

    @Nested
    class SeatsOfTenants {
        private final TenantSeats microsoft = seats(CAFE, "m", TenantKind.MICROSOFT_365);
        private final TenantSeats google = seats(CAFE, "g", TenantKind.GOOGLE);
        private final TenantSeats unknown = seats(CAFE, "u", TenantKind.UNKNOWN);
        private final InMemoryTenantSeatSource fake = new InMemoryTenantSeatSource(ACME)
                .with(microsoft, google, unknown)
                .withCustomer(BAKERY);

        @Test
        void returnsRowsOfTheKindAndOfUnknownKind() {
            TenantSeatQuery query = TenantSeatQuery.all(CAFE_IN_LOWER_CASE, TenantKind.MICROSOFT_365);

            assertThat(list(fake.seats(query)).rows()).containsExactly(microsoft, unknown);
            assertThat(fake.queries()).containsExactly(query);
        }

        @Test
        void returnsRowsOfTheRequestedTenants() {
            TenantSeatQuery query =
                    TenantSeatQuery.all(CAFE, TenantKind.MICROSOFT_365).forTenants(List.of(new TenantId("u")));

            assertThat(list(fake.seats(query)).rows()).containsExactly(unknown);
        }

        @Test
        void aKnownCustomerMayHaveNoTenants() {
            assertThat(list(fake.seats(TenantSeatQuery.all(BAKERY, TenantKind.GOOGLE))))
                    .isEqualTo(new ListingResult<>(List.of(), null));
        }

        @Test
        void rejectsForeignAndUnknownIds() {
            assertThat(list(fake.seats(TenantSeatQuery.all(FOREIGN, TenantKind.GOOGLE)))
                            .failure())
                    .map(VendorException::kind)
                    .contains(FailureKind.INVALID_REQUEST);
            assertThat(list(fake.seats(TenantSeatQuery.all(new CustomerId(ACME, "nobody"), TenantKind.GOOGLE)))
                            .failure())
                    .map(VendorException::kind)
                    .contains(FailureKind.NOT_FOUND);
        }

        @Test
        void failsAfterTheConfiguredRows() {
            fake.fail(CAFE, 1, down);

            assertThat(list(fake.seats(TenantSeatQuery.all(CAFE, TenantKind.MICROSOFT_365))))
                    .isEqualTo(new ListingResult<>(List.of(microsoft), down));
        }
    }

    @Nested
    class SeatsOfProducts {
        private final PurchasedSeats bought = new PurchasedSeats(CAFE, BACKUP, Quantity.of(25));
        private final InMemoryPurchasedSeatSource fake = new InMemoryPurchasedSeatSource(ACME).with(bought);

        @Test
        void returnsRowsAndRecordsTheQuery() {
            assertThat(fake.seats(CAFE, BACKUP).toCompletableFuture().join().value())
                    .isEqualTo(bought);
            assertThat(fake.queries()).containsExactly(new InMemoryPurchasedSeatSource.Query(CAFE, BACKUP));
        }

        @Test
        void rejectsForeignIdsAndUnknownProducts() {
            assertThat(failure(fake.seats(FOREIGN, BACKUP))).isEqualTo(FailureKind.INVALID_REQUEST);
            assertThat(failure(fake.seats(CAFE, Product.unnamed(new ProductCode("2")))))
                    .isEqualTo(FailureKind.NOT_FOUND);
        }

        @Test
        void failsAsConfigured() {
            fake.fail(CAFE, BACKUP.code(), down);

            assertThat(failure(fake.seats(CAFE, BACKUP))).isEqualTo(FailureKind.UNAVAILABLE);
        }
    }

    @Nested
    class Licenses {
        private final TenantId tenant = new TenantId("t");
        private final LicenseConsumption one = license(CAFE, "t", "s1");
        private final LicenseConsumption two = license(CAFE, "t", "s2");
        private final InMemoryLicenseConsumptionSource fake =
                new InMemoryLicenseConsumptionSource(ACME).with(one, two).withTenant(BAKERY, tenant);

        @Test
        void returnsRowsAndRecordsTheQuery() {
            assertThat(list(fake.consumption(CAFE, tenant)).rows()).containsExactly(one, two);
            assertThat(fake.queries()).containsExactly(new InMemoryLicenseConsumptionSource.Query(CAFE, tenant));
        }

        @Test
        void aKnownTenantMayHaveNoLicenses() {
            assertThat(list(fake.consumption(BAKERY, tenant))).isEqualTo(new ListingResult<>(List.of(), null));
        }

        @Test
        void rejectsForeignIdsAndUnknownTenants() {
            assertThat(list(fake.consumption(FOREIGN, tenant)).failure())
                    .map(VendorException::kind)
                    .contains(FailureKind.INVALID_REQUEST);
            assertThat(list(fake.consumption(CAFE, new TenantId("other"))).failure())
                    .map(VendorException::kind)
                    .contains(FailureKind.NOT_FOUND);
        }

        @Test
        void failsAfterTheConfiguredRows() {
            fake.fail(CAFE, tenant, 1, down);

            assertThat(list(fake.consumption(CAFE, tenant))).isEqualTo(new ListingResult<>(List.of(one), down));
        }
    }
}
