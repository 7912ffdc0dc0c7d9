package dev.seatport.testkit.contract;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.ProductSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.seats.ProductSeatSource;
import dev.seatport.testkit.fake.InMemoryProductSeatSource;
import java.util.List;

class InMemoryProductSeatSourceContractTest extends ProductSeatSourceContract {
    private final ProductSeats counted =
            new ProductSeats(AcmeFakes.CAFE, Product.unnamed(new ProductCode("0")), Quantity.of(0));
    private final ProductSeats uncounted =
            new ProductSeats(AcmeFakes.CAFE, Product.unnamed(new ProductCode("1")), Quantity.unreported());
    private final InMemoryProductSeatSource fake =
            new InMemoryProductSeatSource(AcmeFakes.VENDOR).with(counted, uncounted);

    @Override
    protected ProductSeatSource port() {
        return fake;
    }

    @Override
    protected ProductSeats truth() {
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
                .map(InMemoryProductSeatSource.Query::toString)
                .toList();
    }
}
