package dev.seatport.demo.wiring;

import dagger.Provides;
import dev.seatport.application.review.FleetReview;
import dev.seatport.avepoint.AvePoint;
import dev.seatport.c3.C3;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.review.SeatReview;
import jakarta.inject.Singleton;
import java.time.ZoneId;

/** The use case, with seats and licenses from the vendors that the settings choose. */
@dagger.Module
interface ReviewModule {
    /** What this command line is for, unless the settings say otherwise; the core knows nothing of it. */
    @Provides
    static VendorRegistry.DefaultVendors defaultVendors() {
        return new VendorRegistry.DefaultVendors(AvePoint.VENDOR, C3.VENDOR);
    }

    @Provides
    static SeatReview review(VendorRegistry vendorRegistry) {
        // Who is asked is settled before the settings of anybody are read.
        vendorRegistry.requireChosen();
        FleetReview.Builder review = FleetReview.builder(vendorRegistry.seatSources(), vendorRegistry.licenseSources())
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
