package dev.seatport.example;

import dev.seatport.application.review.FleetReview;
import dev.seatport.application.review.LicenseVendorPorts;
import dev.seatport.application.review.SeatVendorPorts;
import dev.seatport.avepoint.AvePoint;
import dev.seatport.c3.C3;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.ports.review.ReviewRequest;
import dev.seatport.ports.review.SeatReview;
import io.vertx.core.Vertx;
import java.util.List;

// begin: vendors
/** Adapters of both vendors, created once per service. The caller closes the Vertx, after the adapters. */
record ConnectedVendors(AvePoint avePoint, C3 c3) implements AutoCloseable {
    static ConnectedVendors connect(Vertx vertx, Accounts accounts) {
        return new ConnectedVendors(AvePoint.connect(vertx, accounts.avePoint()), C3.connect(vertx, accounts.c3()));
    }

    SeatReview review() {
        return FleetReview.builder(
                        new SeatVendorPorts(
                                AvePoint.VENDOR, avePoint.customers(), avePoint.tenantSeats(), avePoint.productSeats()),
                        new LicenseVendorPorts(C3.VENDOR, c3.customers(), c3.licenses()))
                .build();
    }

    /** Reviews all customers and their coverage by Cloud Backup for Microsoft 365. */
    static ReviewRequest allCustomers() {
        return ReviewRequest.of(List.of(AvePoint.catalogue().byCode(new ProductCode("2048"))))
                .build();
    }

    @Override
    public void close() {
        avePoint.close();
        c3.close();
    }
}
// end: vendors
