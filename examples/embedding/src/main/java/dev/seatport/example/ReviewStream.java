package dev.seatport.example;

import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.review.ReviewEvent;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

// begin: stream
/**
 * Writes a review to a response, a line of JSON per event. The last line is of type {@code end} or {@code failed}; if it is neither, the
 * response broke off. The review is whole if the {@code completeness} of its end has nothing missing. Signals come on the vendors' event loops; all work is done on the response's own.
 */
final class ReviewStream implements Flow.Subscriber<ReviewEvent> {
    private static final int AHEAD = 16;
    private static final System.Logger LOG = System.getLogger(ReviewStream.class.getName());

    private final Context context;
    private final HttpServerResponse response;
    private Flow.@Nullable Subscription review;
    private int written;

    ReviewStream(Context context, HttpServerResponse response) {
        this.context = context;
        this.response = response;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        context.runOnContext(ignored -> begin(given));
    }

    private void begin(Flow.Subscription given) {
        review = given;
        if (response.closed()) {
            given.cancel();
            return;
        }
        response.closeHandler(clientLeft -> given.cancel());
        response.drainHandler(clientCaughtUp -> askForMore());
        response.putHeader("content-type", "application/x-ndjson").setChunked(true);
        given.request(AHEAD);
    }

    @Override
    public void onNext(ReviewEvent event) {
        context.runOnContext(ignored -> {
            response.write(EventLine.of(event));
            written++;
            askForMore();
        });
    }

    /** While the client does not keep up, no customer more is read from the vendors than those on their way. */
    private void askForMore() {
        if (review != null && written > 0 && !response.writeQueueFull()) {
            int more = written;
            written = 0;
            review.request(more);
        }
    }

    @Override
    public void onError(Throwable failure) {
        context.runOnContext(ignored -> {
            if (failure instanceof VendorException vendorFailure) {
                response.end(EventLine.of(vendorFailure));
            } else {
                LOG.log(System.Logger.Level.ERROR, "a review failed", failure);
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
