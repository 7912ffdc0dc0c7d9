package dev.seatport.application.review;

import java.util.concurrent.Flow;

/** Publisher that delivers nothing until its release. Records requests and cancelling. */
final class HeldPublisher<T> implements Flow.Publisher<T> {
    private final Flow.Publisher<T> released;
    private volatile Flow.Subscriber<? super T> downstream = new NoSubscriber<>();
    private volatile boolean requested;
    private volatile boolean cancelled;

    /** Creates a publisher that delivers the signals of another one after its release. */
    HeldPublisher(Flow.Publisher<T> released) {
        this.released = released;
    }

    boolean requested() {
        return requested;
    }

    boolean cancelled() {
        return cancelled;
    }

    void release() {
        Flow.Subscriber<? super T> subscriber = downstream;
        released.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(T row) {
                subscriber.onNext(row);
            }

            @Override
            public void onError(Throwable failure) {
                subscriber.onError(failure);
            }

            @Override
            public void onComplete() {
                subscriber.onComplete();
            }
        });
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        downstream = subscriber;
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long more) {
                requested = true;
            }

            @Override
            public void cancel() {
                cancelled = true;
            }
        });
    }

    private static final class NoSubscriber<T> implements Flow.Subscriber<T> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {}

        @Override
        public void onNext(T row) {}

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }
}
