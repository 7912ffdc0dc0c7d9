package dev.seatport.example;

import dev.seatport.ports.review.ReviewRequest;
import dev.seatport.ports.review.SeatReview;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

// begin: verticle
/** HTTP server for {@code GET /review}. Instances may share one {@link SeatReview}, which is thread-safe. */
final class ReviewVerticle extends VerticleBase {
    private final SeatReview review;
    private final ReviewRequest reviewRequest;
    private @Nullable HttpServer server;

    ReviewVerticle(SeatReview review, ReviewRequest reviewRequest) {
        this.review = review;
        this.reviewRequest = reviewRequest;
    }

    @Override
    public Future<?> start() {
        server = vertx.createHttpServer().requestHandler(this::handle);
        return server.listen(0, "127.0.0.1");
    }

    private void handle(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.GET) && request.path().equals("/review")) {
            review.review(reviewRequest).subscribe(new ReviewStream(context, request.response()));
        } else {
            request.response().setStatusCode(404).end();
        }
    }
    // end: verticle

    /** Returns the port. Requires that the verticle is deployed. */
    int port() {
        return Objects.requireNonNull(server, "deployed").actualPort();
    }
    // begin: verticle
}
// end: verticle
