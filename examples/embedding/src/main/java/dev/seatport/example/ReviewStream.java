package dev.seatport.example;

import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.review.ReviewEvent;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

// begin: stream
/**
 * Subscriber that writes a review to an HTTP response, one line of JSON per event. The last line has the type {@code end} or
 * {@code failed}; any other last line means that the response was cut off. The review is complete if the {@code completeness} of
 * the end has nothing missing. Signals arrive on the event loops of the vendors. All work runs on the context of the response.
 */
final class ReviewStream implements Flow.Subscriber<ReviewEvent> {
    private static final int PREFETCHED_EVENTS = 16;
    private static final System.Logger LOG = System.getLogger(ReviewStream.class.getName());

    private final Context context;
    private final HttpServerResponse response;
    private Flow.@Nullable Subscription subscription;
    private int writtenSinceRequest;

    ReviewStream(Context context, HttpServerResponse response) {
        this.context = context;
        this.response = response;
    }

    @Override
    public void onSubscribe(Flow.Subscription review) {
        context.runOnContext(ignored -> start(review));
    }

    private void start(Flow.Subscription review) {
        subscription = review;
        if (response.closed()) {
            review.cancel();
            return;
        }
        response.closeHandler(disconnected -> review.cancel());
        response.drainHandler(writable -> requestMore());
        response.putHeader("content-type", "application/x-ndjson").setChunked(true);
        review.request(PREFETCHED_EVENTS);
    }

    @Override
    public void onNext(ReviewEvent event) {
        context.runOnContext(ignored -> {
            response.write(EventLine.of(event));
            writtenSinceRequest++;
            requestMore();
        });
    }

    /** Requests no further events while the client is slow, so that no further customers are read from the vendors. */
    private void requestMore() {
        if (subscription != null && writtenSinceRequest > 0 && !response.writeQueueFull()) {
            int more = writtenSinceRequest;
            writtenSinceRequest = 0;
            subscription.request(more);
        }
    }

    @Override
    public void onError(Throwable failure) {
        context.runOnContext(ignored -> {
            if (failure instanceof VendorException vendorFailure) {
                response.end(EventLine.of(vendorFailure));
            } else {
                LOG.log(System.Logger.Level.ERROR, "review failed", failure);
                response.reset();
            }
        });
    }

    @Override
    public void onComplete() {
        context.runOnContext(ignored -> response.end());
    }
}
// end: stream
