package dev.seatport.application.ledger;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.testkit.contract.CustomerDirectoryContract;
import dev.seatport.testkit.contract.ListingFailurePoint;
import java.util.List;
import org.opentest4j.TestAbortedException;

class ReplayedCustomersContractTest extends CustomerDirectoryContract {
    private final ReplayedPorts ports = new ReplayedPorts();

    @Override
    protected CustomerDirectory port() {
        return ports.sources().seats(RecordedPorts.VENDOR).customers();
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
        return List.copyOf(ports.requests);
    }

    @Override
    protected ListingFailurePoint breakOff() {
        throw new TestAbortedException("a listing that broke off has the customers of earlier readings too");
    }
}
