package dev.seatport.application.review;

import static dev.seatport.application.review.World.BACKUP;
import static dev.seatport.application.review.World.DRIVE;
import static dev.seatport.application.review.World.VAULT;
import static dev.seatport.application.review.World.bought;
import static dev.seatport.application.review.World.license;
import static dev.seatport.application.review.World.licenseCustomer;
import static dev.seatport.application.review.World.seatCustomer;
import static dev.seatport.application.review.World.tenant;
import static dev.seatport.application.review.World.used;
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

    private final World world = new World();

    private static List<String> skus(CustomerPosition position) {
        return position.licenses().stream()
                .map(row -> row.value().sku().value())
                .toList();
    }

    @Test
    void tellsThatItStartsThenEveryCustomerAndThenThatItIsFinished() {
        world.customer("cafe", "bakery");

        World.Outcome outcome = world.run(BACKUP);

        assertThat(outcome.events()).hasSize(4).last().isInstanceOf(ReviewEvent.Finished.class);
        assertThat(outcome.order()).containsExactly("cafe", "bakery");
        assertThat(outcome.completeness().text()).isEqualTo("2 of 2 customers complete");
    }

    @Test
    void aFleetWithoutCustomersIsFinishedAtOnce() {
        assertThat(world.run(BACKUP).completeness().customers()).isZero();
    }

    @Test
    void putsSeatsBoughtBesideSeatsUsed() {
        world.customer("cafe").licensed("L1", "t");
        world.tenantSeats.with(used("cafe", tenant("t"), 31));
        world.productSeats.with(bought("cafe", BACKUP, 25));

        CustomerReview review = world.run(BACKUP).only();

        assertThat(review.review().findings())
                .extracting(Finding::text)
                .containsExactly("Backup: 31 assigned - 25 purchased = 6 short");
        assertThat(review.position().complete()).isTrue();
    }

    @Nested
    class Asks {
        @Test
        void forEachKindThatAProductCoversOnce() {
            world.customer("cafe");

            world.run(BACKUP, DRIVE, BACKUP, VAULT);

            assertThat(world.tenantSeats.asked())
                    .containsExactly(
                            TenantSeatQuery.all(seatCustomer("cafe"), TenantKind.MICROSOFT_365),
                            TenantSeatQuery.all(seatCustomer("cafe"), TenantKind.GOOGLE));
        }

        @Test
        void forEachProductOnce() {
            world.customer("cafe");

            world.run(BACKUP, VAULT, BACKUP);

            assertThat(world.productSeats.asked())
                    .extracting(InMemoryProductSeatSource.Question::product)
                    .containsExactly(BACKUP, VAULT);
        }

        @Test
        void forNoTenantSeatsIfNoProductCoversAKindThatIsKnown() {
            world.customer("cafe");

            world.run(VAULT, new Product(VAULT.code(), "Odd", TenantKind.UNKNOWN));

            assertThat(world.tenantSeats.asked()).isEmpty();
        }

        @Test
        void eachVendorInItsOwnSpelling() {
            world.customers.with(Customer.builder(seatCustomer(UPPER)).build());
            world.tenantSeats.with(used(UPPER, tenant(LOWER), 1));
            world.licensed("Lic-Ä", UPPER);

            world.run(BACKUP);

            assertThat(world.tenantSeats.asked())
                    .extracting(query -> query.customer().value())
                    .containsExactly(UPPER);
            assertThat(world.productSeats.asked())
                    .extracting(question -> question.customer().value())
                    .containsExactly(UPPER);
            assertThat(world.licenses.asked())
                    .extracting(question -> question.tenant().value())
                    .containsExactly(UPPER);
            assertThat(world.licenses.asked())
                    .extracting(question -> question.customer().value())
                    .containsExactly("Lic-Ä");
        }

        @Test
        void allLicenseCustomersThatATenantBelongsTo() {
            world.customer("cafe").licensed("L1", "t").licensed("L2", "t");
            world.tenantSeats.with(used("cafe", tenant("t"), 1));
            world.licenses.with(license("L1", "t", "s1"), license("L2", "t", "s2"));

            assertThat(skus(world.run(BACKUP).only().position())).containsExactly("s1", "s2");
        }

        @Test
        void aLicenseCustomerOnceThoughItListsATenantTwice() {
            world.customer("cafe").licensed("L1", LOWER, UPPER);
            world.tenantSeats.with(used("cafe", tenant(LOWER), 1));

            world.run(BACKUP);

            assertThat(world.licenses.asked())
                    .containsExactly(new Question(licenseCustomer("L1"), new TenantId(LOWER)));
        }

        @Test
        void theLicenseVendorForItsCustomersOnceInAReview() {
            world.customer("cafe", "bakery", "bar");

            world.run(BACKUP);

            assertThat(world.licenseCustomers.listings()).isEqualTo(1);
        }
    }

    @Nested
    class JoinsTenants {
        @Test
        void ofTheSeatsAndOfTheListingInOrderAndWithoutDoubles() {
            world.customers.with(Customer.builder(seatCustomer("cafe"))
                    .tenants(List.of(tenant("t3"), tenant(UPPER), tenant("t4")))
                    .build());
            world.tenantSeats.with(used("cafe", tenant(LOWER), 1), used("cafe", tenant("t2"), 1));
            world.licensed("L1", "t4", "t3", "t2", UPPER);

            world.run(BACKUP);

            assertThat(world.licenses.asked())
                    .extracting(question -> question.tenant().value())
                    .containsExactly(UPPER, "t2", "t3", "t4");
        }

        @Test
        void ofMicrosoftAndThoseThatMayBeButNotOfOthers() {
            world.customers.with(Customer.builder(seatCustomer("cafe"))
                    .tenants(List.of(tenant("g", TenantKind.GOOGLE), tenant("u", TenantKind.UNKNOWN)))
                    .build());
            world.tenantSeats.with(used("cafe", tenant("d", TenantKind.GOOGLE), 1));
            world.licensed("L1", "g", "u", "d");

            world.run(BACKUP, DRIVE);

            assertThat(world.licenses.asked())
                    .extracting(question -> question.tenant().value())
                    .containsExactly("u");
        }

        @Test
        void ofTheListingEvenIfTheSeatsCannotBeRead() {
            world.customers.with(Customer.builder(seatCustomer("cafe"))
                    .tenants(List.of(tenant("t")))
                    .build());
            world.licensed("L1", "t");
            world.licenses.with(license("L1", "t", "s1"));

            assertThat(skus(world.run(BACKUP).only().position())).containsExactly("s1");
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
            world.customer("cafe");
            world.tenantSeats.with(used("cafe", tenant("t"), 31));
            world.productSeats.with(bought("cafe", BACKUP, 25));
            InstantSource newYear = InstantSource.fixed(Instant.parse("2026-03-01T01:00:00Z"));
            FleetReview.Builder builder = FleetReview.builder(world.seatSources(), world.licenseSources())
                    .clock(newYear);

            assertThat(World.Outcome.of(builder.build(), untilFebruary, BACKUP)
                            .only()
                            .review()
                            .findings())
                    .isNotEmpty();
            assertThat(World.Outcome.of(
                                    builder.zone(ZoneId.of("America/New_York")).build(), untilFebruary, BACKUP)
                            .only()
                            .review()
                            .findings())
                    .isEmpty();
        }
    }

    @Test
    void everyNumberKeepsItsProvenance() {
        world.customer("cafe").licensed("L1", "t");
        TenantSeats seats = used("cafe", tenant("t"), 1);
        world.tenantSeats.with(seats);
        world.licenses.with(license("L1", "t", "s1"));

        CustomerPosition position = world.run(BACKUP).only().position();

        assertThat(position.tenantSeats()).extracting(Observed::value).containsExactly(seats);
        assertThat(position.tenantSeats().get(0).provenance().vendor()).isEqualTo(World.SEATS);
        assertThat(position.licenses().get(0).provenance().vendor()).isEqualTo(World.LICENSES);
        assertThat(position.licenses().get(0).value().sku()).isEqualTo(new SkuId("s1"));
        assertThat(position.licenseVendor()).isEqualTo(World.LICENSES);
        assertThat(position.customer().value().id()).isEqualTo(new CustomerId(World.SEATS, "cafe"));
    }
}
