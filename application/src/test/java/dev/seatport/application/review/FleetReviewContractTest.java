package dev.seatport.application.review;

import dev.seatport.ports.review.SeatReview;
import dev.seatport.testkit.contract.SeatReviewContract;

class FleetReviewContractTest extends SeatReviewContract {
    @Override
    protected SeatReview review(VendorPorts ports) {
        return FleetReview.builder(
                        new SeatSources(SEATS, ports.customers(), ports.tenantSeats(), ports.productSeats()),
                        new LicenseSources(LICENSES, ports.licensed(), ports.licenses()))
                .build();
    }
}
