package dev.seatport.demo.wiring;

import dagger.Provides;
import dev.seatport.application.review.FleetReview;
import dev.seatport.avepoint.AvePoint;
import dev.seatport.c3.C3;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.review.SeatReview;
import jakarta.inject.Singleton;
import java.time.ZoneId;

/** Provides the review of the vendors that the settings select. */
@dagger.Module
interface ReviewModule {
    /** Provides the default vendors of this command line. The core has no defaults. */
    @Provides
    static VendorRegistry.DefaultReviewVendors defaultVendors() {
        return new VendorRegistry.DefaultReviewVendors(AvePoint.VENDOR, C3.VENDOR);
    }

    @Provides
    static SeatReview review(VendorRegistry vendorRegistry) {
        // Selects the vendors before the settings of a vendor are read.
        vendorRegistry.requireSelected();
        FleetReview.Builder review = FleetReview.builder(vendorRegistry.seatPorts(), vendorRegistry.licensePorts())
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
