package dev.seatport.application.ledger;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.ports.seats.TenantSeatSource;
import dev.seatport.testkit.contract.ListingFailurePoint;
import dev.seatport.testkit.contract.TenantSeatSourceContract;
import java.util.List;
import org.opentest4j.TestAbortedException;

class ReplayedTenantSeatsContractTest extends TenantSeatSourceContract {
    private final ReplayedPorts ports = new ReplayedPorts();

    @Override
    protected TenantSeatSource port() {
        return ports.sources().seats(RecordedPorts.VENDOR).tenantSeats();
    }

    @Override
    protected TenantSeatQuery query() {
        return TenantSeatQuery.all(RecordedPorts.CAFE, TenantKind.MICROSOFT_365);
    }

    @Override
    protected List<TenantSeats> truth() {
        return RecordedPorts.SEATS;
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
        throw new TestAbortedException("a ledger keeps no rows of a reading that failed");
    }
}
