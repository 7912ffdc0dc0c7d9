package dev.seatport.application.review;

import static dev.seatport.application.review.InMemoryVendors.BACKUP;
import static dev.seatport.application.review.InMemoryVendors.SEATS;
import static dev.seatport.application.review.InMemoryVendors.request;
import static dev.seatport.application.review.InMemoryVendors.seatCustomer;
import static dev.seatport.application.review.InMemoryVendors.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.ports.failure.VendorException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetReviewChosenTest {
    private final InMemoryVendors vendors = new InMemoryVendors().customer("cafe", "bakery", "pub");

    private InMemoryVendors.Outcome run(String... customers) {
        return vendors.run(request(BACKUP)
                .customers(List.of(customers).stream()
                        .map(InMemoryVendors::seatCustomer)
                        .toList()));
    }

    @Test
    void reviewsOnlyTheRequestedCustomersInTheRequestedOrder() {
        assertThat(run("pub", "cafe").order()).containsExactly("pub", "cafe");
        assertThat(vendors.customers.listings()).isZero();
        assertThat(vendors.customers.queries()).containsExactly(seatCustomer("pub"), seatCustomer("cafe"));
    }

    @Test
    void joinsTheLicensesOfRequestedCustomers() {
        vendors.tenantSeats.with(InMemoryVendors.assignedSeats("cafe", tenant("t1"), 3));
        vendors.licensed("L1", "t1");
        vendors.licenses.with(InMemoryVendors.license("L1", "t1", "e3"));

        assertThat(run("cafe").only().position().licenses()).hasSize(1);
    }

    @Test
    void hasAGapForARequestedCustomerThatIsNotFound() {
        InMemoryVendors.Outcome outcome = run("cafe", "unknown");

        assertThat(outcome.order()).containsExactly("cafe");
        assertThat(outcome.completeness().text()).isEqualTo("1 of 2 customers complete; 1 NOT_FOUND");
        assertThat(outcome.completeness().atLarge())
                .extracting(Gap::customer, Gap::source, Gap::kind, Gap::explanation)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        seatCustomer("unknown"),
                        Dataset.CUSTOMERS,
                        FailureKind.NOT_FOUND,
                        "acme customers: NOT_FOUND: customer \"unknown\" was not found"));
    }

    @Test
    void namesTheOnlyRequestedCustomerThatIsNotFound() {
        assertThatThrownBy(() -> run("unknown")).hasMessageContaining("customer \"unknown\" was not found");
    }

    @Test
    void failsIfNoRequestedCustomerIsFound() {
        VendorException down = InMemoryVendors.failure(SEATS, FailureKind.UNAVAILABLE);
        vendors.customers.failFind(seatCustomer("cafe"), down);

        assertThatThrownBy(() -> run("cafe", "unknown")).isSameAs(down);
    }

    @Test
    void reportsNoUnmatchedTenantsForRequestedCustomers() {
        vendors.licensed("L1", "t1");

        assertThat(run("cafe").unmatched()).isEmpty();
    }
}
