package dev.seatport.application.review;

import static dev.seatport.application.review.InMemoryVendors.BACKUP;
import static dev.seatport.application.review.InMemoryVendors.LICENSES;
import static dev.seatport.application.review.InMemoryVendors.SEATS;
import static dev.seatport.application.review.InMemoryVendors.assignedSeats;
import static dev.seatport.application.review.InMemoryVendors.license;
import static dev.seatport.application.review.InMemoryVendors.licenseCustomer;
import static dev.seatport.application.review.InMemoryVendors.seatCustomer;
import static dev.seatport.application.review.InMemoryVendors.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.PurchasedSeatComparison;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetReviewTenantsWithoutIdTest {
    private static final String EMPTY = "00000000-0000-0000-0000-000000000000";

    private final InMemoryVendors vendors = new InMemoryVendors();

    @ParameterizedTest
    @ValueSource(
            strings = {EMPTY, " ", "{00000000-0000-0000-0000-000000000000}", "00000000000000000000000000000000", ""})
    void areNeverMatched(String nothing) {
        vendors.customers.with(Customer.builder(seatCustomer("alpha"))
                .organization("Alpha")
                .tenants(List.of(tenant(nothing)))
                .build());
        vendors.tenantSeats.with(assignedSeats("alpha", tenant(nothing), 10));
        vendors.licenseCustomers.with(Customer.builder(licenseCustomer("beta"))
                .tenants(List.of(tenant(EMPTY)))
                .build());
        vendors.licenses.with(license("beta", EMPTY, "sku"));

        InMemoryVendors.Outcome outcome = vendors.run(BACKUP);
        CustomerPosition alpha = outcome.only().position();

        assertThat(vendors.licenses.queries()).isEmpty();
        assertThat(alpha.licenses()).isEmpty();
        assertThat(alpha.tenantSeats()).isEmpty();
        assertThat(alpha.unmatchedTenants()).isEmpty();
        assertThat(outcome.unmatched()).isEmpty();
        assertThat(outcome.only().review().coverage().get(0)).isInstanceOf(PurchasedSeatComparison.NotComparable.class);
    }

    @Test
    void areAGapOfTheirCustomer() {
        vendors.customers.with(Customer.builder(seatCustomer("a-1"))
                .organization("Alpha")
                .tenants(List.of(tenant("t1")))
                .tenantsWithoutId(1)
                .build());
        vendors.tenantSeats.with(assignedSeats("a-1", tenant("t1"), 10));
        vendors.customer("a-2").licensed("L1", "t1");

        InMemoryVendors.Outcome outcome = vendors.run(BACKUP);

        assertThat(outcome.order()).containsExactly("a-1", "a-2");
        assertThat(outcome.gaps())
                .containsExactly(new Gap(
                        seatCustomer("a-1"),
                        SEATS,
                        Dataset.CUSTOMERS,
                        FailureKind.MALFORMED_ANSWER,
                        "acme customers: MALFORMED_ANSWER: Alpha (a-1) has a tenant without an id, so its licenses cannot"
                                + " be matched: ask the vendor to add the id"));
        assertThat(outcome.completeness().complete()).isEqualTo(1);
        assertThat(outcome.completeness().whole()).isFalse();
    }

    @Test
    void areAGapOfALicenseCustomer() {
        vendors.customer("cafe");
        vendors.tenantSeats.with(assignedSeats("cafe", tenant("strange"), 1));
        vendors.licenseCustomers.with(Customer.builder(licenseCustomer("L1"))
                .organization("Pub")
                .tenants(List.of())
                .tenantsWithoutId(2)
                .build());

        InMemoryVendors.Outcome outcome = vendors.run(BACKUP);

        assertThat(outcome.only().position().unmatchedTenants()).isEmpty();
        assertThat(outcome.completeness().atLarge())
                .containsExactly(new Gap(
                        licenseCustomer("L1"),
                        LICENSES,
                        Dataset.CUSTOMERS,
                        FailureKind.MALFORMED_ANSWER,
                        "globex customers: MALFORMED_ANSWER: Pub (L1) has 2 tenants without an id, so its licenses cannot"
                                + " be matched: ask the vendor to add the id"));
        assertThat(outcome.only().position().gap(Dataset.LICENSES)).isPresent();
    }

    @Test
    void ofManyLicenseCustomersAreNamedUpToALimitAndThenCounted() {
        vendors.customer("cafe");
        for (int i = 0; i < 30; i++) {
            vendors.licenseCustomers.with(Customer.builder(licenseCustomer("L" + i))
                    .tenantsWithoutId(1)
                    .build());
        }

        assertThat(vendors.run(BACKUP).completeness().atLarge())
                .hasSize(21)
                .last()
                .extracting(Gap::explanation)
                .isEqualTo("10 further customers have a tenant without an id");
    }
}
