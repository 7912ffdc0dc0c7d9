package dev.seatport.application.ledger;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.ports.seats.PurchasedSeatSource;
import dev.seatport.testkit.contract.PurchasedSeatSourceContract;
import dev.seatport.testkit.fake.InMemoryPurchasedSeatSource;
import java.util.List;

class RecordedPurchasedSeatsContractTest extends PurchasedSeatSourceContract {
    private final RecordedPorts ports = new RecordedPorts();

    @Override
    protected PurchasedSeatSource port() {
        return ports.recordedSeats().productSeats();
    }

    @Override
    protected PurchasedSeats truth() {
        return RecordedPorts.PURCHASED;
    }

    @Override
    protected Product uncounted() {
        return RecordedPorts.UNCOUNTED;
    }

    @Override
    protected CustomerId unknownCustomer() {
        return RecordedPorts.UNKNOWN_CUSTOMER;
    }

    @Override
    protected List<String> requests() {
        return ports.productSeats.queries().stream()
                .filter(query -> query.customer().vendor().equals(RecordedPorts.VENDOR))
                .map(InMemoryPurchasedSeatSource.Query::toString)
                .toList();
    }
}
