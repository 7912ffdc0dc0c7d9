package dev.seatport.application.review;

import static dev.seatport.application.review.InMemoryVendors.BACKUP;
import static dev.seatport.application.review.InMemoryVendors.SEATS;
import static dev.seatport.application.review.InMemoryVendors.VAULT;
import static dev.seatport.application.review.InMemoryVendors.licenseCustomer;
import static dev.seatport.application.review.InMemoryVendors.request;
import static dev.seatport.application.review.InMemoryVendors.seatCustomer;
import static dev.seatport.application.review.InMemoryVendors.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.review.ReviewCheckpoint;
import dev.seatport.ports.review.UnmatchedTenant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FleetReviewUnmatchedTest {
    private final InMemoryVendors inMemoryVendors = new InMemoryVendors();

    private void seated(String customer, @Nullable String organization, String... tenants) {
        inMemoryVendors.customers.with(Customer.builder(seatCustomer(customer))
                .organization(organization)
                .build());
        inMemoryVendors.tenantSeats.knows(seatCustomer(customer));
        for (String tenant : tenants) {
            inMemoryVendors.tenantSeats.with(InMemoryVendors.used(customer, tenant(tenant), 1));
        }
    }

    private void licensed(String customer, @Nullable String organization, String... tenants) {
        inMemoryVendors.licenseCustomers.with(Customer.builder(licenseCustomer(customer))
                .organization(organization)
                .tenants(List.of(tenants).stream().map(InMemoryVendors::tenant).toList())
                .build());
        for (String tenant : tenants) {
            inMemoryVendors.licenses.knows(licenseCustomer(customer), new TenantId(tenant));
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

        InMemoryVendors.Outcome outcome = inMemoryVendors.run(BACKUP);

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

        assertThat(inMemoryVendors.run(BACKUP).unmatched()).isEmpty();
    }

    @Test
    void customersOfOneNameAreSuggestedToEachOtherAndNoMore() {
        seated("cafe", "The  Café", "t1");
        licensed("L1", "the café ", "t2");
        licensed("L2", "The Cafe", "t3");

        InMemoryVendors.Outcome outcome = inMemoryVendors.run(BACKUP);

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

        assertThat(inMemoryVendors.run(BACKUP).only().position().namesakes()).isEmpty();
    }

    @Test
    void areNotConclusiveIfSomebodysTenantsCouldNotBeRead() {
        seated("cafe", null);
        inMemoryVendors.tenantSeats.fail(
                seatCustomer("cafe"), 0, InMemoryVendors.failure(SEATS, FailureKind.TIMED_OUT));
        licensed("L1", null, "t1");

        assertThat(inMemoryVendors.run(BACKUP).unmatched())
                .extracting(UnmatchedTenant::conclusive)
                .containsExactly(false);
    }

    @Test
    void areNotConclusiveIfTheListingOfCustomersBrokeOff() {
        seated("cafe", null);
        seated("pub", null);
        inMemoryVendors.customers.failListing(1, InMemoryVendors.failure(SEATS, FailureKind.INCOMPLETE_LISTING));
        licensed("L1", null, "t1");

        assertThat(inMemoryVendors.run(BACKUP).unmatched())
                .extracting(UnmatchedTenant::conclusive)
                .containsExactly(false);
    }

    @Test
    void aTenantOfACustomerWhoWasReadEarlierIsMatched() {
        seated("cafe", null, "t1");
        licensed("L1", null, "t1", "t2");

        InMemoryVendors.Outcome outcome = inMemoryVendors.run(request(BACKUP).checkpoint(read("cafe", "t1")));

        assertThat(outcome.reviews()).isEmpty();
        assertThat(inMemoryVendors.tenantSeats.asked()).isEmpty();
        assertThat(outcome.unmatched()).containsExactly(unmatched("L1", null, "t2"));
        assertThat(outcome.completeness().text()).isEqualTo("0 of 0 customers complete");
    }

    @Test
    void aTenantThatSomebodyIsListedWithIsMatchedThoughItHasNoSeatsAndWasReadEarlier() {
        inMemoryVendors.customers.with(Customer.builder(seatCustomer("cafe"))
                .tenants(List.of(tenant("t1")))
                .build());
        licensed("L1", null, "t1", "t2");

        assertThat(inMemoryVendors
                        .run(request(BACKUP).checkpoint(read("cafe", "t0")))
                        .unmatched())
                .containsExactly(unmatched("L1", null, "t2"));
    }

    @Test
    void areNoMoreConclusiveForHavingBeenReadEarlier() {
        seated("cafe", null, "t1");
        licensed("L1", null, "t1");

        assertThat(inMemoryVendors
                        .run(request(VAULT).checkpoint(read("cafe", "t0")))
                        .unmatched())
                .isEqualTo(inMemoryVendors.run(VAULT).unmatched())
                .extracting(UnmatchedTenant::conclusive)
                .containsExactly(false);
    }

    private static ReviewCheckpoint read(String wanted, String theirs) {
        return new ReviewCheckpoint() {
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
