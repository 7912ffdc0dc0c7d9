package dev.seatport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.testkit.wait.TestSubscriber;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/**
 * What the listings about one customer have in common, beyond what all listings have: what becomes of the customer's id.
 * Extended by the contracts of the ports; adapters extend those.
 *
 * @param <T> what the rows are
 */
public abstract class CustomerListingContract<T> extends ListingContract<T> {
    CustomerListingContract() {}

    /** An id of this vendor's form that the vendor does not know. */
    protected abstract CustomerId unknownCustomer();

    /**
     * What asking about {@link #unknownCustomer()} ends with: {@code NOT_FOUND}, unless it is overridden for a vendor that
     * answers such a question with a refusal.
     */
    protected FailureKind whenUnknown() {
        return FailureKind.NOT_FOUND;
    }

    /** Asks what {@link #listing()} asks, about another customer. */
    abstract Flow.Publisher<Observed<T>> listingOf(CustomerId customer);

    /** Whose rows {@link #truth()} holds. */
    abstract CustomerId knownCustomer();

    @Override
    final Flow.Publisher<Observed<T>> listing() {
        return listingOf(knownCustomer());
    }

    @Override
    final Vendor vendor() {
        return knownCustomer().vendor();
    }

    @Test
    void refusesTheCustomerOfAnotherVendorAndSendsNothing() {
        List<String> before = requests();

        failsWithoutRows(ContractAssertions.foreign(knownCustomer()), FailureKind.INVALID_REQUEST);

        assertThat(requests()).isEqualTo(before);
    }

    @Test
    void failsForACustomerThatTheVendorDoesNotKnow() {
        failsWithoutRows(unknownCustomer(), whenUnknown());
    }

    @Test
    void sendsTheCustomersIdAsItIsSpelled() {
        for (CustomerId spelling : ContractAssertions.spellings(knownCustomer())) {
            int before = requests().size();
            TestSubscriber.everything(listingOf(spelling));
            ContractAssertions.spelled(
                    spelling, requests().subList(before, requests().size()));
        }
    }

    private void failsWithoutRows(CustomerId customer, FailureKind kind) {
        TestSubscriber<Observed<T>> subscriber =
                TestSubscriber.on(listingOf(customer)).request(Long.MAX_VALUE);

        TestSubscriber.Outcome<Observed<T>> outcome = subscriber.rest();

        assertThat(outcome.rows()).isEmpty();
        ContractAssertions.failure(outcome.failure(), kind, vendor());
        subscriber.silence("the listing is over");
    }
}
