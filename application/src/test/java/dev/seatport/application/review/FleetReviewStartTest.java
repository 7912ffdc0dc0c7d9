package dev.seatport.application.review;

import static dev.seatport.application.review.InMemoryVendors.BACKUP;
import static dev.seatport.application.review.InMemoryVendors.SEATS;
import static dev.seatport.application.review.InMemoryVendors.request;
import static dev.seatport.application.review.InMemoryVendors.seatCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.review.ReviewEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetReviewStartTest {
    private final InMemoryVendors inMemoryVendors = new InMemoryVendors().customer("cafe", "bakery");

    @Test
    void saysFirstHowManyCustomersThereAre() {
        assertThat(inMemoryVendors.run(BACKUP).events())
                .startsWith(new ReviewEvent.Started(Quantity.of(2)))
                .hasSize(4);
    }

    @Test
    void doesNotKnowHowManyIfTheVendorDoesNotSay() {
        inMemoryVendors.customers.uncounted();

        assertThat(inMemoryVendors.run(BACKUP).events()).startsWith(new ReviewEvent.Started(Quantity.unreported()));
    }

    @Test
    void goesOnIfTheyCannotBeCounted() {
        inMemoryVendors.customers.failCount(InMemoryVendors.failure(SEATS, FailureKind.UNAVAILABLE));

        InMemoryVendors.Outcome outcome = inMemoryVendors.run(BACKUP);

        assertThat(outcome.events()).startsWith(new ReviewEvent.Started(Quantity.unreported()));
        assertThat(outcome.order()).containsExactly("cafe", "bakery");
        assertThat(outcome.completeness().whole()).isTrue();
    }

    @Test
    void countsThoseWhoWereAskedFor() {
        assertThat(inMemoryVendors
                        .run(request(BACKUP).customers(List.of(seatCustomer("cafe"))))
                        .events())
                .startsWith(new ReviewEvent.Started(Quantity.of(1)));
    }
}
