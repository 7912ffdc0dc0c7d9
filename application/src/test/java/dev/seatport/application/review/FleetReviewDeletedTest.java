package dev.seatport.application.review;

import static dev.seatport.application.review.InMemoryVendors.BACKUP;
import static dev.seatport.application.review.InMemoryVendors.LICENSES;
import static dev.seatport.application.review.InMemoryVendors.NOW;
import static dev.seatport.application.review.InMemoryVendors.assignedSeats;
import static dev.seatport.application.review.InMemoryVendors.failure;
import static dev.seatport.application.review.InMemoryVendors.license;
import static dev.seatport.application.review.InMemoryVendors.licenseCustomer;
import static dev.seatport.application.review.InMemoryVendors.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Deleted records of the license vendor. */
class FleetReviewDeletedTest {
    private static final Instant EARLIER = NOW.minusSeconds(60);

    private final InMemoryVendors vendors = new InMemoryVendors();

    /** Adds a license customer with a record in the tenant; live if {@code deletedAt} is null. */
    private void record(String id, String tenant, @Nullable Instant deletedAt) {
        vendors.licenseCustomers.with(Customer.builder(licenseCustomer(id))
                .organization(id)
                .tenants(List.of(new Tenant(new TenantId(tenant), null, TenantKind.MICROSOFT_365, deletedAt)))
                .deletedAt(deletedAt)
                .build());
        vendors.licenses.with(license(id, tenant, "sku-of-" + id));
    }

    private CustomerPosition cafe() {
        vendors.customer("cafe");
        vendors.tenantSeats.with(assignedSeats("cafe", tenant("t"), 1));
        return vendors.run(BACKUP).reviews().get(0).position();
    }

    private static List<String> skus(CustomerPosition position) {
        return position.licenses().stream()
                .map(row -> row.value().sku().value())
                .toList();
    }

    @Test
    void areIgnoredIfALiveRecordHasTheTenant() {
        record("gone", "t", NOW);
        record("live", "t", null);
        record("long-gone", "t", EARLIER);
        vendors.licenses.fail(
                licenseCustomer("gone"), new TenantId("t"), 0, failure(LICENSES, FailureKind.INVALID_REQUEST));

        CustomerPosition cafe = cafe();

        assertThat(cafe.complete()).isTrue();
        assertThat(skus(cafe)).containsExactly("sku-of-live");
        assertThat(cafe.deletedTenants()).isEmpty();
        assertThat(vendors.licenses.queries()).hasSize(1);
    }

    @Test
    void theLastDeletedOneIsUsedIfNoLiveRecordHasTheTenant() {
        record("long-gone", "t", EARLIER);
        record("gone", "t", NOW);
        record("longer-gone", "t", EARLIER.minusSeconds(1));

        CustomerPosition cafe = cafe();

        assertThat(cafe.unmatchedTenants()).isEmpty();
        assertThat(skus(cafe)).containsExactly("sku-of-gone");
        assertThat(cafe.deletedTenants()).containsExactly(new TenantId("t"));
        assertThat(vendors.licenses.queries()).hasSize(1);
    }

    @Test
    void areDeletedPerTenantOfACustomer() {
        vendors.licenseCustomers.with(Customer.builder(licenseCustomer("half"))
                .tenants(List.of(new Tenant(new TenantId("t"), null, TenantKind.MICROSOFT_365, NOW), tenant("u")))
                .build());
        record("live", "t", null);

        assertThat(skus(cafe())).containsExactly("sku-of-live");
    }

    @Test
    void areIgnoredIfTheSameCustomerAlsoHasALiveRecord() {
        vendors.licenseCustomers.with(Customer.builder(licenseCustomer("twice"))
                .tenants(List.of(new Tenant(new TenantId("t"), null, TenantKind.MICROSOFT_365, NOW), tenant("t")))
                .build());
        vendors.licenses.with(license("twice", "t", "s"));

        CustomerPosition cafe = cafe();

        assertThat(skus(cafe)).containsExactly("s");
        assertThat(cafe.deletedTenants()).isEmpty();
    }

    @Test
    void areThoseOfADeletedCustomer() {
        vendors.licenseCustomers.with(Customer.builder(licenseCustomer("gone"))
                .tenants(List.of(tenant("t")))
                .deletedAt(EARLIER)
                .build());
        vendors.licenses.with(license("gone", "t", "s"));

        assertThat(cafe().deletedTenants()).containsExactly(new TenantId("t"));
    }

    @Test
    void areMarkedInUnmatchedTenants() {
        record("gone", "u", NOW);
        record("live", "v", null);
        vendors.customer("cafe");

        assertThat(vendors.run(BACKUP).unmatched())
                .extracting(unmatched -> unmatched.organization() + " " + unmatched.deleted())
                .containsExactly("gone true", "live false");
    }
}
