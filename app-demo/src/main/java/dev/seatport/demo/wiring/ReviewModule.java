package dev.seatport.demo.wiring;

import dagger.Provides;
import dev.seatport.application.review.FleetReview;
import dev.seatport.application.review.SeatVendorPorts;
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
        VendorPlugin plugin = vendorRegistry.seats();
        vendorRegistry.licensesOfReview();
        SeatVendorPorts seats = plugin.seatPorts();
        FleetReview.Builder review = vendorRegistry
                .licensePorts()
                .map(licenses -> FleetReview.builder(seats, licenses))
                .orElseGet(() -> FleetReview.builder(seats))
                .zone(ZoneId.systemDefault());
        vendorRegistry.rowsPerCustomer().ifPresent(review::rowsPerCustomer);
        return review.build();
    }

    @Provides
    @Singleton
    static CallListener callListener(Metrics metrics) {
        return metrics.callListener();
    }
}
