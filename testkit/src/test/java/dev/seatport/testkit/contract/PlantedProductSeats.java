package dev.seatport.testkit.contract;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.seats.PurchasedSeatSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIf;

/** Contract of a planted port. Runs only in {@link ContractsNoticeTest}. */
@EnabledIf("dev.seatport.testkit.contract.PlantedVendor#isPlanted")
class PlantedProductSeats extends PurchasedSeatSourceContract {
    private final PlantedVendor vendor = new PlantedVendor();

    @Override
    protected PurchasedSeatSource port() {
        return (customer, product) -> {
            String code = vendor.has(PlantedDefect.RENAMES_PRODUCTS)
                    ? ""
                    : product.code().value();
            return PlantedCall.of(
                    vendor,
                    customer,
                    vendor.spelled(customer) + code,
                    new PurchasedSeats(customer, product, count(product)));
        };
    }

    private Quantity count(Product product) {
        return product.equals(uncounted()) && !vendor.has(PlantedDefect.REPORTS_ABSENT_AS_ZERO)
                ? Quantity.unreported()
                : Quantity.of(0);
    }

    @Override
    protected PurchasedSeats truth() {
        return new PurchasedSeats(AcmeFakes.CAFE, Product.unnamed(new ProductCode("p-7")), Quantity.of(0));
    }

    @Override
    protected Product uncounted() {
        return Product.unnamed(new ProductCode("p-8"));
    }

    @Override
    protected CustomerId unknownCustomer() {
        return AcmeFakes.UNKNOWN_CUSTOMER;
    }

    @Override
    protected List<String> requests() {
        return vendor.sent();
    }

    @Override
    protected Optional<StalledVendor> stall() {
        return Optional.of(vendor.stall());
    }
}
