package dev.seatport.testkit.contract;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.seats.PurchasedSeatSource;
import dev.seatport.testkit.fake.InMemoryPurchasedSeatSource;
import java.util.List;

class InMemoryPurchasedSeatSourceContractTest extends PurchasedSeatSourceContract {
    private final PurchasedSeats counted =
            new PurchasedSeats(AcmeFakes.CAFE, Product.unnamed(new ProductCode("0")), Quantity.of(0));
    private final PurchasedSeats uncounted =
            new PurchasedSeats(AcmeFakes.CAFE, Product.unnamed(new ProductCode("1")), Quantity.unreported());
    private final InMemoryPurchasedSeatSource fake =
            new InMemoryPurchasedSeatSource(AcmeFakes.VENDOR).with(counted, uncounted);

    @Override
    protected PurchasedSeatSource port() {
        return fake;
    }

    @Override
    protected PurchasedSeats truth() {
        return counted;
    }

    @Override
    protected Product uncounted() {
        return uncounted.product();
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
                .map(InMemoryPurchasedSeatSource.Query::toString)
                .toList();
    }
}
