package dev.seatport.application.review;

import java.util.concurrent.Flow;

/** A publisher that is asked and says nothing until it is released; it remembers being cancelled. */
final class HeldPublisher<T> implements Flow.Publisher<T> {
    private final Flow.Publisher<T> released;
    private volatile Flow.Subscriber<? super T> waiting = new Nobody<>();
    private volatile boolean asked;
    private volatile boolean cancelled;

    /** Delivers, once it is released, what that publisher does. */
    HeldPublisher(Flow.Publisher<T> released) {
        this.released = released;
    }

    boolean asked() {
        return asked;
    }

    boolean cancelled() {
        return cancelled;
    }

    void release() {
        Flow.Subscriber<? super T> subscriber = waiting;
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
            public void onError(Throwable problem) {
                subscriber.onError(problem);
            }

            @Override
            public void onComplete() {
                subscriber.onComplete();
            }
        });
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        waiting = subscriber;
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long more) {
                asked = true;
            }

            @Override
            public void cancel() {
                cancelled = true;
            }
        });
    }

    private static final class Nobody<T> implements Flow.Subscriber<T> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {}

        @Override
        public void onNext(T row) {}

        @Override
        public void onError(Throwable problem) {}

        @Override
        public void onComplete() {}
    }
}
