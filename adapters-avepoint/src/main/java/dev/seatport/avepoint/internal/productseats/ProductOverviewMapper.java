package dev.seatport.avepoint.internal.productseats;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.http.spi.AnswerContext;
import dev.seatport.http.spi.Counts;
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
    record Asked(CustomerId customer, Product product, AnswerContext answer) {}

    @BeanMapping(ignoreUnmappedSourceProperties = {"productType", "purchasedUserSeat", "availableUserSeat"})
    @Mapping(target = "customer", expression = "java(asked.customer())")
    @Mapping(target = "product", source = "overview", qualifiedByName = "product")
    @Mapping(target = "purchased", source = "overview", qualifiedByName = "purchased")
    @Mapping(target = "countMissing", expression = "java(overview.lacksCount())")
    ProductSeats toSeats(ProductOverviewDto overview, @Context Asked asked);

    /** An overview of another product would put that one's number beside this one's name. */
    @Named("product")
    default Product product(ProductOverviewDto overview, @Context Asked asked) {
        String answered = overview.productType();
        if (answered == null || answered.isBlank()) {
            requireSomeCount(overview, asked);
            asked.answer().drift("$.productType", "missing");
        } else if (!answered.strip().equals(asked.product().code().value())) {
            throw asked.answer().malformed("$.productType", "another product than the one asked about");
        }
        return asked.product();
    }

    private static void requireSomeCount(ProductOverviewDto overview, Asked asked) {
        if (overview.purchased() == null && overview.available() == null) {
            throw asked.answer().malformed("$", "neither a product nor its seats");
        }
    }

    @Named("purchased")
    default Quantity purchased(ProductOverviewDto overview, @Context Asked asked) {
        @Nullable Long current = overview.purchased();
        if (current != null || overview.available() == null) {
            return Counts.natural(current, "$.purchasedUserSeat", asked.answer());
        }
        asked.answer().drift("$.availableUserSeat", "the older name of purchasedUserSeat");
        return Counts.natural(overview.available(), "$.availableUserSeat", asked.answer());
    }
}
