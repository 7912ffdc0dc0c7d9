package dev.seatport.application.review;

import static dev.seatport.application.review.InMemoryVendors.BACKUP;
import static dev.seatport.application.review.InMemoryVendors.LICENSES;
import static dev.seatport.application.review.InMemoryVendors.SEATS;
import static dev.seatport.application.review.InMemoryVendors.VAULT;
import static dev.seatport.application.review.InMemoryVendors.bought;
import static dev.seatport.application.review.InMemoryVendors.license;
import static dev.seatport.application.review.InMemoryVendors.request;
import static dev.seatport.application.review.InMemoryVendors.seatCustomer;
import static dev.seatport.application.review.InMemoryVendors.tenant;
import static dev.seatport.application.review.InMemoryVendors.used;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.DocumentedCount;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.ProductSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.review.ReviewCheckpoint;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FleetReviewCompletenessTest {
    private final InMemoryVendors inMemoryVendors = new InMemoryVendors();

    private static TenantSeats uncounted(String customer, String tenant) {
        return new TenantSeats(seatCustomer(customer), tenant(tenant), Quantity.unreported(), Quantity.of(0));
    }

    private static List<String> missing(InMemoryVendors.Outcome outcome) {
        return outcome.completeness().atLarge().stream()
                .map(Gap::explanation)
                .map(text -> text.replaceAll("; .*", ""))
                .toList();
    }

    @Nested
    class Nothing {
        @Test
        void toReviewIsAGapAndNoGoodNews() {
            InMemoryVendors.Outcome outcome = inMemoryVendors.run(BACKUP);

            assertThat(outcome.reviews()).isEmpty();
            assertThat(outcome.completeness().whole()).isFalse();
            assertThat(outcome.completeness().atLarge())
                    .singleElement()
                    .satisfies(gap -> assertThat(gap)
                            .isEqualTo(new Gap(
                                    null,
                                    SEATS,
                                    Dataset.CUSTOMERS,
                                    FailureKind.NOT_FOUND,
                                    "acme customers: NOT_FOUND: the vendor lists no customers, so nothing was reviewed; check"
                                            + " the account and what its app registration may see")));
        }

        @Test
        void elseToReviewIsNoGapIfAllWereReadBefore() {
            inMemoryVendors.customer("cafe");
            ReviewCheckpoint before = new Before(Set.of());

            assertThat(inMemoryVendors
                            .run(request(BACKUP).checkpoint(before))
                            .completeness()
                            .whole())
                    .isTrue();
        }
    }

    /** An earlier review that read every customer. */
    private record Before(Set<DocumentedCount> reportedCounts) implements ReviewCheckpoint {
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
            inMemoryVendors.customer("cafe", "pub").licensed("L1", "t1");
            inMemoryVendors.tenantSeats.with(uncounted("cafe", "t1"), uncounted("pub", "t2"));
            inMemoryVendors.productSeats.with(
                    new ProductSeats(seatCustomer("cafe"), BACKUP, Quantity.unreported(), true),
                    new ProductSeats(seatCustomer("pub"), BACKUP, Quantity.unreported(), true));
            LicenseConsumption full = license("L1", "t1", "s1");
            inMemoryVendors.licenses.with(new LicenseConsumption(
                    full.customer(),
                    full.tenant(),
                    full.sku(),
                    null,
                    Quantity.unreported(),
                    Quantity.unreported(),
                    Quantity.unreported(),
                    Quantity.unreported(),
                    List.of()));

            InMemoryVendors.Outcome outcome = inMemoryVendors.run(BACKUP);

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
            inMemoryVendors.customer("cafe", "pub");
            inMemoryVendors.tenantSeats.with(uncounted("cafe", "t1"), used("pub", tenant("t2"), 1));

            assertThat(inMemoryVendors.run(BACKUP).completeness().atLarge()).isEmpty();
        }

        @Test
        void thatNoRowShouldHaveIsNotMissed() {
            inMemoryVendors.customer("cafe");

            assertThat(inMemoryVendors.run(BACKUP).completeness().atLarge()).isEmpty();
        }

        @Test
        void thatTheVendorSaysThereIsNotIsNotMissed() {
            inMemoryVendors.customer("cafe", "pub");
            inMemoryVendors.productSeats.with(new ProductSeats(seatCustomer("cafe"), BACKUP, Quantity.unreported()));
            inMemoryVendors.productSeats.fail(
                    seatCustomer("pub"), BACKUP.code(), InMemoryVendors.failure(SEATS, FailureKind.NOT_FOUND));

            assertThat(inMemoryVendors.run(BACKUP).completeness().atLarge()).isEmpty();
        }

        @Test
        void thatOneCustomersResponseLacksIsMissedBesideOneThatSaysThereIsNone() {
            inMemoryVendors.customer("cafe", "pub");
            inMemoryVendors.productSeats.with(
                    new ProductSeats(seatCustomer("cafe"), BACKUP, Quantity.unreported()),
                    new ProductSeats(seatCustomer("pub"), BACKUP, Quantity.unreported(), true));

            assertThat(missing(inMemoryVendors.run(BACKUP))).hasSize(1);
        }

        @Test
        void thatIsAvailableMayBeLeftOut() {
            inMemoryVendors.customer("cafe");
            inMemoryVendors.tenantSeats.with(
                    new TenantSeats(seatCustomer("cafe"), tenant("t1"), Quantity.of(1), Quantity.unreported()));

            assertThat(missing(inMemoryVendors.run(BACKUP))).isEmpty();
        }

        @Test
        void isMissedInAReviewOfOneChosenCustomerToo() {
            inMemoryVendors.customer("cafe", "pub");
            inMemoryVendors.tenantSeats.with(uncounted("cafe", "t1"), used("pub", tenant("t2"), 1));

            InMemoryVendors.Outcome outcome =
                    inMemoryVendors.run(request(BACKUP).customers(List.of(seatCustomer("cafe"))));

            assertThat(missing(outcome)).hasSize(1);
        }

        @Test
        void thatCustomersOfAnEarlierReviewHaveIsThere() {
            inMemoryVendors.customer("cafe", "new");
            inMemoryVendors.tenantSeats.with(uncounted("new", "t1"));

            assertThat(missing(inMemoryVendors.run(request(BACKUP).checkpoint(new Before(Set.of())))))
                    .hasSize(1);
            assertThat(missing(inMemoryVendors.run(
                            request(BACKUP).checkpoint(new Before(Set.of(DocumentedCount.SEATS_ASSIGNED))))))
                    .isEmpty();
        }
    }

    @Nested
    class ACustomerWithTooManyRows {
        private InMemoryVendors.Outcome run(int rows) {
            FleetReview review = FleetReview.builder(inMemoryVendors.seatSources(), inMemoryVendors.licenseSources())
                    .rowsPerCustomer(rows)
                    .build();
            return InMemoryVendors.Outcome.of(review, ReviewPolicy.defaults(), BACKUP);
        }

        private void fill(String customer, int tenants, int skus) {
            String[] ids = IntStream.range(0, tenants)
                    .mapToObj(i -> customer + "-t" + i)
                    .toArray(String[]::new);
            inMemoryVendors.customer(customer).licensed("L-" + customer, ids);
            for (String id : ids) {
                inMemoryVendors.tenantSeats.with(used(customer, tenant(id), 1));
                for (int sku = 0; sku < skus; sku++) {
                    inMemoryVendors.licenses.with(license("L-" + customer, id, "s" + sku));
                }
            }
            inMemoryVendors.productSeats.with(bought(customer, BACKUP, 1), bought(customer, VAULT, 1));
        }

        @Test
        void keepsThemUpToTheLimitAndHasAGap() {
            fill("huge", 1, 50);
            fill("cafe", 2, 3);

            InMemoryVendors.Outcome outcome = run(10);

            CustomerPosition huge = outcome.reviews().get(0).position();
            assertThat(huge.tenantSeats()).hasSize(1);
            assertThat(huge.productSeats()).hasSize(1);
            assertThat(huge.licenses()).hasSize(9);
            assertThat(huge.gaps())
                    .containsExactly(new Gap(
                            seatCustomer("huge"),
                            LICENSES,
                            Dataset.LICENSES,
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

            InMemoryVendors.Outcome outcome = run(10);

            assertThat(outcome.only().position().gaps()).hasSize(1);
            assertThat(inMemoryVendors.licenses.asked()).hasSizeLessThan(8);
        }

        @Test
        void hasAGapOfItsLicensesTooIfItsTenantsAreTooMany() {
            fill("huge", 12, 1);

            CustomerPosition huge = run(10).only().position();

            assertThat(huge.tenantSeats()).hasSize(10);
            assertThat(huge.gaps()).extracting(Gap::source).contains(Dataset.TENANT_SEATS, Dataset.LICENSES);
        }

        @Test
        void hasALimitOfAtLeastOneRow() {
            assertThatThrownBy(
                            () -> FleetReview.builder(inMemoryVendors.seatSources(), inMemoryVendors.licenseSources())
                                    .rowsPerCustomer(0))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
