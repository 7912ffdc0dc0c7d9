package dev.seatport.reports.output;

import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How seats and the products that they are of are shown. */
public final class SeatShapes {
    public static final Shape<TenantSeats> TENANT_SEATS = new Shape<>(List.of(
            new Column<>("tenantId", "tenant", seats -> seats.tenant().id().value()),
            new Column<>("tenantName", "name", seats -> seats.tenant().name()),
            new Column<>("kind", "kind", seats -> seats.tenant().kind().name()),
            new Column<>("assigned", "assigned", seats -> number(seats.assigned())),
            new Column<>("available", "available", seats -> number(seats.available())),
            Column.ifAny("note", "note", Notes::of)));

    public static final Shape<ProductSeats> PRODUCT_SEATS = new Shape<>(List.of(
            new Column<>("productCode", "code", seats -> seats.product().code().value()),
            new Column<>("productName", "product", seats -> seats.product().name()),
            new Column<>("purchased", "purchased", seats -> number(seats.purchased())),
            Column.ifAny("note", "note", Notes::of)));

    public static final Shape<Product> PRODUCTS = new Shape<>(List.of(
            new Column<>("productCode", "code", product -> product.code().value()),
            new Column<>("productName", "product", Product::name),
            new Column<>(
                    "covers",
                    "covers",
                    product ->
                            product.covers() == null ? null : product.covers().name())));

    private SeatShapes() {}

    /** A count as a number; what was not reported stays absent. */
    static @Nullable Long number(Quantity quantity) {
        return quantity.isReported() ? quantity.count().getAsLong() : null;
    }
}
