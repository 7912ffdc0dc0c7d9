package dev.seatport.demo.wiring;

import dagger.Provides;
import dev.seatport.application.review.FleetReview;
import dev.seatport.application.review.LicenseSources;
import dev.seatport.application.review.SeatSources;
import dev.seatport.avepoint.AvePoint;
import dev.seatport.c3.C3;
import dev.seatport.ports.review.SeatReview;
import dev.seatport.ports.watch.VendorWatcher;
import jakarta.inject.Singleton;

/** The use case, with seats from the one vendor and licenses from the other. */
@dagger.Module
interface ReviewModule {
    @Provides
    static SeatReview review(AvePoint seats, C3 licenses) {
        return FleetReview.builder(
                        new SeatSources(seats.customers(), seats.tenantSeats(), seats.productSeats()),
                        new LicenseSources(C3.VENDOR, licenses.customers(), licenses.licenses()))
                .build();
    }

    @Provides
    @Singleton
    static VendorWatcher watcher() {
        return new CallLog();
    }
}
