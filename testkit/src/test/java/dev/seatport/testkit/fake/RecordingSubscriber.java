package dev.seatport.testkit.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Subscriber that records all signals and requests nothing by itself. */
final class RecordingSubscriber<T> implements Flow.Subscriber<T> {
    final List<T> rows = new ArrayList<>();
    Flow.@Nullable Subscription subscription;

    @Nullable
    Throwable failure;

    boolean completed;
    private final long asksAgain;

    private RecordingSubscriber(long asksAgain) {
        this.asksAgain = asksAgain;
    }

    /** Returns a subscriber without demand. */
    static <T> RecordingSubscriber<T> on(Flow.Publisher<T> publisher) {
        return on(publisher, 0);
    }

    /** Returns a subscriber that requests {@code more} rows with each row. */
    static <T> RecordingSubscriber<T> on(Flow.Publisher<T> publisher, long asksAgain) {
        RecordingSubscriber<T> subscriber = new RecordingSubscriber<>(asksAgain);
        publisher.subscribe(subscriber);
        return subscriber;
    }

    RecordingSubscriber<T> request(long more) {
        subscription().request(more);
        return this;
    }

    void cancel() {
        subscription().cancel();
    }

    private Flow.Subscription subscription() {
        if (subscription == null) {
            throw new IllegalStateException("not subscribed");
        }
        return subscription;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
    }

    @Override
    public void onNext(T row) {
        rows.add(row);
        if (asksAgain > 0) {
            request(asksAgain);
        }
    }

    @Override
    public void onError(Throwable problem) {
        failure = problem;
    }

    @Override
    public void onComplete() {
        completed = true;
    }
}
