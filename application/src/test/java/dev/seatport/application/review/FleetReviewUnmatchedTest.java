package dev.seatport.application.review;

import static dev.seatport.application.review.World.BACKUP;
import static dev.seatport.application.review.World.SEATS;
import static dev.seatport.application.review.World.VAULT;
import static dev.seatport.application.review.World.licenseCustomer;
import static dev.seatport.application.review.World.request;
import static dev.seatport.application.review.World.seatCustomer;
import static dev.seatport.application.review.World.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.review.Progress;
import dev.seatport.ports.review.UnmatchedTenant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FleetReviewUnmatchedTest {
    private final World world = new World();

    private void seated(String customer, @Nullable String organization, String... tenants) {
        world.customers.with(Customer.builder(seatCustomer(customer))
                .organization(organization)
                .build());
        world.tenantSeats.knows(seatCustomer(customer));
        for (String tenant : tenants) {
            world.tenantSeats.with(World.used(customer, tenant(tenant), 1));
        }
    }

    private void licensed(String customer, @Nullable String organization, String... tenants) {
        world.licenseCustomers.with(Customer.builder(licenseCustomer(customer))
                .organization(organization)
                .tenants(List.of(tenants).stream().map(World::tenant).toList())
                .build());
        for (String tenant : tenants) {
            world.licenses.knows(licenseCustomer(customer), new TenantId(tenant));
        }
    }

    private static UnmatchedTenant unmatched(
            String customer, @Nullable String organization, String tenant, CustomerId... namesakes) {
        return new UnmatchedTenant(
                licenseCustomer(customer), organization, new TenantId(tenant), List.of(namesakes), true, false);
    }

    @Test
    void tenantsThatOnlyTheLicenseVendorHasComeAfterTheCustomersInTheOrderOfItsListing() {
        seated("cafe", null, "t2");
        licensed("L1", "Pub Ltd", "t1", "t2", "t3");
        licensed("L2", null, "t4");

        World.Outcome outcome = world.run(BACKUP);

        assertThat(outcome.unmatched())
                .containsExactly(
                        unmatched("L1", "Pub Ltd", "t1"),
                        unmatched("L1", "Pub Ltd", "t3"),
                        unmatched("L2", null, "t4"));
        assertThat(outcome.completeness().whole()).isTrue();
    }

    @Test
    void letterCaseOfAGuidDoesNotKeepTenantsApart() {
        seated("cafe", null, "AAAAAAAA-bbbb-cccc-dddd-eeeeeeeeeeee");
        licensed("L1", null, "aaaaaaaa-BBBB-cccc-dddd-eeeeeeeeeeee");

        assertThat(world.run(BACKUP).unmatched()).isEmpty();
    }

    @Test
    void customersOfOneNameAreSuggestedToEachOtherAndNoMore() {
        seated("cafe", "The  Café", "t1");
        licensed("L1", "the café ", "t2");
        licensed("L2", "The Cafe", "t3");

        World.Outcome outcome = world.run(BACKUP);

        assertThat(outcome.only().position().namesakes()).containsExactly(licenseCustomer("L1"));
        assertThat(outcome.only().position().licenses()).isEmpty();
        assertThat(outcome.unmatched())
                .containsExactly(
                        unmatched("L1", "the café ", "t2", seatCustomer("cafe")), unmatched("L2", "The Cafe", "t3"));
    }

    @Test
    void nobodyIsSuggestedToACustomerWhoseTenantsAreKnown() {
        seated("cafe", "Café", "t1");
        licensed("L1", "Café", "t1");
        licensed("L2", "Café", "t2");

        assertThat(world.run(BACKUP).only().position().namesakes()).isEmpty();
    }

    @Test
    void areNotConclusiveIfSomebodysTenantsCouldNotBeRead() {
        seated("cafe", null);
        world.tenantSeats.fail(seatCustomer("cafe"), 0, World.failure(SEATS, FailureKind.TIMED_OUT));
        licensed("L1", null, "t1");

        assertThat(world.run(BACKUP).unmatched())
                .extracting(UnmatchedTenant::conclusive)
                .containsExactly(false);
    }

    @Test
    void areNotConclusiveIfTheListingOfCustomersBrokeOff() {
        seated("cafe", null);
        seated("pub", null);
        world.customers.failListing(1, World.failure(SEATS, FailureKind.INCOMPLETE_LISTING));
        licensed("L1", null, "t1");

        assertThat(world.run(BACKUP).unmatched())
                .extracting(UnmatchedTenant::conclusive)
                .containsExactly(false);
    }

    @Test
    void aTenantOfACustomerWhoWasReadEarlierIsMatched() {
        seated("cafe", null, "t1");
        licensed("L1", null, "t1", "t2");

        World.Outcome outcome = world.run(request(BACKUP).progress(read("cafe", "t1")));

        assertThat(outcome.reviews()).isEmpty();
        assertThat(world.tenantSeats.asked()).isEmpty();
        assertThat(outcome.unmatched()).containsExactly(unmatched("L1", null, "t2"));
        assertThat(outcome.completeness().text()).isEqualTo("0 of 0 customers complete");
    }

    @Test
    void aTenantThatSomebodyIsListedWithIsMatchedThoughItHasNoSeatsAndWasReadEarlier() {
        world.customers.with(Customer.builder(seatCustomer("cafe"))
                .tenants(List.of(tenant("t1")))
                .build());
        licensed("L1", null, "t1", "t2");

        assertThat(world.run(request(BACKUP).progress(read("cafe", "t0"))).unmatched())
                .containsExactly(unmatched("L1", null, "t2"));
    }

    @Test
    void areNoMoreConclusiveForHavingBeenReadEarlier() {
        seated("cafe", null, "t1");
        licensed("L1", null, "t1");

        assertThat(world.run(request(VAULT).progress(read("cafe", "t0"))).unmatched())
                .isEqualTo(world.run(VAULT).unmatched())
                .extracting(UnmatchedTenant::conclusive)
                .containsExactly(false);
    }

    private static Progress read(String wanted, String theirs) {
        return new Progress() {
            @Override
            public boolean has(CustomerId customer) {
                return customer.equals(seatCustomer(wanted));
            }

            @Override
            public boolean hasTenant(TenantId tenant) {
                return tenant.equals(new TenantId(theirs));
            }
        };
    }
}
