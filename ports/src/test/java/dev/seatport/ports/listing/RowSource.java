package dev.seatport.ports.listing;

import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Publisher of fixed rows. Delivers them at the first request, and then fails, completes or stays open. */
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
    public void subscribe(Flow.Subscriber<? super String> newSubscriber) {
        subscriber = newSubscriber;
        newSubscriber.onSubscribe(subscription());
    }

    /** Violates Reactive Streams: subscribes the subscriber a second time. */
    void subscribeAgain() {
        if (subscriber != null) {
            subscriber.onSubscribe(subscription());
        }
    }

    private Flow.Subscription subscription() {
        return new Flow.Subscription() {
            @Override
            public void request(long count) {
                deliver();
            }

            @Override
            public void cancel() {
                cancelled = true;
            }
        };
    }

    private void deliver() {
        Flow.Subscriber<? super String> current = subscriber;
        if (current == null) {
            return;
        }
        rows.forEach(current::onNext);
        if (failure != null) {
            current.onError(failure);
        } else if (ends) {
            current.onComplete();
        }
    }
}
