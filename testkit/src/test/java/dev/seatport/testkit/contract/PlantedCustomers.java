package dev.seatport.testkit.contract;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.customers.CustomerDirectory;
import dev.seatport.ports.failure.VendorException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.condition.EnabledIf;

/** Contract of a planted port. Runs only in {@link ContractsNoticeTest}. */
@EnabledIf("dev.seatport.testkit.contract.PlantedVendor#isPlanted")
class PlantedCustomers extends CustomerDirectoryContract {
    private final PlantedVendor vendor = new PlantedVendor();
    private boolean broken;
    private boolean confused;

    @Override
    protected CustomerDirectory port() {
        return new CustomerDirectory() {
            @Override
            public CompletionStage<Observed<Customer>> find(CustomerId id) {
                if (confused && !vendor.has(PlantedDefect.RETURNS_ANOTHER_CUSTOMER)) {
                    return CompletableFuture.failedFuture(VendorException.builder(
                                    FailureKind.MALFORMED_ANSWER, AcmeFakes.VENDOR, "planted", "another customer")
                            .build());
                }
                return PlantedCall.of(vendor, id, vendor.spelled(id), confused ? truth().get(1) : lookedUp());
            }

            @Override
            public CompletionStage<Long> suspectResponseCount() {
                return CompletableFuture.completedFuture(0L);
            }

            @Override
            public Flow.Publisher<Observed<Customer>> all() {
                return new PlantedListing<>(
                        vendor,
                        "the listing",
                        broken ? truth().subList(0, 1) : truth(),
                        broken ? AcmeFakes.down() : null);
            }

            @Override
            public CompletionStage<Quantity> count() {
                return CompletableFuture.completedFuture(Quantity.of(vendor.has(PlantedDefect.MISCOUNTS) ? 1 : 2));
            }
        };
    }

    @Override
    protected List<Customer> truth() {
        return List.of(AcmeFakes.customer(AcmeFakes.CAFE, null), AcmeFakes.customer(AcmeFakes.BAKERY, "Norway"));
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
    protected ListingFailurePoint breakOff() {
        broken = true;
        return new ListingFailurePoint(1, FailureKind.UNAVAILABLE);
    }

    @Override
    protected boolean confuseLookups() {
        confused = true;
        return true;
    }

    @Override
    protected Optional<StalledVendor> stall() {
        return Optional.of(vendor.stall());
    }
}
