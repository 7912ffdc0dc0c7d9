package dev.seatport.application.review;

import static dev.seatport.application.review.World.BACKUP;
import static dev.seatport.application.review.World.SEATS;
import static dev.seatport.application.review.World.request;
import static dev.seatport.application.review.World.seatCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.review.ReviewEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetReviewStartTest {
    private final World world = new World().customer("cafe", "bakery");

    @Test
    void saysFirstHowManyCustomersThereAre() {
        assertThat(world.run(BACKUP).events())
                .startsWith(new ReviewEvent.Started(Quantity.of(2)))
                .hasSize(4);
    }

    @Test
    void doesNotKnowHowManyIfTheVendorDoesNotSay() {
        world.customers.uncounted();

        assertThat(world.run(BACKUP).events()).startsWith(new ReviewEvent.Started(Quantity.unreported()));
    }

    @Test
    void goesOnIfTheyCannotBeCounted() {
        world.customers.failCount(World.failure(SEATS, FailureKind.UNAVAILABLE));

        World.Outcome outcome = world.run(BACKUP);

        assertThat(outcome.events()).startsWith(new ReviewEvent.Started(Quantity.unreported()));
        assertThat(outcome.order()).containsExactly("cafe", "bakery");
        assertThat(outcome.completeness().whole()).isTrue();
    }

    @Test
    void countsThoseWhoWereAskedFor() {
        assertThat(world.run(request(BACKUP).customers(List.of(seatCustomer("cafe"))))
                        .events())
                .startsWith(new ReviewEvent.Started(Quantity.of(1)));
    }
}
