package dev.seatport.application.review;

import static dev.seatport.application.review.InMemoryVendors.BACKUP;
import static dev.seatport.application.review.InMemoryVendors.LICENSES;
import static dev.seatport.application.review.InMemoryVendors.SEATS;
import static dev.seatport.application.review.InMemoryVendors.license;
import static dev.seatport.application.review.InMemoryVendors.licenseCustomer;
import static dev.seatport.application.review.InMemoryVendors.seatCustomer;
import static dev.seatport.application.review.InMemoryVendors.tenant;
import static dev.seatport.application.review.InMemoryVendors.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.review.Coverage;
import dev.seatport.domain.review.CustomerPosition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetReviewTenantsWithoutIdTest {
    private static final String EMPTY = "00000000-0000-0000-0000-000000000000";

    private final InMemoryVendors inMemoryVendors = new InMemoryVendors();

    @ParameterizedTest
    @ValueSource(
            strings = {EMPTY, " ", "{00000000-0000-0000-0000-000000000000}", "00000000000000000000000000000000", ""})
    void joinNobody(String nothing) {
        inMemoryVendors.customers.with(Customer.builder(seatCustomer("alpha"))
                .organization("Alpha")
                .tenants(List.of(tenant(nothing)))
                .build());
        inMemoryVendors.tenantSeats.with(used("alpha", tenant(nothing), 10));
        inMemoryVendors.licenseCustomers.with(Customer.builder(licenseCustomer("beta"))
                .tenants(List.of(tenant(EMPTY)))
                .build());
        inMemoryVendors.licenses.with(license("beta", EMPTY, "sku"));

        InMemoryVendors.Outcome outcome = inMemoryVendors.run(BACKUP);
        CustomerPosition alpha = outcome.only().position();

        assertThat(inMemoryVendors.licenses.asked()).isEmpty();
        assertThat(alpha.licenses()).isEmpty();
        assertThat(alpha.tenantSeats()).isEmpty();
        assertThat(alpha.unmatchedTenants()).isEmpty();
        assertThat(outcome.unmatched()).isEmpty();
        assertThat(outcome.only().review().coverage().get(0)).isInstanceOf(Coverage.NotComparable.class);
    }

    @Test
    void areAGapOfTheirCustomerWhoStays() {
        inMemoryVendors.customers.with(Customer.builder(seatCustomer("a-1"))
                .organization("Alpha")
                .tenants(List.of(tenant("t1")))
                .tenantsWithoutId(1)
                .build());
        inMemoryVendors.tenantSeats.with(used("a-1", tenant("t1"), 10));
        inMemoryVendors.customer("a-2").licensed("L1", "t1");

        InMemoryVendors.Outcome outcome = inMemoryVendors.run(BACKUP);

        assertThat(outcome.order()).containsExactly("a-1", "a-2");
        assertThat(outcome.gaps())
                .containsExactly(new Gap(
                        seatCustomer("a-1"),
                        SEATS,
                        Dataset.CUSTOMERS,
                        FailureKind.MALFORMED_ANSWER,
                        "acme customers: MALFORMED_ANSWER: Alpha (a-1) has a tenant without an id, which cannot be joined;"
                                + " ask the vendor to complete it"));
        assertThat(outcome.completeness().complete()).isEqualTo(1);
        assertThat(outcome.completeness().whole()).isFalse();
    }

    @Test
    void leaveOpenAtTheLicenseVendorWhoseTheyAre() {
        inMemoryVendors.customer("cafe");
        inMemoryVendors.tenantSeats.with(used("cafe", tenant("strange"), 1));
        inMemoryVendors.licenseCustomers.with(Customer.builder(licenseCustomer("L1"))
                .organization("Pub")
                .tenants(List.of())
                .tenantsWithoutId(2)
                .build());

        InMemoryVendors.Outcome outcome = inMemoryVendors.run(BACKUP);

        assertThat(outcome.only().position().unmatchedTenants()).isEmpty();
        assertThat(outcome.completeness().atLarge())
                .containsExactly(new Gap(
                        licenseCustomer("L1"),
                        LICENSES,
                        Dataset.CUSTOMERS,
                        FailureKind.MALFORMED_ANSWER,
                        "globex customers: MALFORMED_ANSWER: Pub (L1) has 2 tenants without an id, which cannot be joined;"
                                + " ask the vendor to complete it"));
        assertThat(outcome.only().position().gap(Dataset.LICENSES)).isPresent();
    }

    @Test
    void ofManyLicenseCustomersAreNamedAsFarAsTheyFitAndCounted() {
        inMemoryVendors.customer("cafe");
        for (int i = 0; i < 30; i++) {
            inMemoryVendors.licenseCustomers.with(Customer.builder(licenseCustomer("L" + i))
                    .tenantsWithoutId(1)
                    .build());
        }

        assertThat(inMemoryVendors.run(BACKUP).completeness().atLarge())
                .hasSize(21)
                .last()
                .extracting(Gap::explanation)
                .isEqualTo("10 further customers with a tenant without an id");
    }
}
