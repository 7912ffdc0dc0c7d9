package dev.seatport.avepoint.internal.productseats;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.http.spi.Quantities;
import dev.seatport.http.spi.ResponseContext;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;

/** Maps the seat overview of a product to the domain. */
@Mapper(unmappedSourcePolicy = ReportingPolicy.ERROR, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface ProductOverviewMapper {
    /** Customer and product of the request. */
    record RowContext(CustomerId customer, Product product, ResponseContext response) {}

    @BeanMapping(ignoreUnmappedSourceProperties = {"productType", "purchasedUserSeat", "availableUserSeat"})
    @Mapping(target = "customer", expression = "java(context.customer())")
    @Mapping(target = "product", source = "overview", qualifiedByName = "product")
    @Mapping(target = "purchased", source = "overview", qualifiedByName = "purchased")
    @Mapping(target = "countMissing", expression = "java(overview.hasNoCountField())")
    PurchasedSeats toSeats(ProductOverviewDto overview, @Context RowContext context);

    /** Rejects an overview of another product: its count would be shown for the requested product. */
    @Named("product")
    default Product product(ProductOverviewDto overview, @Context RowContext context) {
        String returnedType = overview.productType();
        if (returnedType == null || returnedType.isBlank()) {
            requireAnyCount(overview, context);
            context.response().reportDrift("$.productType", "missing");
        } else if (!returnedType.strip().equals(context.product().code().value())) {
            throw context.response().malformed("$.productType", "the product type differs from the requested product");
        }
        return context.product();
    }

    private static void requireAnyCount(ProductOverviewDto overview, RowContext context) {
        if (overview.purchased() == null && overview.available() == null) {
            throw context.response().malformed("$", "no product type and no seat count");
        }
    }

    @Named("purchased")
    default Quantity purchased(ProductOverviewDto overview, @Context RowContext context) {
        @Nullable Long current = overview.purchased();
        if (current != null || overview.available() == null) {
            return Quantities.nonNegative(current, "$.purchasedUserSeat", context.response());
        }
        context.response().reportDrift("$.availableUserSeat", "older name of purchasedUserSeat");
        return Quantities.nonNegative(overview.available(), "$.availableUserSeat", context.response());
    }
}
