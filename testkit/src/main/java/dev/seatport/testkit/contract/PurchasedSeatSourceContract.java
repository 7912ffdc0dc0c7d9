package dev.seatport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.seats.PurchasedSeatSource;
import dev.seatport.testkit.wait.Await;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/**
 * Contract of {@link PurchasedSeatSource}. The author of an adapter extends this class. Set up the vendor before each test, because
 * one test makes it stall.
 */
public abstract class PurchasedSeatSourceContract {
    /** For subclasses. */
    protected PurchasedSeatSourceContract() {}

    /** Returns the port under test. */
    protected abstract PurchasedSeatSource port();

    /** Returns the vendor's seats of one customer and product, with a count. */
    protected abstract PurchasedSeats truth();

    /** Returns a product of the same customer for which the vendor reports no count. */
    protected abstract Product uncounted();

    /** Returns an id in the format of the vendor that the vendor does not have. */
    protected abstract CustomerId unknownCustomer();

    /** Returns the requests that the vendor has received; see {@link ListingContract#requests()}. */
    protected abstract List<String> requests();

    /** Makes the vendor accept requests without responses, from now on; see {@link ListingContract#stall()}. */
    protected Optional<StalledVendor> stall() {
        return Optional.empty();
    }

    private CustomerId known() {
        return truth().customer();
    }

    private Vendor vendor() {
        return known().vendor();
    }

    private CompletionStage<Observed<PurchasedSeats>> seatsOf(CustomerId customer) {
        return port().seats(customer, truth().product());
    }

    @Test
    void returnsTheSeatsAndTheirProvenance() {
        assertThat(truth().purchased().isReported()).as("truth() has a count").isTrue();

        Observed<PurchasedSeats> seats = Await.result(seatsOf(known()));

        assertThat(seats.value()).isEqualTo(truth());
        ContractAssertions.assertProvenance(seats.provenance(), vendor());
    }

    @Test
    void keepsAnAbsentCountDistinctFromZero() {
        Observed<PurchasedSeats> seats = Await.result(port().seats(known(), uncounted()));

        assertThat(seats.value()).isEqualTo(new PurchasedSeats(known(), uncounted(), Quantity.unreported()));
    }

    @Test
    void sendsNewRequestsForEachCall() {
        List<String> before = requests();
        Await.result(seatsOf(known()));
        int first = requests().size() - before.size();
        Await.result(seatsOf(known()));

        assertThat(first).as("requests for the first call").isPositive();
        assertThat(requests()).as("requests after the second call").hasSize(before.size() + 2 * first);
    }

    @Test
    void sendsTheProductCodeUnchanged() {
        int before = requests().size();
        Await.result(seatsOf(known()));

        assertThat(requests().subList(before, requests().size()))
                .anySatisfy(request ->
                        assertThat(request).contains(truth().product().code().value()));
    }

    @Test
    void findsNoSeatsOfAnUnknownCustomer() {
        ContractAssertions.failure(seatsOf(unknownCustomer()), FailureKind.NOT_FOUND, vendor());
    }

    @Test
    void rejectsAnotherVendorsCustomerAndSendsNothing() {
        List<String> before = requests();

        ContractAssertions.failure(seatsOf(ContractAssertions.foreign(known())), FailureKind.INVALID_REQUEST, vendor());

        assertThat(requests()).isEqualTo(before);
    }

    @Test
    void throwsNothingForAnotherVendorsCustomer() {
        assertThatCode(() -> seatsOf(ContractAssertions.foreign(known())))
                .as("exception out of the port")
                .doesNotThrowAnyException();
    }

    @Test
    void sendsTheCustomerIdUnchanged() {
        for (CustomerId spelling : ContractAssertions.spellings(known())) {
            int before = requests().size();
            assertThat(Await.result(seatsOf(spelling)).value()).isEqualTo(truth());
            ContractAssertions.assertUnchanged(
                    spelling, requests().subList(before, requests().size()));
        }
    }

    @Test
    void closesTheExchangeWhenTheFutureIsCancelled() {
        ContractAssertions.assertClosedOnCancel(ContractAssertions.stalled(stall()), () -> seatsOf(known()));
    }
}
