package dev.seatport.demo.wiring;

import dagger.Provides;
import dev.seatport.application.review.FleetReview;
import dev.seatport.demo.plugin.VendorPlugin;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.review.SeatReview;
import jakarta.inject.Singleton;
import java.time.ZoneId;

/** Provides the review of the vendors that the settings select. */
@dagger.Module
interface ReviewModule {
    @Provides
    static SeatReview review(VendorRegistry vendorRegistry) {
        // Selects the vendors before the settings of a vendor are read.
        VendorPlugin seats = vendorRegistry.seats();
        VendorPlugin licenses = vendorRegistry.licenses();
        FleetReview.Builder review =
                FleetReview.builder(seats.seatPorts(), licenses.licensePorts()).zone(ZoneId.systemDefault());
        vendorRegistry.rowsPerCustomer().ifPresent(review::rowsPerCustomer);
        return review.build();
    }

    @Provides
    @Singleton
    static CallListener callListener(Metrics metrics) {
        return metrics.callListener();
    }
}
