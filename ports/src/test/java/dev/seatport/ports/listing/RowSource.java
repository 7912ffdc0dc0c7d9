package dev.seatport.ports.listing;

import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Delivers its rows once they are asked for, and then what it is told to end with, if it is told to end. */
final class RowSource implements Flow.Publisher<String> {
    private final List<String> rows;
    private final @Nullable Throwable failure;
    private final boolean ends;
    boolean cancelled;
    private Flow.@Nullable Subscriber<? super String> subscriber;

    private RowSource(List<String> rows, @Nullable Throwable failure, boolean ends) {
        this.rows = rows;
        this.failure = failure;
        this.ends = ends;
    }

    static RowSource complete(String... rows) {
        return new RowSource(List.of(rows), null, true);
    }

    static RowSource failing(Throwable failure, String... rows) {
        return new RowSource(List.of(rows), failure, true);
    }

    static RowSource endless(String... rows) {
        return new RowSource(List.of(rows), null, false);
    }

    @Override
    public void subscribe(Flow.Subscriber<? super String> given) {
        subscriber = given;
        given.onSubscribe(subscription());
    }

    /** Breaks the rule that a subscriber is subscribed once. */
    void subscribeAgain() {
        if (subscriber != null) {
            subscriber.onSubscribe(subscription());
        }
    }

    private Flow.Subscription subscription() {
        return new Flow.Subscription() {
            @Override
            public void request(long more) {
                deliver();
            }

            @Override
            public void cancel() {
                cancelled = true;
            }
        };
    }

    private void deliver() {
        Flow.Subscriber<? super String> asking = subscriber;
        if (asking == null) {
            return;
        }
        rows.forEach(asking::onNext);
        if (failure != null) {
            asking.onError(failure);
        } else if (ends) {
            asking.onComplete();
        }
    }
}
