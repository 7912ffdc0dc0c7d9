package dev.seatport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerServiceStatus;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.testkit.wait.Await;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Contract of {@link CustomerDirectory}. The author of an adapter extends this class. */
public abstract class CustomerDirectoryContract extends ListingContract<Customer> {
    /** For subclasses. */
    protected CustomerDirectoryContract() {}

    /** Returns the port under test. */
    protected abstract CustomerDirectory port();

    /** Returns an id in the format of the vendor that the vendor does not have. */
    protected abstract CustomerId unknownCustomer();

    /**
     * Returns the expected result of a lookup of the first customer of {@link #truth()}. Default: the customer itself. Override it
     * for a vendor that reports other fields of a single customer than in its listing.
     */
    protected Customer lookedUp() {
        return truth().get(0);
    }

    /**
     * Makes the vendor respond to lookups with another customer of {@link #truth()}, from now on.
     *
     * @return whether the vendor has a request for one customer. Default: {@code false}; the test is then skipped
     */
    protected boolean confuseLookups() {
        return false;
    }

    private CustomerId known() {
        return lookedUp().id();
    }

    @Override
    final Flow.Publisher<Observed<Customer>> listing() {
        return port().all();
    }

    @Override
    final Vendor vendor() {
        return truth().get(0).id().vendor();
    }

    @Override
    final boolean hasAbsentValue(Customer row) {
        return row.organization().isEmpty()
                || row.ownerEmail().isEmpty()
                || row.country().isEmpty()
                || row.tenants().isEmpty()
                || row.status() == CustomerServiceStatus.UNKNOWN;
    }

    @Test
    void countsItsCustomersOrSendsNothing() {
        int before = requests().size();

        Quantity count = Await.result(port().count());

        if (count.isReported()) {
            assertThat(count).isEqualTo(Quantity.of(truth().size()));
        } else {
            assertThat(requests()).hasSize(before);
        }
    }

    @Test
    void findsACustomerAndItsProvenance() {
        Observed<Customer> found = Await.result(port().find(known()));

        assertThat(found.value()).isEqualTo(lookedUp());
        ContractAssertions.assertProvenance(found.provenance(), vendor());
    }

    @Test
    void sendsNewRequestsForEachLookup() {
        List<String> before = requests();
        Await.result(port().find(known()));
        int first = requests().size() - before.size();
        Await.result(port().find(known()));

        assertThat(first).as("requests for the first look").isPositive();
        assertThat(requests()).as("requests after the second look").hasSize(before.size() + 2 * first);
    }

    @Test
    void doesNotFindAnUnknownCustomer() {
        ContractAssertions.failure(port().find(unknownCustomer()), FailureKind.NOT_FOUND, vendor());
    }

    @Test
    void failsIfTheResponseIsAboutAnotherCustomer() {
        if (!confuseLookups()) {
            throw new TestAbortedException("this vendor has no request for one customer");
        }

        ContractAssertions.failure(port().find(known()), FailureKind.MALFORMED_ANSWER, vendor());
    }

    @Test
    void rejectsALookupOfAnotherVendorsCustomerAndSendsNothing() {
        List<String> before = requests();

        ContractAssertions.failure(
                port().find(ContractAssertions.foreign(known())), FailureKind.INVALID_REQUEST, vendor());

        assertThat(requests()).isEqualTo(before);
    }

    @Test
    void throwsNothingForALookupOfAnotherVendorsCustomer() {
        assertThatCode(() -> port().find(ContractAssertions.foreign(known())))
                .as("exception out of the port")
                .doesNotThrowAnyException();
    }

    @Test
    void findsACustomerInAnyLetterCaseAndSendsTheIdUnchanged() {
        for (CustomerId spelling : ContractAssertions.spellings(known())) {
            int before = requests().size();
            assertThat(Await.result(port().find(spelling)).value().id()).isEqualTo(known());
            ContractAssertions.assertUnchanged(
                    spelling, requests().subList(before, requests().size()));
        }
    }

    @Test
    void closesTheExchangeWhenTheFutureIsCancelled() {
        ContractAssertions.assertClosedOnCancel(ContractAssertions.stalled(stall()), () -> port().find(known()));
    }
}
