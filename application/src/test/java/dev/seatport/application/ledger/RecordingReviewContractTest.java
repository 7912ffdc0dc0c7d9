package dev.seatport.application.ledger;

import dev.seatport.application.review.FleetReview;
import dev.seatport.application.review.LicenseVendorPorts;
import dev.seatport.application.review.SeatVendorPorts;
import dev.seatport.ports.ledger.RunStart;
import dev.seatport.ports.review.SeatReview;
import dev.seatport.testkit.contract.SeatReviewContract;
import java.util.Map;

/** A review with recording keeps the contract of a review. */
class RecordingReviewContractTest extends SeatReviewContract {
    @Override
    protected SeatReview review(VendorPorts ports) {
        SeatVendorPorts seats =
                new SeatVendorPorts(SEATS, ports.customers(), ports.tenantSeats(), ports.productSeats());
        LicenseVendorPorts licenses = new LicenseVendorPorts(LICENSES, ports.licensed(), ports.licenses());
        return RecordingReview.builder(
                        new BatchLedger(),
                        new RunStart("1.4", Map.of()),
                        recorder -> FleetReview.builder(recorder.recording(seats), recorder.recording(licenses))
                                .build())
                .build();
    }
}
