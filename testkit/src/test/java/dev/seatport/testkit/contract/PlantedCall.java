package dev.seatport.testkit.contract;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.failure.VendorException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Call with a defect. */
final class PlantedCall<T> extends CompletableFuture<Observed<T>> {
    private final PlantedVendor vendor;

    private PlantedCall(PlantedVendor vendor) {
        this.vendor = vendor;
    }

    static <T> PlantedCall<T> of(PlantedVendor vendor, CustomerId customer, String request, T result) {
        PlantedCall<T> call = new PlantedCall<>(vendor);
        Optional<VendorException> rejection = vendor.rejection(customer);
        if (rejection.isPresent()) {
            vendor.throwIfPlanted(rejection.get());
            call.completeExceptionally(rejection.get());
            return call;
        }
        vendor.send(request);
        if (!vendor.isStalled()) {
            call.complete(vendor.observed(result, 1));
        }
        return call;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (!vendor.has(PlantedDefect.IGNORES_CANCEL)) {
            vendor.disconnect();
        }
        return super.cancel(mayInterruptIfRunning);
    }
}
