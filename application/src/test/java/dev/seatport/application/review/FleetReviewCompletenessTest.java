package dev.seatport.application.review;

import static dev.seatport.application.review.InMemoryVendors.BACKUP;
import static dev.seatport.application.review.InMemoryVendors.LICENSES;
import static dev.seatport.application.review.InMemoryVendors.SEATS;
import static dev.seatport.application.review.InMemoryVendors.VAULT;
import static dev.seatport.application.review.InMemoryVendors.assignedSeats;
import static dev.seatport.application.review.InMemoryVendors.license;
import static dev.seatport.application.review.InMemoryVendors.purchasedSeats;
import static dev.seatport.application.review.InMemoryVendors.request;
import static dev.seatport.application.review.InMemoryVendors.seatCustomer;
import static dev.seatport.application.review.InMemoryVendors.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.MandatoryCountField;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.review.ReviewedCustomerLookup;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FleetReviewCompletenessTest {
    private final InMemoryVendors vendors = new InMemoryVendors();

    private static TenantSeats withoutCount(String customer, String tenant) {
        return new TenantSeats(seatCustomer(customer), tenant(tenant), Quantity.unreported(), Quantity.of(0));
    }

    private static List<String> missing(InMemoryVendors.Outcome outcome) {
        return outcome.completeness().atLarge().stream()
                .map(Gap::explanation)
                .map(text -> text.replaceAll("': compare .*", "'"))
                .toList();
    }

    @Nested
    class WithoutCustomers {
        @Test
        void anEmptyListingIsAGap() {
            InMemoryVendors.Outcome outcome = vendors.run(BACKUP);

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
                                    "acme customers: NOT_FOUND: the vendor lists no customers, so nothing was reviewed: check"
                                            + " the account and the permissions of its app registration")));
        }

        @Test
        void noGapIfTheCheckpointHasAllCustomers() {
            vendors.customer("cafe");
            ReviewedCustomerLookup checkpoint = new Checkpoint(Set.of());

            assertThat(vendors.run(request(BACKUP).checkpoint(checkpoint))
                            .completeness()
                            .whole())
                    .isTrue();
        }
    }

    /** Checkpoint with every customer except "new". */
    private record Checkpoint(Set<MandatoryCountField> reportedCounts) implements ReviewedCustomerLookup {
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
    class ADocumentedCount {
        @Test
        void isAGapIfNoRowHasIt() {
            vendors.customer("cafe", "pub").licensed("L1", "t1");
            vendors.tenantSeats.with(withoutCount("cafe", "t1"), withoutCount("pub", "t2"));
            vendors.productSeats.with(
                    new PurchasedSeats(seatCustomer("cafe"), BACKUP, Quantity.unreported(), true),
                    new PurchasedSeats(seatCustomer("pub"), BACKUP, Quantity.unreported(), true));
            LicenseConsumption full = license("L1", "t1", "s1");
            vendors.licenses.with(new LicenseConsumption(
                    full.customer(),
                    full.tenant(),
                    full.sku(),
                    null,
                    Quantity.unreported(),
                    Quantity.unreported(),
                    Quantity.unreported(),
                    Quantity.unreported(),
                    List.of()));

            InMemoryVendors.Outcome outcome = vendors.run(BACKUP);

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
        void isNoGapIfOneRowHasIt() {
            vendors.customer("cafe", "pub");
            vendors.tenantSeats.with(withoutCount("cafe", "t1"), assignedSeats("pub", tenant("t2"), 1));

            assertThat(vendors.run(BACKUP).completeness().atLarge()).isEmpty();
        }

        @Test
        void isNoGapWithoutRows() {
            vendors.customer("cafe");

            assertThat(vendors.run(BACKUP).completeness().atLarge()).isEmpty();
        }

        @Test
        void isNoGapIfTheVendorReportsThatThereIsNone() {
            vendors.customer("cafe", "pub");
            vendors.productSeats.with(new PurchasedSeats(seatCustomer("cafe"), BACKUP, Quantity.unreported()));
            vendors.productSeats.fail(
                    seatCustomer("pub"), BACKUP.code(), InMemoryVendors.failure(SEATS, FailureKind.NOT_FOUND));

            assertThat(vendors.run(BACKUP).completeness().atLarge()).isEmpty();
        }

        @Test
        void isAGapIfOneResponseLacksItAndAnotherReportsNone() {
            vendors.customer("cafe", "pub");
            vendors.productSeats.with(
                    new PurchasedSeats(seatCustomer("cafe"), BACKUP, Quantity.unreported()),
                    new PurchasedSeats(seatCustomer("pub"), BACKUP, Quantity.unreported(), true));

            assertThat(missing(vendors.run(BACKUP))).hasSize(1);
        }

        @Test
        void isNoGapIfItIsTheAvailableCount() {
            vendors.customer("cafe");
            vendors.tenantSeats.with(
                    new TenantSeats(seatCustomer("cafe"), tenant("t1"), Quantity.of(1), Quantity.unreported()));

            assertThat(missing(vendors.run(BACKUP))).isEmpty();
        }

        @Test
        void isAGapInAReviewOfOneRequestedCustomer() {
            vendors.customer("cafe", "pub");
            vendors.tenantSeats.with(withoutCount("cafe", "t1"), assignedSeats("pub", tenant("t2"), 1));

            InMemoryVendors.Outcome outcome = vendors.run(request(BACKUP).customers(List.of(seatCustomer("cafe"))));

            assertThat(missing(outcome)).hasSize(1);
        }

        @Test
        void isNoGapIfCustomersOfTheCheckpointHaveIt() {
            vendors.customer("cafe", "new");
            vendors.tenantSeats.with(withoutCount("new", "t1"));

            assertThat(missing(vendors.run(request(BACKUP).checkpoint(new Checkpoint(Set.of())))))
                    .hasSize(1);
            assertThat(missing(vendors.run(
                            request(BACKUP).checkpoint(new Checkpoint(Set.of(MandatoryCountField.SEATS_ASSIGNED))))))
                    .isEmpty();
        }
    }

    @Nested
    class ACustomerWithTooManyRows {
        private InMemoryVendors.Outcome run(int rows) {
            FleetReview review = FleetReview.builder(vendors.seatSources(), vendors.licenseSources())
                    .rowsPerCustomer(rows)
                    .build();
            return InMemoryVendors.Outcome.of(review, ReviewPolicy.defaults(), BACKUP);
        }

        private void fill(String customer, int tenants, int skus) {
            String[] ids = IntStream.range(0, tenants)
                    .mapToObj(i -> customer + "-t" + i)
                    .toArray(String[]::new);
            vendors.customer(customer).licensed("L-" + customer, ids);
            for (String id : ids) {
                vendors.tenantSeats.with(assignedSeats(customer, tenant(id), 1));
                for (int sku = 0; sku < skus; sku++) {
                    vendors.licenses.with(license("L-" + customer, id, "s" + sku));
                }
            }
            vendors.productSeats.with(purchasedSeats(customer, BACKUP, 1), purchasedSeats(customer, VAULT, 1));
        }

        @Test
        void keepsRowsUpToTheLimitAndHasAGap() {
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
                            "globex licenses: ANSWER_TOO_LARGE: huge has more than 10 rows, the limit of one"
                                    + " customer: raise rows-per-customer"));
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
        void sendsNoRequestsForFurtherTenants() {
            fill("huge", 8, 3);

            InMemoryVendors.Outcome outcome = run(10);

            assertThat(outcome.only().position().gaps()).hasSize(1);
            assertThat(vendors.licenses.queries()).hasSizeLessThan(8);
        }

        @Test
        void hasAGapOfLicensesTooIfItHasTooManyTenants() {
            fill("huge", 12, 1);

            CustomerPosition huge = run(10).only().position();

            assertThat(huge.tenantSeats()).hasSize(10);
            assertThat(huge.gaps()).extracting(Gap::source).contains(Dataset.TENANT_SEATS, Dataset.LICENSES);
        }

        @Test
        void theLimitMustBeAtLeastOneRow() {
            assertThatThrownBy(() -> FleetReview.builder(vendors.seatSources(), vendors.licenseSources())
                            .rowsPerCustomer(0))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
