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
            Acme.seats("one", Quantity.of(0)),
            Acme.seats("another", Quantity.unreported()),
            Acme.seats("third", Quantity.of(-2)));
    private final InMemoryTenantSeatSource fake =
            new InMemoryTenantSeatSource(Acme.VENDOR).with(seats.toArray(TenantSeats[]::new));

    @Override
    protected TenantSeatSource port() {
        return fake;
    }

    @Override
    protected TenantSeatQuery query() {
        return TenantSeatQuery.all(Acme.CAFE, TenantKind.MICROSOFT_365);
    }

    @Override
    protected List<TenantSeats> truth() {
        return seats;
    }

    @Override
    protected CustomerId unknownCustomer() {
        return Acme.NOBODY;
    }

    /** The fake remembers what it refused, too: that was not sent. */
    @Override
    protected List<String> requests() {
        return fake.asked().stream()
                .filter(query -> query.customer().vendor().equals(Acme.VENDOR))
                .map(TenantSeatQuery::toString)
                .toList();
    }

    @Override
    protected BreakOff breakOff() {
        fake.fail(Acme.CAFE, 2, Acme.down());
        return new BreakOff(2, FailureKind.UNAVAILABLE);
    }
}
