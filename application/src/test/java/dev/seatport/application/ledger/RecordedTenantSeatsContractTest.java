package dev.seatport.application.ledger;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.ports.seats.TenantSeatSource;
import dev.seatport.testkit.contract.ListingFailurePoint;
import dev.seatport.testkit.contract.TenantSeatSourceContract;
import java.util.List;

class RecordedTenantSeatsContractTest extends TenantSeatSourceContract {
    private final RecordedPorts ports = new RecordedPorts();

    @Override
    protected TenantSeatSource port() {
        return ports.recordedSeats().tenantSeats();
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
        return ports.tenantSeats.queries().stream()
                .filter(query -> query.customer().vendor().equals(RecordedPorts.VENDOR))
                .map(TenantSeatQuery::toString)
                .toList();
    }

    @Override
    protected ListingFailurePoint breakOff() {
        ports.tenantSeats.fail(RecordedPorts.CAFE, 2, RecordedPorts.down());
        return new ListingFailurePoint(2, FailureKind.UNAVAILABLE);
    }
}
