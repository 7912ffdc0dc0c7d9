package dev.seatport.application.review;

import static dev.seatport.application.review.World.BACKUP;
import static dev.seatport.application.review.World.licenseCustomer;
import static dev.seatport.application.review.World.seatCustomer;
import static dev.seatport.application.review.World.tenant;
import static dev.seatport.application.review.World.used;
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

    private final World world = new World();

    @Test
    void areToldIfTheLicenseVendorDoesNotHaveThem() {
        world.customer("cafe").licensed("L1", "known");
        world.tenantSeats.with(used("cafe", tenant("known"), 1), used("cafe", tenant("strange"), 1));

        CustomerReview review = world.run(BACKUP).only();

        assertThat(review.position().unmatchedTenants()).containsExactly(tenant("strange"));
        assertThat(review.review().findings()).extracting(Finding::kind).contains(FindingKind.TENANT_UNKNOWN_TO_VENDOR);
        assertThat(review.position().complete()).isTrue();
    }

    @Test
    void areNotThoseOfADeletedLicenseCustomer() {
        world.customer("cafe");
        world.tenantSeats.with(used("cafe", tenant("t"), 1));
        world.licenseCustomers.with(Customer.builder(licenseCustomer("gone"))
                .deletedAt(World.NOW)
                .tenants(List.of(tenant("t")))
                .build());
        world.licenses.knows(licenseCustomer("gone"), new TenantId("t"));

        assertThat(world.run(BACKUP).only().position().unmatchedTenants()).isEmpty();
    }

    @Test
    void areNotThoseThatAreOnlyListedOrOnlyMayBeMicrosofts() {
        world.customers.with(Customer.builder(seatCustomer("cafe"))
                .tenants(List.of(tenant("listed"), tenant("u", TenantKind.UNKNOWN)))
                .build());
        world.tenantSeats.with(used("cafe", tenant("v", TenantKind.UNKNOWN), 1));

        CustomerPosition position = world.run(BACKUP).only().position();

        assertThat(position.unmatchedTenants()).isEmpty();
        assertThat(position.complete()).isTrue();
    }

    @Test
    void areThoseThatTheListingKnowsNoKindOfButTheSeatsDo() {
        Tenant sure = tenant(LOWER);
        world.customers.with(Customer.builder(seatCustomer("cafe"))
                .tenants(List.of(tenant(UPPER, TenantKind.UNKNOWN)))
                .build());
        world.tenantSeats.with(used("cafe", sure, 1), used("cafe", sure, 1));

        assertThat(world.run(BACKUP).only().position().unmatchedTenants()).containsExactly(sure);
    }
}
