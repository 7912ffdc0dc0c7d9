package dev.seatport.application.review;

import static dev.seatport.application.review.InMemoryVendors.BACKUP;
import static dev.seatport.application.review.InMemoryVendors.DRIVE;
import static dev.seatport.application.review.InMemoryVendors.VAULT;
import static dev.seatport.application.review.InMemoryVendors.bought;
import static dev.seatport.application.review.InMemoryVendors.license;
import static dev.seatport.application.review.InMemoryVendors.licenseCustomer;
import static dev.seatport.application.review.InMemoryVendors.seatCustomer;
import static dev.seatport.application.review.InMemoryVendors.tenant;
import static dev.seatport.application.review.InMemoryVendors.used;
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
import dev.seatport.testkit.fake.InMemoryLicenseConsumptionSource.Question;
import dev.seatport.testkit.fake.InMemoryProductSeatSource;
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

    private final InMemoryVendors inMemoryVendors = new InMemoryVendors();

    private static List<String> skus(CustomerPosition position) {
        return position.licenses().stream()
                .map(row -> row.value().sku().value())
                .toList();
    }

    @Test
    void tellsThatItStartsThenEveryCustomerAndThenThatItIsFinished() {
        inMemoryVendors.customer("cafe", "bakery");

        InMemoryVendors.Outcome outcome = inMemoryVendors.run(BACKUP);

        assertThat(outcome.events()).hasSize(4).last().isInstanceOf(ReviewEvent.Finished.class);
        assertThat(outcome.order()).containsExactly("cafe", "bakery");
        assertThat(outcome.completeness().text()).isEqualTo("2 of 2 customers complete");
    }

    @Test
    void aFleetWithoutCustomersIsFinishedAtOnce() {
        assertThat(inMemoryVendors.run(BACKUP).completeness().customers()).isZero();
    }

    @Test
    void putsSeatsBoughtBesideSeatsUsed() {
        inMemoryVendors.customer("cafe").licensed("L1", "t");
        inMemoryVendors.tenantSeats.with(used("cafe", tenant("t"), 31));
        inMemoryVendors.productSeats.with(bought("cafe", BACKUP, 25));

        CustomerReview review = inMemoryVendors.run(BACKUP).only();

        assertThat(review.review().findings())
                .extracting(Finding::text)
                .containsExactly("Backup: 31 assigned - 25 purchased = 6 short");
        assertThat(review.position().complete()).isTrue();
    }

    @Nested
    class Asks {
        @Test
        void forEachKindThatAProductCoversOnce() {
            inMemoryVendors.customer("cafe");

            inMemoryVendors.run(BACKUP, DRIVE, BACKUP, VAULT);

            assertThat(inMemoryVendors.tenantSeats.asked())
                    .containsExactly(
                            TenantSeatQuery.all(seatCustomer("cafe"), TenantKind.MICROSOFT_365),
                            TenantSeatQuery.all(seatCustomer("cafe"), TenantKind.GOOGLE));
        }

        @Test
        void forEachProductOnce() {
            inMemoryVendors.customer("cafe");

            inMemoryVendors.run(BACKUP, VAULT, BACKUP);

            assertThat(inMemoryVendors.productSeats.asked())
                    .extracting(InMemoryProductSeatSource.Question::product)
                    .containsExactly(BACKUP, VAULT);
        }

        @Test
        void forNoTenantSeatsIfNoProductCoversAKindThatIsKnown() {
            inMemoryVendors.customer("cafe");

            inMemoryVendors.run(VAULT, new Product(VAULT.code(), "Odd", TenantKind.UNKNOWN));

            assertThat(inMemoryVendors.tenantSeats.asked()).isEmpty();
        }

        @Test
        void eachVendorInItsOwnSpelling() {
            inMemoryVendors.customers.with(Customer.builder(seatCustomer(UPPER)).build());
            inMemoryVendors.tenantSeats.with(used(UPPER, tenant(LOWER), 1));
            inMemoryVendors.licensed("Lic-Ä", UPPER);

            inMemoryVendors.run(BACKUP);

            assertThat(inMemoryVendors.tenantSeats.asked())
                    .extracting(query -> query.customer().value())
                    .containsExactly(UPPER);
            assertThat(inMemoryVendors.productSeats.asked())
                    .extracting(question -> question.customer().value())
                    .containsExactly(UPPER);
            assertThat(inMemoryVendors.licenses.asked())
                    .extracting(question -> question.tenant().value())
                    .containsExactly(UPPER);
            assertThat(inMemoryVendors.licenses.asked())
                    .extracting(question -> question.customer().value())
                    .containsExactly("Lic-Ä");
        }

        @Test
        void allLicenseCustomersThatATenantBelongsTo() {
            inMemoryVendors.customer("cafe").licensed("L1", "t").licensed("L2", "t");
            inMemoryVendors.tenantSeats.with(used("cafe", tenant("t"), 1));
            inMemoryVendors.licenses.with(license("L1", "t", "s1"), license("L2", "t", "s2"));

            assertThat(skus(inMemoryVendors.run(BACKUP).only().position())).containsExactly("s1", "s2");
        }

        @Test
        void aLicenseCustomerOnceThoughItListsATenantTwice() {
            inMemoryVendors.customer("cafe").licensed("L1", LOWER, UPPER);
            inMemoryVendors.tenantSeats.with(used("cafe", tenant(LOWER), 1));

            inMemoryVendors.run(BACKUP);

            assertThat(inMemoryVendors.licenses.asked())
                    .containsExactly(new Question(licenseCustomer("L1"), new TenantId(LOWER)));
        }

        @Test
        void theLicenseVendorForItsCustomersOnceInAReview() {
            inMemoryVendors.customer("cafe", "bakery", "bar");

            inMemoryVendors.run(BACKUP);

            assertThat(inMemoryVendors.licenseCustomers.listings()).isEqualTo(1);
        }
    }

    @Nested
    class JoinsTenants {
        @Test
        void ofTheSeatsAndOfTheListingInOrderAndWithoutDoubles() {
            inMemoryVendors.customers.with(Customer.builder(seatCustomer("cafe"))
                    .tenants(List.of(tenant("t3"), tenant(UPPER), tenant("t4")))
                    .build());
            inMemoryVendors.tenantSeats.with(used("cafe", tenant(LOWER), 1), used("cafe", tenant("t2"), 1));
            inMemoryVendors.licensed("L1", "t4", "t3", "t2", UPPER);

            inMemoryVendors.run(BACKUP);

            assertThat(inMemoryVendors.licenses.asked())
                    .extracting(question -> question.tenant().value())
                    .containsExactly(UPPER, "t2", "t3", "t4");
        }

        @Test
        void ofMicrosoftAndThoseThatMayBeButNotOfOthers() {
            inMemoryVendors.customers.with(Customer.builder(seatCustomer("cafe"))
                    .tenants(List.of(tenant("g", TenantKind.GOOGLE), tenant("u", TenantKind.UNKNOWN)))
                    .build());
            inMemoryVendors.tenantSeats.with(used("cafe", tenant("d", TenantKind.GOOGLE), 1));
            inMemoryVendors.licensed("L1", "g", "u", "d");

            inMemoryVendors.run(BACKUP, DRIVE);

            assertThat(inMemoryVendors.licenses.asked())
                    .extracting(question -> question.tenant().value())
                    .containsExactly("u");
        }

        @Test
        void ofTheListingEvenIfTheSeatsCannotBeRead() {
            inMemoryVendors.customers.with(Customer.builder(seatCustomer("cafe"))
                    .tenants(List.of(tenant("t")))
                    .build());
            inMemoryVendors.licensed("L1", "t");
            inMemoryVendors.licenses.with(license("L1", "t", "s1"));

            assertThat(skus(inMemoryVendors.run(BACKUP).only().position())).containsExactly("s1");
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
        void isTheDayOfTheClockInUtcUnlessAZoneIsGiven() {
            inMemoryVendors.customer("cafe");
            inMemoryVendors.tenantSeats.with(used("cafe", tenant("t"), 31));
            inMemoryVendors.productSeats.with(bought("cafe", BACKUP, 25));
            InstantSource newYear = InstantSource.fixed(Instant.parse("2026-03-01T01:00:00Z"));
            FleetReview.Builder builder = FleetReview.builder(
                            inMemoryVendors.seatSources(), inMemoryVendors.licenseSources())
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
    void everyNumberKeepsItsProvenance() {
        inMemoryVendors.customer("cafe").licensed("L1", "t");
        TenantSeats seats = used("cafe", tenant("t"), 1);
        inMemoryVendors.tenantSeats.with(seats);
        inMemoryVendors.licenses.with(license("L1", "t", "s1"));

        CustomerPosition position = inMemoryVendors.run(BACKUP).only().position();

        assertThat(position.tenantSeats()).extracting(Observed::value).containsExactly(seats);
        assertThat(position.tenantSeats().get(0).provenance().vendor()).isEqualTo(InMemoryVendors.SEATS);
        assertThat(position.licenses().get(0).provenance().vendor()).isEqualTo(InMemoryVendors.LICENSES);
        assertThat(position.licenses().get(0).value().sku()).isEqualTo(new SkuId("s1"));
        assertThat(position.licenseVendor()).isEqualTo(InMemoryVendors.LICENSES);
        assertThat(position.customer().value().id()).isEqualTo(new CustomerId(InMemoryVendors.SEATS, "cafe"));
    }
}
