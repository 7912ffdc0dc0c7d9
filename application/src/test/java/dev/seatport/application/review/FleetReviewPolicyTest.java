package dev.seatport.application.review;

import static dev.seatport.application.review.InMemoryVendors.BACKUP;
import static dev.seatport.application.review.InMemoryVendors.LICENSES;
import static dev.seatport.application.review.InMemoryVendors.VAULT;
import static dev.seatport.application.review.InMemoryVendors.assignedSeats;
import static dev.seatport.application.review.InMemoryVendors.license;
import static dev.seatport.application.review.InMemoryVendors.licenseCustomer;
import static dev.seatport.application.review.InMemoryVendors.purchasedSeats;
import static dev.seatport.application.review.InMemoryVendors.request;
import static dev.seatport.application.review.InMemoryVendors.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.review.UnseenPolicyEntry;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.ReviewedCustomerLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Seat SKUs and products of a policy that occur nowhere. */
class FleetReviewPolicyTest {
    private final InMemoryVendors vendors = new InMemoryVendors();

    /** Adds a customer with 30 assigned seats, and with 10 assigned licenses of a SKU. */
    private void customer(String id, String sku) {
        vendors.customer(id).licensed("L" + id, "t" + id);
        vendors.tenantSeats.with(assignedSeats(id, tenant("t" + id), 30));
        vendors.productSeats.with(purchasedSeats(id, BACKUP, 30));
        vendors.licenses.with(license("L" + id, "t" + id, sku));
    }

    private static ReviewPolicy policy(String... skus) {
        Set<SkuId> seatSkus = Set.copyOf(List.of(skus).stream().map(SkuId::new).toList());
        return ReviewPolicy.builder().seatSkus(Map.of(BACKUP.code(), seatSkus)).build();
    }

    private static List<String> disagreeing(InMemoryVendors.Outcome outcome) {
        return outcome.reviews().stream()
                .filter(review -> review.review().findings().stream()
                        .anyMatch(finding -> finding.kind() == FindingKind.VENDORS_DISAGREE))
                .map(review -> review.position().customer().value().id().value())
                .toList();
    }

    private static List<String> unseen(InMemoryVendors.Outcome outcome) {
        ReviewEvent last = outcome.events().get(outcome.events().size() - 1);
        return ((ReviewEvent.Finished) last)
                .unseen().stream().map(UnseenPolicyEntry::text).toList();
    }

    @Test
    void aSkuOfNoTenantIsReportedOnceAndNoVendorDisagreesBecauseOfIt() {
        customer("a", "s1");
        customer("b", "s1");

        InMemoryVendors.Outcome outcome = vendors.run(policy("s8", "s9"), BACKUP);

        assertThat(disagreeing(outcome)).isEmpty();
        assertThat(outcome.order()).containsExactly("a", "b");
        assertThat(unseen(outcome))
                .containsExactly(
                        "SKU s8 of seat-skus (1) was seen in no tenant: check the id",
                        "SKU s9 of seat-skus (1) was seen in no tenant: check the id");
    }

    @Test
    void customersBeforeTheFirstSeatSkuAreComparedToo() {
        customer("a", "s1");
        customer("b", "s1");
        customer("c", "s8");

        InMemoryVendors.Outcome outcome = vendors.run(policy("s8", "s9"), BACKUP);

        assertThat(disagreeing(outcome)).containsExactly("a", "b", "c");
        assertThat(outcome.order()).containsExactly("a", "b", "c");
        assertThat(unseen(outcome)).containsExactly("SKU s9 of seat-skus (1) was seen in no tenant: check the id");
    }

    @Test
    void onlyALimitedNumberOfCustomersWaitsForTheFirstSeatSku() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < PolicyVerifier.MAX_HELD_CUSTOMERS; i++) {
            ids.add("c" + i);
            customer("c" + i, "s1");
        }
        customer("last", "s8");
        ids.add("last");

        InMemoryVendors.Outcome outcome = vendors.run(policy("s8"), BACKUP);

        assertThat(outcome.order()).isEqualTo(ids);
        assertThat(disagreeing(outcome)).containsExactly("last");
        assertThat(unseen(outcome)).isEmpty();
    }

    @Test
    void aSkuOfACustomerOfTheCheckpointIsSeen() {
        customer("a", "s1");

        InMemoryVendors.Outcome outcome =
                vendors.run(request(BACKUP).policy(policy("s8")).checkpoint(new ReviewedCustomerLookup() {
                    @Override
                    public boolean has(CustomerId customer) {
                        return false;
                    }

                    @Override
                    public boolean hasTenant(TenantId tenant) {
                        return false;
                    }

                    @Override
                    public boolean hasSku(SkuId sku) {
                        return sku.equals(new SkuId("s8"));
                    }
                }));

        assertThat(disagreeing(outcome)).containsExactly("a");
        assertThat(unseen(outcome)).isEmpty();
    }

    @Test
    void nothingIsUnseenIfItMayBeInMissingData() {
        customer("a", "s1");
        customer("b", "s1");
        vendors.licenses.fail(
                licenseCustomer("Lb"), new TenantId("tb"), 0, InMemoryVendors.failure(LICENSES, FailureKind.TIMED_OUT));

        assertThat(unseen(vendors.run(policy("s8"), BACKUP))).isEmpty();
    }

    @Test
    void nothingIsUnseenInAReviewOfSomeCustomers() {
        customer("a", "s1");

        assertThat(unseen(vendors.run(request(BACKUP, VAULT)
                        .policy(policy("s8"))
                        .customers(List.of(InMemoryVendors.seatCustomer("a"))))))
                .isEmpty();
    }

    @Test
    void aProductOfNoCustomerIsReportedOnce() {
        customer("a", "s1");
        customer("b", "s1");

        assertThat(unseen(vendors.run(ReviewPolicy.defaults(), BACKUP, VAULT)))
                .containsExactly("product Vault was seen at no customer: check the products of the review");
    }
}
