package dev.seatport.example;

import dev.seatport.ports.listing.Arrivals;
import dev.seatport.ports.review.Completeness;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.ReviewRequest;
import dev.seatport.ports.review.SeatReview;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Reviews every customer in plain blocking Java, and prints what is wrong. */
public final class BlockingReview {
    private BlockingReview() {}

    // begin: blocking
    /** Begins a review on a thread of the executor's. Cancelling the future, with an interrupt, cancels the review. */
    static Future<Completeness> begin(
            ExecutorService executor, SeatReview review, ReviewRequest request, Consumer<String> lines) {
        return executor.submit(() -> read(review, request, lines));
    }

    private static Completeness read(SeatReview review, ReviewRequest request, Consumer<String> lines)
            throws InterruptedException {
        try (Arrivals<ReviewEvent> events = Arrivals.of(review.review(request))) {
            for (Optional<ReviewEvent> event = events.next(); event.isPresent(); event = events.next()) {
                if (event.get() instanceof ReviewEvent.Reviewed reviewed) {
                    var customer = reviewed.customer();
                    customer.review().findings().forEach(finding -> lines.accept(finding.text()));
                    customer.position().gaps().forEach(gap -> lines.accept("not read: " + gap.explanation()));
                } else if (event.get() instanceof ReviewEvent.Finished finished) {
                    return finished.completeness();
                }
            }
        }
        throw new IllegalStateException("a review ended without saying how complete it is");
    }
    // end: blocking

    /** Reviews the vendors that the environment leads to. */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        Vertx vertx = Vertx.vertx();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (ConnectedVendors vendors = ConnectedVendors.connect(vertx, Accounts.of(System.getenv()))) {
            Future<Completeness> review =
                    begin(executor, vendors.review(), ConnectedVendors.everybody(), System.out::println);
            System.out.println(review.get().text());
        } finally {
            executor.shutdown();
            vertx.close();
        }
    }
}
