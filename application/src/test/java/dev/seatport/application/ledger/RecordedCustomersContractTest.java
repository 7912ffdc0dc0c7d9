package dev.seatport.application.ledger;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.testkit.contract.CustomerDirectoryContract;
import dev.seatport.testkit.contract.ListingFailurePoint;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

class RecordedCustomersContractTest extends CustomerDirectoryContract {
    private final RecordedPorts ports = new RecordedPorts();

    @Override
    protected CustomerDirectory port() {
        return ports.recordedSeats().customers();
    }

    @Override
    protected List<Customer> truth() {
        return RecordedPorts.CUSTOMERS;
    }

    @Override
    protected CustomerId unknownCustomer() {
        return RecordedPorts.UNKNOWN_CUSTOMER;
    }

    @Override
    protected List<String> requests() {
        return Stream.concat(
                        Collections.nCopies(ports.customers.listings(), "the listing").stream(),
                        ports.customers.queries().stream()
                                .filter(id -> id.vendor().equals(RecordedPorts.VENDOR))
                                .map(CustomerId::value))
                .toList();
    }

    @Override
    protected ListingFailurePoint breakOff() {
        ports.customers.failListing(1, RecordedPorts.down());
        return new ListingFailurePoint(1, FailureKind.UNAVAILABLE);
    }
}
