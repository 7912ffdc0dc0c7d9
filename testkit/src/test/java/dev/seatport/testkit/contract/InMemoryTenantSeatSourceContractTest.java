package dev.seatport.testkit.contract;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.seats.TenantSeatQuery;
import dev.seatport.ports.seats.TenantSeatSource;
import dev.seatport.testkit.fake.InMemoryTenantSeatSource;
import java.util.List;

class InMemoryTenantSeatSourceContractTest extends TenantSeatSourceContract {
    private final List<TenantSeats> seats = List.of(
            AcmeFakes.seats("one", Quantity.of(0)),
            AcmeFakes.seats("another", Quantity.unreported()),
            AcmeFakes.seats("third", Quantity.of(-2)));
    private final InMemoryTenantSeatSource fake =
            new InMemoryTenantSeatSource(AcmeFakes.VENDOR).with(seats.toArray(TenantSeats[]::new));

    @Override
    protected TenantSeatSource port() {
        return fake;
    }

    @Override
    protected TenantSeatQuery query() {
        return TenantSeatQuery.all(AcmeFakes.CAFE, TenantKind.MICROSOFT_365);
    }

    @Override
    protected List<TenantSeats> truth() {
        return seats;
    }

    @Override
    protected CustomerId unknownCustomer() {
        return AcmeFakes.UNKNOWN_CUSTOMER;
    }

    /** The fake also records rejected queries, which an adapter does not send. */
    @Override
    protected List<String> requests() {
        return fake.queries().stream()
                .filter(query -> query.customer().vendor().equals(AcmeFakes.VENDOR))
                .map(TenantSeatQuery::toString)
                .toList();
    }

    @Override
    protected ListingFailurePoint breakOff() {
        fake.fail(AcmeFakes.CAFE, 2, AcmeFakes.down());
        return new ListingFailurePoint(2, FailureKind.UNAVAILABLE);
    }
}
