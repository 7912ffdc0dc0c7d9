package dev.seatport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.testkit.wait.TestSubscriber;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/**
 * Contract of the listings of one customer: {@link ListingContract} and the use of the customer id. The contracts of the ports
 * extend this class; authors of adapters extend those.
 *
 * @param <T> the type of a row
 */
public abstract class PerCustomerListingContract<T> extends ListingContract<T> {
    PerCustomerListingContract() {}

    /** Returns an id in the format of the vendor that the vendor does not have. */
    protected abstract CustomerId unknownCustomer();

    /**
     * Returns the failure kind for {@link #unknownCustomer()}. Default: {@code NOT_FOUND}. Override it for a vendor that rejects
     * such a request.
     */
    protected FailureKind whenUnknown() {
        return FailureKind.NOT_FOUND;
    }

    /** Returns the listing of {@link #listing()} for another customer. */
    abstract Flow.Publisher<Observed<T>> listingOf(CustomerId customer);

    /** Returns the customer of the rows of {@link #truth()}. */
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
    void rejectsAnotherVendorsCustomerAndSendsNothing() {
        List<String> before = requests();

        assertFailsWithoutRows(ContractAssertions.foreign(knownCustomer()), FailureKind.INVALID_REQUEST);

        assertThat(requests()).isEqualTo(before);
    }

    @Test
    void throwsNothingForAnotherVendorsCustomer() {
        CustomerId foreign = ContractAssertions.foreign(knownCustomer());

        assertThatCode(() -> TestSubscriber.everything(listingOf(foreign)))
                .as("exception out of the port or of subscribe")
                .doesNotThrowAnyException();
    }

    @Test
    void failsForAnUnknownCustomer() {
        assertFailsWithoutRows(unknownCustomer(), whenUnknown());
    }

    @Test
    void sendsTheCustomerIdUnchanged() {
        for (CustomerId spelling : ContractAssertions.spellings(knownCustomer())) {
            int before = requests().size();
            TestSubscriber.everything(listingOf(spelling));
            ContractAssertions.assertUnchanged(
                    spelling, requests().subList(before, requests().size()));
        }
    }

    private void assertFailsWithoutRows(CustomerId customer, FailureKind kind) {
        TestSubscriber<Observed<T>> subscriber =
                TestSubscriber.on(listingOf(customer)).request(Long.MAX_VALUE);

        TestSubscriber.Outcome<Observed<T>> outcome = subscriber.rest();

        assertThat(outcome.rows()).isEmpty();
        ContractAssertions.failure(outcome.failure(), kind, vendor());
        subscriber.silence("the listing is over");
    }
}
