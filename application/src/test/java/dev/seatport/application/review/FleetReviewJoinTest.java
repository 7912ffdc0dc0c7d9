package dev.seatport.application.review;

import static dev.seatport.application.review.InMemoryVendors.BACKUP;
import static dev.seatport.application.review.InMemoryVendors.DRIVE;
import static dev.seatport.application.review.InMemoryVendors.VAULT;
import static dev.seatport.application.review.InMemoryVendors.assignedSeats;
import static dev.seatport.application.review.InMemoryVendors.license;
import static dev.seatport.application.review.InMemoryVendors.licenseCustomer;
import static dev.seatport.application.review.InMemoryVendors.purchasedSeats;
import static dev.seatport.application.review.InMemoryVendors.seatCustomer;
import static dev.seatport.application.review.InMemoryVendors.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.Finding;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.testkit.fake.InMemoryLicenseConsumptionSource.Query;
import dev.seatport.testkit.fake.InMemoryPurchasedSeatSource;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FleetReviewJoinTest {
    private static final String UPPER = "AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE";
    private static final String LOWER = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    private final InMemoryVendors vendors = new InMemoryVendors();

    private static List<String> skus(CustomerPosition position) {
        return position.licenses().stream()
                .map(row -> row.value().sku().value())
                .toList();
    }

    @Test
    void publishesTheStartThenEveryCustomerThenTheEnd() {
        vendors.customer("cafe", "bakery");

        InMemoryVendors.Outcome outcome = vendors.run(BACKUP);

        assertThat(outcome.events()).hasSize(4).last().isInstanceOf(ReviewEvent.Finished.class);
        assertThat(outcome.order()).containsExactly("cafe", "bakery");
        assertThat(outcome.completeness().text()).isEqualTo("2 of 2 customers complete");
    }

    @Test
    void finishesAtOnceWithoutCustomers() {
        assertThat(vendors.run(BACKUP).completeness().customers()).isZero();
    }

    @Test
    void comparesPurchasedWithAssignedSeats() {
        vendors.customer("cafe").licensed("L1", "t");
        vendors.tenantSeats.with(assignedSeats("cafe", tenant("t"), 31));
        vendors.productSeats.with(purchasedSeats("cafe", BACKUP, 25));

        CustomerReview review = vendors.run(BACKUP).only();

        assertThat(review.review().findings())
                .extracting(Finding::text)
                .containsExactly("Backup: 31 assigned, 25 purchased: 6 short");
        assertThat(review.position().complete()).isTrue();
    }

    @Nested
    class Requests {
        @Test
        void oneForEachKindThatAProductCovers() {
            vendors.customer("cafe");

            vendors.run(BACKUP, DRIVE, BACKUP, VAULT);

            assertThat(vendors.tenantSeats.queries())
                    .containsExactly(
                            TenantSeatQuery.all(seatCustomer("cafe"), TenantKind.MICROSOFT_365),
                            TenantSeatQuery.all(seatCustomer("cafe"), TenantKind.GOOGLE));
        }

        @Test
        void oneForEachProduct() {
            vendors.customer("cafe");

            vendors.run(BACKUP, VAULT, BACKUP);

            assertThat(vendors.productSeats.queries())
                    .extracting(InMemoryPurchasedSeatSource.Query::product)
                    .containsExactly(BACKUP, VAULT);
        }

        @Test
        void noneForTenantSeatsIfNoProductCoversAKnownKind() {
            vendors.customer("cafe");

            vendors.run(VAULT, new Product(VAULT.code(), "Odd", TenantKind.UNKNOWN));

            assertThat(vendors.tenantSeats.queries()).isEmpty();
        }

        @Test
        void withEachVendorsSpelling() {
            vendors.customers.with(Customer.builder(seatCustomer(UPPER)).build());
            vendors.tenantSeats.with(assignedSeats(UPPER, tenant(LOWER), 1));
            vendors.licensed("Lic-Ä", UPPER);

            vendors.run(BACKUP);

            assertThat(vendors.tenantSeats.queries())
                    .extracting(query -> query.customer().value())
                    .containsExactly(UPPER);
            assertThat(vendors.productSeats.queries())
                    .extracting(query -> query.customer().value())
                    .containsExactly(UPPER);
            assertThat(vendors.licenses.queries())
                    .extracting(query -> query.tenant().value())
                    .containsExactly(UPPER);
            assertThat(vendors.licenses.queries())
                    .extracting(query -> query.customer().value())
                    .containsExactly("Lic-Ä");
        }

        @Test
        void forAllLicenseCustomersOfATenant() {
            vendors.customer("cafe").licensed("L1", "t").licensed("L2", "t");
            vendors.tenantSeats.with(assignedSeats("cafe", tenant("t"), 1));
            vendors.licenses.with(license("L1", "t", "s1"), license("L2", "t", "s2"));

            assertThat(skus(vendors.run(BACKUP).only().position())).containsExactly("s1", "s2");
        }

        @Test
        void oneForATenantThatALicenseCustomerListsTwice() {
            vendors.customer("cafe").licensed("L1", LOWER, UPPER);
            vendors.tenantSeats.with(assignedSeats("cafe", tenant(LOWER), 1));

            vendors.run(BACKUP);

            assertThat(vendors.licenses.queries())
                    .containsExactly(new Query(licenseCustomer("L1"), new TenantId(LOWER)));
        }

        @Test
        void oneListingOfLicenseCustomersPerReview() {
            vendors.customer("cafe", "bakery", "bar");

            vendors.run(BACKUP);

            assertThat(vendors.licenseCustomers.listings()).isEqualTo(1);
        }
    }

    @Nested
    class JoinedTenants {
        @Test
        void fromSeatsAndFromTheListingOnceAndInOrder() {
            vendors.customers.with(Customer.builder(seatCustomer("cafe"))
                    .tenants(List.of(tenant("t3"), tenant(UPPER), tenant("t4")))
                    .build());
            vendors.tenantSeats.with(assignedSeats("cafe", tenant(LOWER), 1), assignedSeats("cafe", tenant("t2"), 1));
            vendors.licensed("L1", "t4", "t3", "t2", UPPER);

            vendors.run(BACKUP);

            assertThat(vendors.licenses.queries())
                    .extracting(query -> query.tenant().value())
                    .containsExactly(UPPER, "t2", "t3", "t4");
        }

        @Test
        void ofMicrosoft365AndOfUnknownKind() {
            vendors.customers.with(Customer.builder(seatCustomer("cafe"))
                    .tenants(List.of(tenant("g", TenantKind.GOOGLE), tenant("u", TenantKind.UNKNOWN)))
                    .build());
            vendors.tenantSeats.with(assignedSeats("cafe", tenant("d", TenantKind.GOOGLE), 1));
            vendors.licensed("L1", "g", "u", "d");

            vendors.run(BACKUP, DRIVE);

            assertThat(vendors.licenses.queries())
                    .extracting(query -> query.tenant().value())
                    .containsExactly("u");
        }

        @Test
        void fromTheListingIfTheSeatsCannotBeRead() {
            vendors.customers.with(Customer.builder(seatCustomer("cafe"))
                    .tenants(List.of(tenant("t")))
                    .build());
            vendors.licensed("L1", "t");
            vendors.licenses.with(license("L1", "t", "s1"));

            assertThat(skus(vendors.run(BACKUP).only().position())).containsExactly("s1");
        }
    }

    @Nested
    class Today {
        private final ReviewPolicy untilFebruary = ReviewPolicy.builder()
                .exclusions(List.of(Exclusion.of(seatCustomer("cafe"), "agreed by phone")
                        .until(LocalDate.of(2026, 2, 28))
                        .build()))
                .build();

        @Test
        void isTheDayOfTheClockInUtcByDefault() {
            vendors.customer("cafe");
            vendors.tenantSeats.with(assignedSeats("cafe", tenant("t"), 31));
            vendors.productSeats.with(purchasedSeats("cafe", BACKUP, 25));
            InstantSource newYear = InstantSource.fixed(Instant.parse("2026-03-01T01:00:00Z"));
            FleetReview.Builder builder = FleetReview.builder(vendors.seatSources(), vendors.licenseSources())
                    .clock(newYear);

            assertThat(InMemoryVendors.Outcome.of(builder.build(), untilFebruary, BACKUP)
                            .only()
                            .review()
                            .findings())
                    .isNotEmpty();
            assertThat(InMemoryVendors.Outcome.of(
                                    builder.zone(ZoneId.of("America/New_York")).build(), untilFebruary, BACKUP)
                            .only()
                            .review()
                            .findings())
                    .isEmpty();
        }
    }

    @Test
    void keepsTheProvenanceOfEveryNumber() {
        vendors.customer("cafe").licensed("L1", "t");
        TenantSeats seats = assignedSeats("cafe", tenant("t"), 1);
        vendors.tenantSeats.with(seats);
        vendors.licenses.with(license("L1", "t", "s1"));

        CustomerPosition position = vendors.run(BACKUP).only().position();

        assertThat(position.tenantSeats()).extracting(Observed::value).containsExactly(seats);
        assertThat(position.tenantSeats().get(0).provenance().vendor()).isEqualTo(InMemoryVendors.SEATS);
        assertThat(position.licenses().get(0).provenance().vendor()).isEqualTo(InMemoryVendors.LICENSES);
        assertThat(position.licenses().get(0).value().sku()).isEqualTo(new SkuId("s1"));
        assertThat(position.licenseVendor()).isEqualTo(InMemoryVendors.LICENSES);
        assertThat(position.customer().value().id()).isEqualTo(new CustomerId(InMemoryVendors.SEATS, "cafe"));
    }
}
