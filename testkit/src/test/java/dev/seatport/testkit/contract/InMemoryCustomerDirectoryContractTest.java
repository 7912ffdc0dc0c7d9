package dev.seatport.testkit.contract;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.testkit.fake.InMemoryCustomerDirectory;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

class InMemoryCustomerDirectoryContractTest extends CustomerDirectoryContract {
    private final List<Customer> customers =
            List.of(AcmeFakes.customer(AcmeFakes.CAFE, null), AcmeFakes.customer(AcmeFakes.BAKERY, "Norway"));
    private final InMemoryCustomerDirectory fake =
            new InMemoryCustomerDirectory(AcmeFakes.VENDOR).with(customers.toArray(Customer[]::new));

    @Override
    protected CustomerDirectory port() {
        return fake;
    }

    @Override
    protected List<Customer> truth() {
        return customers;
    }

    @Override
    protected CustomerId unknownCustomer() {
        return AcmeFakes.UNKNOWN_CUSTOMER;
    }

    /** The fake also records rejected queries, which an adapter does not send. */
    @Override
    protected List<String> requests() {
        return Stream.concat(
                        Collections.nCopies(fake.listings(), "the listing").stream(),
                        fake.queries().stream()
                                .filter(id -> id.vendor().equals(AcmeFakes.VENDOR))
                                .map(CustomerId::value))
                .toList();
    }

    @Override
    protected ListingFailurePoint breakOff() {
        fake.failListing(1, AcmeFakes.down());
        return new ListingFailurePoint(1, FailureKind.UNAVAILABLE);
    }
}
