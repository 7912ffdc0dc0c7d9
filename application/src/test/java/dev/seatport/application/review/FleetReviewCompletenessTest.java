package dev.seatport.application.review;

import static dev.seatport.application.review.World.BACKUP;
import static dev.seatport.application.review.World.LICENSES;
import static dev.seatport.application.review.World.SEATS;
import static dev.seatport.application.review.World.VAULT;
import static dev.seatport.application.review.World.bought;
import static dev.seatport.application.review.World.license;
import static dev.seatport.application.review.World.request;
import static dev.seatport.application.review.World.seatCustomer;
import static dev.seatport.application.review.World.tenant;
import static dev.seatport.application.review.World.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Source;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.DocumentedCount;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.ProductSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.review.Progress;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FleetReviewCompletenessTest {
    private final World world = new World();

    private static TenantSeats uncounted(String customer, String tenant) {
        return new TenantSeats(seatCustomer(customer), tenant(tenant), Quantity.unreported(), Quantity.of(0));
    }

    private static List<String> missing(World.Outcome outcome) {
        return outcome.completeness().atLarge().stream()
                .map(Gap::explanation)
                .map(text -> text.replaceAll("; .*", ""))
                .toList();
    }

    @Nested
    class Nothing {
        @Test
        void toReviewIsAGapAndNoGoodNews() {
            World.Outcome outcome = world.run(BACKUP);

            assertThat(outcome.reviews()).isEmpty();
            assertThat(outcome.completeness().whole()).isFalse();
            assertThat(outcome.completeness().atLarge())
                    .singleElement()
                    .satisfies(gap -> assertThat(gap)
                            .isEqualTo(new Gap(
                                    null,
                                    SEATS,
                                    Source.CUSTOMERS,
                                    FailureKind.NOT_FOUND,
                                    "acme customers: NOT_FOUND: the vendor lists no customers, so nothing was reviewed; check"
                                            + " the account and what its app registration may see")));
        }

        @Test
        void elseToReviewIsNoGapIfAllWereReadBefore() {
            world.customer("cafe");
            Progress before = new Before(Set.of());

            assertThat(world.run(request(BACKUP).progress(before))
                            .completeness()
                            .whole())
                    .isTrue();
        }
    }

    /** An earlier review that read every customer. */
    private record Before(Set<DocumentedCount> reportedCounts) implements Progress {
        @Override
        public boolean has(CustomerId customer) {
            return !customer.equals(seatCustomer("new"));
        }

        @Override
        public boolean hasTenant(TenantId tenant) {
            return false;
        }
    }

    @Nested
    class ACount {
        @Test
        void thatNoRowHasIsNamedWithItsSource() {
            world.customer("cafe", "pub").licensed("L1", "t1");
            world.tenantSeats.with(uncounted("cafe", "t1"), uncounted("pub", "t2"));
            world.productSeats.with(
                    new ProductSeats(seatCustomer("cafe"), BACKUP, Quantity.unreported(), true),
                    new ProductSeats(seatCustomer("pub"), BACKUP, Quantity.unreported(), true));
            LicenseConsumption full = license("L1", "t1", "s1");
            world.licenses.with(new LicenseConsumption(
                    full.customer(),
                    full.tenant(),
                    full.sku(),
                    null,
                    Quantity.unreported(),
                    Quantity.unreported(),
                    Quantity.unreported(),
                    Quantity.unreported(),
                    List.of()));

            World.Outcome outcome = world.run(BACKUP);

            assertThat(missing(outcome))
                    .containsExactly(
                            "acme tenant-seats: MALFORMED_ANSWER: no row of this review has the documented count 'assigned'",
                            "acme product-seats: MALFORMED_ANSWER: no row of this review has the documented count 'purchased'",
                            "globex licenses: MALFORMED_ANSWER: no row of this review has the documented count 'purchased'",
                            "globex licenses: MALFORMED_ANSWER: no row of this review has the documented count 'assigned'",
                            "globex licenses: MALFORMED_ANSWER: no row of this review has the documented count 'tenantTotal'");
            assertThat(outcome.completeness().whole()).isFalse();
            assertThat(outcome.completeness().complete()).isEqualTo(2);
        }

        @Test
        void thatOneRowHasIsThere() {
            world.customer("cafe", "pub");
            world.tenantSeats.with(uncounted("cafe", "t1"), used("pub", tenant("t2"), 1));

            assertThat(world.run(BACKUP).completeness().atLarge()).isEmpty();
        }

        @Test
        void thatNoRowShouldHaveIsNotMissed() {
            world.customer("cafe");

            assertThat(world.run(BACKUP).completeness().atLarge()).isEmpty();
        }

        @Test
        void thatTheVendorSaysThereIsNotIsNotMissed() {
            world.customer("cafe", "pub");
            world.productSeats.with(new ProductSeats(seatCustomer("cafe"), BACKUP, Quantity.unreported()));
            world.productSeats.fail(seatCustomer("pub"), BACKUP.code(), World.failure(SEATS, FailureKind.NOT_FOUND));

            assertThat(world.run(BACKUP).completeness().atLarge()).isEmpty();
        }

        @Test
        void thatOneCustomersResponseLacksIsMissedBesideOneThatSaysThereIsNone() {
            world.customer("cafe", "pub");
            world.productSeats.with(
                    new ProductSeats(seatCustomer("cafe"), BACKUP, Quantity.unreported()),
                    new ProductSeats(seatCustomer("pub"), BACKUP, Quantity.unreported(), true));

            assertThat(missing(world.run(BACKUP))).hasSize(1);
        }

        @Test
        void thatIsAvailableMayBeLeftOut() {
            world.customer("cafe");
            world.tenantSeats.with(
                    new TenantSeats(seatCustomer("cafe"), tenant("t1"), Quantity.of(1), Quantity.unreported()));

            assertThat(missing(world.run(BACKUP))).isEmpty();
        }

        @Test
        void isMissedInAReviewOfOneChosenCustomerToo() {
            world.customer("cafe", "pub");
            world.tenantSeats.with(uncounted("cafe", "t1"), used("pub", tenant("t2"), 1));

            World.Outcome outcome = world.run(request(BACKUP).customers(List.of(seatCustomer("cafe"))));

            assertThat(missing(outcome)).hasSize(1);
        }

        @Test
        void thatCustomersOfAnEarlierReviewHaveIsThere() {
            world.customer("cafe", "new");
            world.tenantSeats.with(uncounted("new", "t1"));

            assertThat(missing(world.run(request(BACKUP).progress(new Before(Set.of())))))
                    .hasSize(1);
            assertThat(missing(world.run(request(BACKUP).progress(new Before(Set.of(DocumentedCount.SEATS_ASSIGNED))))))
                    .isEmpty();
        }
    }

    @Nested
    class ACustomerWithTooManyRows {
        private World.Outcome run(int rows) {
            FleetReview review = FleetReview.builder(world.seatSources(), world.licenseSources())
                    .rowsPerCustomer(rows)
                    .build();
            return World.Outcome.of(review, ReviewPolicy.defaults(), BACKUP);
        }

        private void fill(String customer, int tenants, int skus) {
            String[] ids = IntStream.range(0, tenants)
                    .mapToObj(i -> customer + "-t" + i)
                    .toArray(String[]::new);
            world.customer(customer).licensed("L-" + customer, ids);
            for (String id : ids) {
                world.tenantSeats.with(used(customer, tenant(id), 1));
                for (int sku = 0; sku < skus; sku++) {
                    world.licenses.with(license("L-" + customer, id, "s" + sku));
                }
            }
            world.productSeats.with(bought(customer, BACKUP, 1), bought(customer, VAULT, 1));
        }

        @Test
        void keepsThemUpToTheLimitAndHasAGap() {
            fill("huge", 1, 50);
            fill("cafe", 2, 3);

            World.Outcome outcome = run(10);

            CustomerPosition huge = outcome.reviews().get(0).position();
            assertThat(huge.tenantSeats()).hasSize(1);
            assertThat(huge.productSeats()).hasSize(1);
            assertThat(huge.licenses()).hasSize(9);
            assertThat(huge.gaps())
                    .containsExactly(new Gap(
                            seatCustomer("huge"),
                            LICENSES,
                            Source.LICENSES,
                            FailureKind.ANSWER_TOO_LARGE,
                            "globex licenses: ANSWER_TOO_LARGE: huge has more than 10 rows, and no more are kept of one"
                                    + " customer; raise rows-per-customer"));
            CustomerPosition cafe = outcome.reviews().get(1).position();
            assertThat(cafe.complete()).isTrue();
            assertThat(cafe.licenses()).hasSize(6);
        }

        @Test
        void isComplete() {
            fill("cafe", 2, 4);

            assertThat(run(10).only().position().complete()).isTrue();
        }

        @Test
        void isNotAskedAboutFurtherTenants() {
            fill("huge", 8, 3);

            World.Outcome outcome = run(10);

            assertThat(outcome.only().position().gaps()).hasSize(1);
            assertThat(world.licenses.asked()).hasSizeLessThan(8);
        }

        @Test
        void hasAGapOfItsLicensesTooIfItsTenantsAreTooMany() {
            fill("huge", 12, 1);

            CustomerPosition huge = run(10).only().position();

            assertThat(huge.tenantSeats()).hasSize(10);
            assertThat(huge.gaps()).extracting(Gap::source).contains(Source.TENANT_SEATS, Source.LICENSES);
        }

        @Test
        void hasALimitOfAtLeastOneRow() {
            assertThatThrownBy(() -> FleetReview.builder(world.seatSources(), world.licenseSources())
                            .rowsPerCustomer(0))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
