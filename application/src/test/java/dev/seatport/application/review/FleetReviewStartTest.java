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
    private final InMemoryVendors vendors = new InMemoryVendors().customer("cafe", "bakery");

    @Test
    void startsWithTheNumberOfCustomers() {
        assertThat(vendors.run(BACKUP).events())
                .startsWith(new ReviewEvent.Started(Quantity.of(2)))
                .hasSize(4);
    }

    @Test
    void startsWithAnUnreportedNumberIfTheVendorHasNoCount() {
        vendors.customers.uncounted();

        assertThat(vendors.run(BACKUP).events()).startsWith(new ReviewEvent.Started(Quantity.unreported()));
    }

    @Test
    void continuesIfTheCountFails() {
        vendors.customers.failCount(InMemoryVendors.failure(SEATS, FailureKind.UNAVAILABLE));

        InMemoryVendors.Outcome outcome = vendors.run(BACKUP);

        assertThat(outcome.events()).startsWith(new ReviewEvent.Started(Quantity.unreported()));
        assertThat(outcome.order()).containsExactly("cafe", "bakery");
        assertThat(outcome.completeness().whole()).isTrue();
    }

    @Test
    void startsWithTheNumberOfRequestedCustomers() {
        assertThat(vendors.run(request(BACKUP).customers(List.of(seatCustomer("cafe"))))
                        .events())
                .startsWith(new ReviewEvent.Started(Quantity.of(1)));
    }
}
