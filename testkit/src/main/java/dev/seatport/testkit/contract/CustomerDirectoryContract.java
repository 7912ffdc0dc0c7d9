package dev.seatport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.CustomerStatus;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.customers.CustomerDirectory;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** How every {@link CustomerDirectory} behaves. Whoever writes an adapter extends it, and passes. */
public abstract class CustomerDirectoryContract extends ListingContract<Customer> {
    /** For the contract test of an adapter. */
    protected CustomerDirectoryContract() {}

    /** The port under test. */
    protected abstract CustomerDirectory port();

    /** An id of this vendor's form that the vendor does not know. */
    protected abstract CustomerId unknownCustomer();

    /**
     * What looking the first customer of {@link #truth()} up shows: the same, unless it is overridden for a vendor that
     * reports less, or more, of a single customer.
     */
    protected Customer lookedUp() {
        return truth().get(0);
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
    final boolean lacksSomething(Customer row) {
        return row.organization().isEmpty()
                || row.ownerEmail().isEmpty()
                || row.country().isEmpty()
                || row.tenants().isEmpty()
                || row.status() == CustomerStatus.UNKNOWN;
    }

    @Test
    void countsItsCustomersOrSendsNothing() {
        int before = requests().size();

        Quantity count = ContractAssertions.value(port().count());

        if (count.isReported()) {
            assertThat(count).isEqualTo(Quantity.of(truth().size()));
        } else {
            assertThat(requests()).hasSize(before);
        }
    }

    @Test
    void findsACustomerAndSaysWhereItCameFrom() {
        Observed<Customer> found = ContractAssertions.value(port().find(known()));

        assertThat(found.value()).isEqualTo(lookedUp());
        ContractAssertions.provenance(found.provenance(), vendor());
    }

    @Test
    void asksAnewForEachCustomerThatIsLookedUp() {
        List<String> before = requests();
        ContractAssertions.value(port().find(known()));
        int first = requests().size() - before.size();
        ContractAssertions.value(port().find(known()));

        assertThat(first).as("requests for the first look").isPositive();
        assertThat(requests()).as("requests after the second look").hasSize(before.size() + 2 * first);
    }

    @Test
    void doesNotFindACustomerThatTheVendorDoesNotKnow() {
        ContractAssertions.failure(port().find(unknownCustomer()), FailureKind.NOT_FOUND, vendor());
    }

    @Test
    void refusesToFindTheCustomerOfAnotherVendorAndSendsNothing() {
        List<String> before = requests();

        ContractAssertions.failure(
                port().find(ContractAssertions.foreign(known())), FailureKind.INVALID_REQUEST, vendor());

        assertThat(requests()).isEqualTo(before);
    }

    @Test
    void findsACustomerWhateverTheLetterCaseAndSendsTheIdAsItIsSpelled() {
        for (CustomerId spelling : ContractAssertions.spellings(known())) {
            int before = requests().size();
            assertThat(ContractAssertions.value(port().find(spelling)).value().id())
                    .isEqualTo(known());
            ContractAssertions.spelled(
                    spelling, requests().subList(before, requests().size()));
        }
    }

    @Test
    void endsTheExchangeWhenTheFutureIsCancelled() {
        ContractAssertions.endsWithItsFuture(ContractAssertions.stalled(stall()), () -> port().find(known()));
    }
}
