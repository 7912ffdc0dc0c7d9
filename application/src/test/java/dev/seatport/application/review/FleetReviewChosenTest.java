package dev.seatport.application.review;

import static dev.seatport.application.review.World.BACKUP;
import static dev.seatport.application.review.World.SEATS;
import static dev.seatport.application.review.World.request;
import static dev.seatport.application.review.World.seatCustomer;
import static dev.seatport.application.review.World.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Source;
import dev.seatport.ports.failure.VendorException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetReviewChosenTest {
    private final World world = new World().customer("cafe", "bakery", "pub");

    private World.Outcome run(String... customers) {
        return world.run(request(BACKUP)
                .customers(List.of(customers).stream().map(World::seatCustomer).toList()));
    }

    @Test
    void readsOnlyTheCustomersThatAreAskedForInThatOrder() {
        assertThat(run("pub", "cafe").order()).containsExactly("pub", "cafe");
        assertThat(world.customers.listings()).isZero();
        assertThat(world.customers.asked()).containsExactly(seatCustomer("pub"), seatCustomer("cafe"));
    }

    @Test
    void joinsTheirLicenses() {
        world.tenantSeats.with(World.used("cafe", tenant("t1"), 3));
        world.licensed("L1", "t1");
        world.licenses.with(World.license("L1", "t1", "e3"));

        assertThat(run("cafe").only().position().licenses()).hasSize(1);
    }

    @Test
    void namesACustomerThatTheVendorDoesNotKnowAsMissing() {
        World.Outcome outcome = run("cafe", "nobody");

        assertThat(outcome.order()).containsExactly("cafe");
        assertThat(outcome.completeness().text()).isEqualTo("1 of 1 customers complete; 1 NOT_FOUND");
        assertThat(outcome.completeness().atLarge())
                .extracting(Gap::customer, Gap::source, Gap::kind)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        seatCustomer("nobody"), Source.CUSTOMERS, FailureKind.NOT_FOUND));
    }

    @Test
    void failsIfNobodyIsFound() {
        VendorException down = World.failure(SEATS, FailureKind.UNAVAILABLE);
        world.customers.failFind(seatCustomer("cafe"), down);

        assertThatThrownBy(() -> run("cafe", "nobody")).isSameAs(down);
    }

    @Test
    void saysNothingOfTheTenantsOfEverybodyElse() {
        world.licensed("L1", "t1");

        assertThat(run("cafe").unmatched()).isEmpty();
    }
}
