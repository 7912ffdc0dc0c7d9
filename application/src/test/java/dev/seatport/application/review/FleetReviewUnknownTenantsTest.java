package dev.seatport.application.review;

import static dev.seatport.application.review.InMemoryVendors.BACKUP;
import static dev.seatport.application.review.InMemoryVendors.assignedSeats;
import static dev.seatport.application.review.InMemoryVendors.licenseCustomer;
import static dev.seatport.application.review.InMemoryVendors.seatCustomer;
import static dev.seatport.application.review.InMemoryVendors.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.Finding;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.review.CustomerReview;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetReviewUnknownTenantsTest {
    private static final String UPPER = "AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE";
    private static final String LOWER = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    private final InMemoryVendors vendors = new InMemoryVendors();

    @Test
    void areReported() {
        vendors.customer("cafe").licensed("L1", "known");
        vendors.tenantSeats.with(
                assignedSeats("cafe", tenant("known"), 1), assignedSeats("cafe", tenant("strange"), 1));

        CustomerReview review = vendors.run(BACKUP).only();

        assertThat(review.position().unmatchedTenants()).containsExactly(tenant("strange"));
        assertThat(review.review().findings()).extracting(Finding::kind).contains(FindingKind.TENANT_UNKNOWN_TO_VENDOR);
        assertThat(review.position().complete()).isTrue();
    }

    @Test
    void doNotIncludeTenantsOfADeletedLicenseCustomer() {
        vendors.customer("cafe");
        vendors.tenantSeats.with(assignedSeats("cafe", tenant("t"), 1));
        vendors.licenseCustomers.with(Customer.builder(licenseCustomer("gone"))
                .deletedAt(InMemoryVendors.NOW)
                .tenants(List.of(tenant("t")))
                .build());
        vendors.licenses.withTenant(licenseCustomer("gone"), new TenantId("t"));

        assertThat(vendors.run(BACKUP).only().position().unmatchedTenants()).isEmpty();
    }

    @Test
    void doNotIncludeListedTenantsWithoutSeatsOrOfUnknownKind() {
        vendors.customers.with(Customer.builder(seatCustomer("cafe"))
                .tenants(List.of(tenant("listed"), tenant("u", TenantKind.UNKNOWN)))
                .build());
        vendors.tenantSeats.with(assignedSeats("cafe", tenant("v", TenantKind.UNKNOWN), 1));

        CustomerPosition position = vendors.run(BACKUP).only().position();

        assertThat(position.unmatchedTenants()).isEmpty();
        assertThat(position.complete()).isTrue();
    }

    @Test
    void includeTenantsWhoseKindOnlyTheSeatsReport() {
        Tenant sure = tenant(LOWER);
        vendors.customers.with(Customer.builder(seatCustomer("cafe"))
                .tenants(List.of(tenant(UPPER, TenantKind.UNKNOWN)))
                .build());
        vendors.tenantSeats.with(assignedSeats("cafe", sure, 1), assignedSeats("cafe", sure, 1));

        assertThat(vendors.run(BACKUP).only().position().unmatchedTenants()).containsExactly(sure);
    }
}
