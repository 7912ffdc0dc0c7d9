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
/** Answers {@code GET /review}. Any number of instances may share one {@link SeatReview}. */
final class ReviewVerticle extends VerticleBase {
    private final SeatReview review;
    private final ReviewRequest wanted;
    private @Nullable HttpServer server;

    ReviewVerticle(SeatReview review, ReviewRequest wanted) {
        this.review = review;
        this.wanted = wanted;
    }

    @Override
    public Future<?> start() {
        server = vertx.createHttpServer().requestHandler(this::answer);
        return server.listen(0, "127.0.0.1");
    }

    private void answer(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.GET) && request.path().equals("/review")) {
            review.review(wanted).subscribe(new ReviewStream(context, request.response()));
        } else {
            request.response().setStatusCode(404).end();
        }
    }
    // end: verticle

    /** Where it listens, once it is deployed. */
    int port() {
        return Objects.requireNonNull(server, "deployed").actualPort();
    }
    // begin: verticle
}
// end: verticle
