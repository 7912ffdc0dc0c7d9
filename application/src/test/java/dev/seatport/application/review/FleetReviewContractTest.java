package dev.seatport.application.review;

import dev.seatport.ports.review.SeatReview;
import dev.seatport.testkit.contract.SeatReviewContract;

class FleetReviewContractTest extends SeatReviewContract {
    @Override
    protected SeatReview review(VendorPorts ports) {
        return FleetReview.builder(
                        new SeatVendorPorts(SEATS, ports.customers(), ports.tenantSeats(), ports.productSeats()),
                        new LicenseVendorPorts(LICENSES, ports.licensed(), ports.licenses()))
                .build();
    }
}
