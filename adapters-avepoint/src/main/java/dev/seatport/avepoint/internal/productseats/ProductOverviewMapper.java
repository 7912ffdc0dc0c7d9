package dev.seatport.avepoint.internal.productseats;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductSeats;
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

/** What a product's overview means. */
@Mapper(unmappedSourcePolicy = ReportingPolicy.ERROR, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface ProductOverviewMapper {
    /** What the overview was asked for. */
    record RowContext(CustomerId customer, Product product, ResponseContext answer) {}

    @BeanMapping(ignoreUnmappedSourceProperties = {"productType", "purchasedUserSeat", "availableUserSeat"})
    @Mapping(target = "customer", expression = "java(rowContext.customer())")
    @Mapping(target = "product", source = "overview", qualifiedByName = "product")
    @Mapping(target = "purchased", source = "overview", qualifiedByName = "purchased")
    @Mapping(target = "countMissing", expression = "java(overview.lacksCount())")
    ProductSeats toSeats(ProductOverviewDto overview, @Context RowContext rowContext);

    /** An overview of another product would put that one's number beside this one's name. */
    @Named("product")
    default Product product(ProductOverviewDto overview, @Context RowContext rowContext) {
        String answered = overview.productType();
        if (answered == null || answered.isBlank()) {
            requireSomeCount(overview, rowContext);
            rowContext.answer().drift("$.productType", "missing");
        } else if (!answered.strip().equals(rowContext.product().code().value())) {
            throw rowContext.answer().malformed("$.productType", "another product than the one asked about");
        }
        return rowContext.product();
    }

    private static void requireSomeCount(ProductOverviewDto overview, RowContext rowContext) {
        if (overview.purchased() == null && overview.available() == null) {
            throw rowContext.answer().malformed("$", "neither a product nor its seats");
        }
    }

    @Named("purchased")
    default Quantity purchased(ProductOverviewDto overview, @Context RowContext rowContext) {
        @Nullable Long current = overview.purchased();
        if (current != null || overview.available() == null) {
            return Quantities.natural(current, "$.purchasedUserSeat", rowContext.answer());
        }
        rowContext.answer().drift("$.availableUserSeat", "the older name of purchasedUserSeat");
        return Quantities.natural(overview.available(), "$.availableUserSeat", rowContext.answer());
    }
}
