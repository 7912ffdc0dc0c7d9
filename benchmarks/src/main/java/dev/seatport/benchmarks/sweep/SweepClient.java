package dev.seatport.benchmarks.sweep;

import dev.seatport.application.review.FleetReview;
import dev.seatport.application.review.LicenseVendorPorts;
import dev.seatport.application.review.SeatVendorPorts;
import dev.seatport.avepoint.AvePoint;
import dev.seatport.avepoint.AvePointOptions;
import dev.seatport.benchmarks.process.ChildProcess;
import dev.seatport.benchmarks.process.PeakMemory;
import dev.seatport.benchmarks.vendor.BenchmarkFleet;
import dev.seatport.benchmarks.vendor.VendorOptions;
import dev.seatport.c3.C3;
import dev.seatport.c3.C3Options;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.http.spi.Secret;
import dev.seatport.ports.listing.BlockingRows;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.ReviewRequest;
import dev.seatport.ports.review.SeatReview;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Client process: reviews the fleet once with adapters and use case in their default form. Prints the seconds from the first request to
 * the last event, the peak memory, and the used heap before the review is released.
 */
final class SweepClient {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final Product BACKUP = AvePoint.catalogue().byCode(new ProductCode("2048"));

    private SweepClient() {}

    /** Arguments: port, customers. */
    public static void main(String[] arguments) {
        ChildProcess.main(() -> review(arguments));
    }

    private static void review(String... arguments) throws Exception {
        int customers = Integer.parseInt(arguments[1]);
        SeatReview review = review(URI.create("http://127.0.0.1:" + arguments[0]));
        ReviewVerifier verifier = new ReviewVerifier(new BenchmarkFleet(VendorOptions.fleet(customers, Duration.ZERO)));
        long start = System.nanoTime();
        double liveHeapMib = 0;
        double seconds = 0;
        try (BlockingRows<ReviewEvent> events =
                BlockingRows.of(review.review(ReviewRequest.of(List.of(BACKUP)).build()))) {
            Optional<ReviewEvent> next = events.next();
            while (next.isPresent()) {
                verifier.add(next.get());
                if (verifier.isFinished()) {
                    seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
                    liveHeapMib = PeakMemory.liveHeapMib();
                }
                next = events.next();
            }
        }
        verifier.check(customers);
        System.out.printf(Locale.ROOT, "%.4f%n%.2f%n%.2f%n", seconds, PeakMemory.peakMib(), liveHeapMib);
    }

    private static SeatReview review(URI vendors) {
        Vertx vertx = Vertx.vertx();
        AvePoint avePoint = AvePoint.connect(
                vertx,
                AvePointOptions.builder("client", Secret.of("secret"))
                        .baseUrl(vendors)
                        .tokenUrl(vendors.resolve("/connect/token"))
                        .build());
        C3 c3 = C3.connect(
                vertx,
                C3Options.builder(vendors, "client", Secret.of("secret"), "c3")
                        .tokenUrl(vendors.resolve("/oauth2/token"))
                        .build());
        return FleetReview.builder(
                        new SeatVendorPorts(
                                AvePoint.VENDOR, avePoint.customers(), avePoint.tenantSeats(), avePoint.productSeats()),
                        new LicenseVendorPorts(C3.VENDOR, c3.customers(), c3.licenses()))
                .build();
    }
}
