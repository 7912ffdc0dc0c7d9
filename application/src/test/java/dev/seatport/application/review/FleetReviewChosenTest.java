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
    private final InMemoryVendors inMemoryVendors = new InMemoryVendors().customer("cafe", "bakery", "pub");

    private InMemoryVendors.Outcome run(String... customers) {
        return inMemoryVendors.run(request(BACKUP)
                .customers(List.of(customers).stream()
                        .map(InMemoryVendors::seatCustomer)
                        .toList()));
    }

    @Test
    void readsOnlyTheCustomersThatAreAskedForInThatOrder() {
        assertThat(run("pub", "cafe").order()).containsExactly("pub", "cafe");
        assertThat(inMemoryVendors.customers.listings()).isZero();
        assertThat(inMemoryVendors.customers.asked()).containsExactly(seatCustomer("pub"), seatCustomer("cafe"));
    }

    @Test
    void joinsTheirLicenses() {
        inMemoryVendors.tenantSeats.with(InMemoryVendors.used("cafe", tenant("t1"), 3));
        inMemoryVendors.licensed("L1", "t1");
        inMemoryVendors.licenses.with(InMemoryVendors.license("L1", "t1", "e3"));

        assertThat(run("cafe").only().position().licenses()).hasSize(1);
    }

    @Test
    void namesACustomerThatTheVendorDoesNotKnowAsMissing() {
        InMemoryVendors.Outcome outcome = run("cafe", "nobody");

        assertThat(outcome.order()).containsExactly("cafe");
        assertThat(outcome.completeness().text()).isEqualTo("1 of 1 customers complete; 1 NOT_FOUND");
        assertThat(outcome.completeness().atLarge())
                .extracting(Gap::customer, Gap::source, Gap::kind)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        seatCustomer("nobody"), Dataset.CUSTOMERS, FailureKind.NOT_FOUND));
    }

    @Test
    void failsIfNobodyIsFound() {
        VendorException down = InMemoryVendors.failure(SEATS, FailureKind.UNAVAILABLE);
        inMemoryVendors.customers.failFind(seatCustomer("cafe"), down);

        assertThatThrownBy(() -> run("cafe", "nobody")).isSameAs(down);
    }

    @Test
    void saysNothingOfTheTenantsOfEverybodyElse() {
        inMemoryVendors.licensed("L1", "t1");

        assertThat(run("cafe").unmatched()).isEmpty();
    }
}
