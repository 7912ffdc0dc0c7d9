package dev.seatport.avepoint;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.ports.seats.PurchasedSeatSource;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.faults.SchemaChange;
import dev.seatport.sandbox.fleet.SimulatedCustomer;
import dev.seatport.testkit.contract.PurchasedSeatSourceContract;
import dev.seatport.testkit.contract.StalledVendor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;

class AvePointProductSeatSourceContractTest extends PurchasedSeatSourceContract {
    private static final int BACKUP = 2048;
    /** Product of the customer at index 1. */
    private static final int MY_HUB = 60;

    @RegisterExtension
    final ConnectedAvePoint vendor = new ConnectedAvePoint(2, 1, AvePointApiVersion.CURRENT);

    private static Product product(int code) {
        return AvePoint.catalogue().byCode(new ProductCode(String.valueOf(code)));
    }

    @Override
    protected PurchasedSeatSource port() {
        return vendor.adapter().productSeats();
    }

    @Override
    protected PurchasedSeats truth() {
        SimulatedCustomer customer = vendor.fleet().customer(1);
        return new PurchasedSeats(
                SandboxedAvePoint.id(customer),
                product(BACKUP),
                SandboxedAvePoint.quantity(customer.purchasedByProduct().get(BACKUP)));
    }

    /** Removes the counts from further responses. */
    @Override
    protected Product uncounted() {
        vendor.injectFaults(
                Fault.drift(SchemaChange.NULL, "purchasedUserSeat").at(RequestMatcher.of(RequestKind.PRODUCT_SEATS)));
        return product(MY_HUB);
    }

    @Override
    protected CustomerId unknownCustomer() {
        return new CustomerId(AvePoint.VENDOR, "no-such-customer");
    }

    @Override
    protected List<String> requests() {
        return vendor.requests();
    }

    @Override
    protected Optional<StalledVendor> stall() {
        return Optional.of(vendor.stall(RequestKind.PRODUCT_SEATS));
    }
}
