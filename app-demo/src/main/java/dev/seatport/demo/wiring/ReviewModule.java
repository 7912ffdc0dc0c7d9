package dev.seatport.demo.wiring;

import dagger.Provides;
import dev.seatport.application.review.FleetReview;
import dev.seatport.avepoint.AvePoint;
import dev.seatport.c3.C3;
import dev.seatport.ports.review.SeatReview;
import dev.seatport.ports.watch.VendorWatcher;
import jakarta.inject.Singleton;
import java.time.ZoneId;

/** The use case, with seats and licenses from the vendors that the settings choose. */
@dagger.Module
interface ReviewModule {
    /** What this command line is for, unless the settings say otherwise; the core knows nothing of it. */
    @Provides
    static Vendors.Defaults defaultVendors() {
        return new Vendors.Defaults(AvePoint.VENDOR, C3.VENDOR);
    }

    @Provides
    static SeatReview review(Vendors vendors) {
        // Who is asked is settled before the settings of anybody are read.
        vendors.requireChosen();
        FleetReview.Builder review = FleetReview.builder(vendors.seatSources(), vendors.licenseSources())
                .zone(ZoneId.systemDefault());
        vendors.rowsPerCustomer().ifPresent(review::rowsPerCustomer);
        return review.build();
    }

    @Provides
    @Singleton
    static VendorWatcher watcher(Metrics metrics) {
        return metrics.watcher();
    }
}
