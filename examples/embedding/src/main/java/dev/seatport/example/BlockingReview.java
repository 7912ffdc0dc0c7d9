package dev.seatport.example;

import dev.seatport.avepoint.AvePoint;
import dev.seatport.c3.C3;
import dev.seatport.ports.listing.BlockingRows;
import dev.seatport.ports.review.ReviewEvent;
import dev.seatport.ports.review.ReviewRequest;
import dev.seatport.ports.review.SeatReview;
import dev.seatport.reports.format.ReviewFormat;
import dev.seatport.reports.format.ReviewOutputOptions;
import dev.seatport.reports.output.Output;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.review.ReviewEventProcessor;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewSummary;
import dev.seatport.reports.review.ReviewWriter;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reviews all customers in blocking Java and writes an HTML page. */
public final class BlockingReview {
    private BlockingReview() {}

    // begin: blocking
    /** Starts a review on a thread of the executor. Cancelling the future with an interrupt cancels the review. */
    static Future<ReviewSummary> start(
            ExecutorService executor,
            SeatReview review,
            ReviewRequest request,
            ReviewOutputHeader header,
            Writer page) {
        return executor.submit(() -> write(review, request, header, page));
    }

    private static ReviewSummary write(SeatReview review, ReviewRequest request, ReviewOutputHeader header, Writer page)
            throws IOException, InterruptedException {
        try (ReviewWriter writer = ReviewFormat.HTML.writer(header, page, ReviewOutputOptions.plain());
                BlockingRows<ReviewEvent> events = BlockingRows.of(review.review(request))) {
            ReviewEventProcessor processor = new ReviewEventProcessor(
                    writer, request.policy(), header.only(), null, ReviewEventProcessor.ProgressListener.none());
            for (Optional<ReviewEvent> event = events.next(); event.isPresent(); event = events.next()) {
                processor.accept(event.get());
            }
            return processor.end(LocalDate.now(ZoneId.systemDefault()));
        }
    }
    // end: blocking

    static ReviewOutputHeader header(Instant now) {
        return new ReviewOutputHeader(now.toString(), "example", AvePoint.VENDOR.name(), C3.VENDOR.name(), Set.of());
    }

    /** Reviews the vendors named in the environment, and writes the page to a file that only its owner can read. */
    public static void main(String[] arguments) throws OutputException, InterruptedException, ExecutionException {
        if (arguments.length != 1) {
            System.err.println("usage: BlockingReview FILE");
            System.exit(2);
        }
        Vertx vertx = Vertx.vertx();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (Output page = Output.to(Path.of(arguments[0]));
                ConnectedVendors vendors = ConnectedVendors.connect(vertx, Accounts.of(System.getenv()))) {
            Future<ReviewSummary> review = start(
                    executor, vendors.review(), ConnectedVendors.allCustomers(), header(Instant.now()), page.writer());
            System.out.println(review.get().text());
            page.complete();
        } finally {
            executor.shutdown();
            vertx.close();
        }
    }
}
