package dev.seatport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.seats.ProductSeatSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/**
 * How every {@link ProductSeatSource} behaves. Whoever writes an adapter extends it, and passes. Set the vendor up anew for
 * each test: one of them has it stall.
 */
public abstract class ProductSeatSourceContract {
    /** For the contract test of an adapter. */
    protected ProductSeatSourceContract() {}

    /** The port under test. */
    protected abstract ProductSeatSource port();

    /** What the vendor has: seats of a customer that it knows, with a count. */
    protected abstract ProductSeats truth();

    /** A product of the same customer that the vendor has seats of, and leaves the count out. */
    protected abstract Product uncounted();

    /** An id of this vendor's form that the vendor does not know. */
    protected abstract CustomerId unknownCustomer();

    /** What the vendor has been sent so far; see {@link ListingContract#requests()}. */
    protected abstract List<String> requests();

    /** From now on has the vendor take requests and not answer them; see {@link ListingContract#stall()}. */
    protected Optional<StalledVendor> stall() {
        return Optional.empty();
    }

    private CustomerId known() {
        return truth().customer();
    }

    private Vendor vendor() {
        return known().vendor();
    }

    private CompletionStage<Observed<ProductSeats>> seatsOf(CustomerId customer) {
        return port().seats(customer, truth().product());
    }

    @Test
    void tellsTheSeatsAndWhereTheyCameFrom() {
        assertThat(truth().purchased().isReported()).as("the truth has a count").isTrue();

        Observed<ProductSeats> seats = ContractAssertions.value(seatsOf(known()));

        assertThat(seats.value()).isEqualTo(truth());
        ContractAssertions.provenance(seats.provenance(), vendor());
    }

    @Test
    void keepsAnAbsentCountApartFromZero() {
        Observed<ProductSeats> seats = ContractAssertions.value(port().seats(known(), uncounted()));

        assertThat(seats.value()).isEqualTo(new ProductSeats(known(), uncounted(), Quantity.unreported()));
    }

    @Test
    void asksAnewForEachCall() {
        List<String> before = requests();
        ContractAssertions.value(seatsOf(known()));
        int first = requests().size() - before.size();
        ContractAssertions.value(seatsOf(known()));

        assertThat(first).as("requests for the first call").isPositive();
        assertThat(requests()).as("requests after the second call").hasSize(before.size() + 2 * first);
    }

    @Test
    void sendsTheProductsCodeAsItIs() {
        int before = requests().size();
        ContractAssertions.value(seatsOf(known()));

        assertThat(requests().subList(before, requests().size()))
                .anySatisfy(request ->
                        assertThat(request).contains(truth().product().code().value()));
    }

    @Test
    void findsNothingOfACustomerThatTheVendorDoesNotKnow() {
        ContractAssertions.failure(seatsOf(unknownCustomer()), FailureKind.NOT_FOUND, vendor());
    }

    @Test
    void refusesTheCustomerOfAnotherVendorAndSendsNothing() {
        List<String> before = requests();

        ContractAssertions.failure(seatsOf(ContractAssertions.foreign(known())), FailureKind.INVALID_REQUEST, vendor());

        assertThat(requests()).isEqualTo(before);
    }

    @Test
    void sendsTheCustomersIdAsItIsSpelled() {
        for (CustomerId spelling : ContractAssertions.spellings(known())) {
            int before = requests().size();
            assertThat(ContractAssertions.value(seatsOf(spelling)).value()).isEqualTo(truth());
            ContractAssertions.spelled(
                    spelling, requests().subList(before, requests().size()));
        }
    }

    @Test
    void endsTheExchangeWhenTheFutureIsCancelled() {
        ContractAssertions.endsWithItsFuture(ContractAssertions.stalled(stall()), () -> seatsOf(known()));
    }
}
