package dev.seatport.avepoint.internal.productseats;

import dev.seatport.avepoint.internal.productseats.ProductOverviewMapper.RowContext;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.http.VendorClient;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.seats.PurchasedSeatSource;
import java.util.concurrent.CompletionStage;

/** Purchased seats per product of AvePoint. Thread-safe. */
public final class AvePointPurchasedSeats implements PurchasedSeatSource {
    public static final VendorOperation OPERATION = ProductOverviewRequestFactory.OPERATION;

    private static final ProductOverviewMapper MAPPER = new ProductOverviewMapperImpl();

    private final VendorClient client;

    public AvePointPurchasedSeats(VendorClient client) {
        this.client = client;
    }

    @Override
    public CompletionStage<Observed<PurchasedSeats>> seats(CustomerId customer, Product product) {
        return client.fetch(
                () -> ProductOverviewRequestFactory.overview(customer, product.code()),
                ProductOverviewDto.class,
                (overview, path, context) -> MAPPER.toSeats(overview, new RowContext(customer, product, context)));
    }
}
