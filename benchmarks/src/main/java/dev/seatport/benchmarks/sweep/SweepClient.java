package dev.seatport.benchmarks.sweep;

import dev.seatport.application.review.FleetReview;
import dev.seatport.application.review.LicenseSources;
import dev.seatport.application.review.SeatSources;
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
 * The client's process: reviews the fleet once, with clients and use case as they ship. Prints the seconds from the first
 * request to the last event, the most memory that the process had, and what was left on the heap before the review was let go.
 */
final class SweepClient {
    private static final double NANOS = 1e9;
    private static final Product BACKUP = AvePoint.catalogue().byCode(new ProductCode("2048"));

    private SweepClient() {}

    /** Arguments: port, customers. */
    public static void main(String[] arguments) {
        ChildProcess.main(() -> review(arguments));
    }

    private static void review(String... arguments) throws Exception {
        int customers = Integer.parseInt(arguments[1]);
        SeatReview review = review(URI.create("http://127.0.0.1:" + arguments[0]));
        ReviewVerifier reviewVerifier =
                new ReviewVerifier(new BenchmarkFleet(VendorOptions.fleet(customers, Duration.ZERO)));
        long begun = System.nanoTime();
        double live = 0;
        double seconds = 0;
        try (BlockingRows<ReviewEvent> blockingRows =
                BlockingRows.of(review.review(ReviewRequest.of(List.of(BACKUP)).build()))) {
            Optional<ReviewEvent> next = blockingRows.next();
            while (next.isPresent()) {
                reviewVerifier.add(next.get());
                if (reviewVerifier.finished()) {
                    seconds = (System.nanoTime() - begun) / NANOS;
                    live = PeakMemory.live();
                }
                next = blockingRows.next();
            }
        }
        reviewVerifier.check(customers);
        System.out.printf(Locale.ROOT, "%.4f%n%.2f%n%.2f%n", seconds, PeakMemory.peak(), live);
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
                        new SeatSources(
                                AvePoint.VENDOR, avePoint.customers(), avePoint.tenantSeats(), avePoint.productSeats()),
                        new LicenseSources(C3.VENDOR, c3.customers(), c3.licenses()))
                .build();
    }
}
