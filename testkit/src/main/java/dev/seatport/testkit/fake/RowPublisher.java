package dev.seatport.testkit.fake;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Delivers rows one after another, as many as were asked for, on the thread that asks. Cold: each subscription gets an
 * answer of its own, and that at its first request, as an adapter sends nothing before it.
 */
record RowPublisher<T>(Supplier<StubbedPublisher<T>> answer) implements Flow.Publisher<T> {

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        subscriber.onSubscribe(new Delivery<>(subscriber, answer));
    }

    private static final class Delivery<T> implements Flow.Subscription {
        private final Flow.Subscriber<? super T> subscriber;
        private final Supplier<StubbedPublisher<T>> answer;
        private final AtomicLong requested = new AtomicLong();
        private @Nullable StubbedPublisher<T> stubbedPublisher;
        private int next;
        private volatile boolean over;

        Delivery(Flow.Subscriber<? super T> subscriber, Supplier<StubbedPublisher<T>> answer) {
            this.subscriber = subscriber;
            this.answer = answer;
        }

        @Override
        public void request(long more) {
            if (over) {
                return;
            }
            if (more <= 0) {
                over = true;
                subscriber.onError(new IllegalArgumentException("a subscriber must ask for 1 or more"));
                return;
            }
            // Whoever raises the demand from 0 delivers; a request from within onNext only adds to it.
            if (requested.getAndAccumulate(more, Delivery::cappedSum) == 0) {
                deliver(more);
            }
        }

        @Override
        public void cancel() {
            over = true;
        }

        private void deliver(long demand) {
            StubbedPublisher<T> all = stubbedPublisher == null ? answer.get() : stubbedPublisher;
            stubbedPublisher = all;
            long left = demand;
            long delivered = 0;
            while (left > 0) {
                while (delivered < left && next < all.rows().size() && !over) {
                    subscriber.onNext(all.rows().get(next++));
                    delivered++;
                }
                if (over) {
                    return;
                }
                if (next == all.rows().size()) {
                    end(all);
                    return;
                }
                left = requested.addAndGet(-delivered);
                delivered = 0;
            }
        }

        private void end(StubbedPublisher<T> all) {
            over = true;
            if (all.failure() == null) {
                subscriber.onComplete();
            } else {
                subscriber.onError(all.failure());
            }
        }

        private static long cappedSum(long one, long other) {
            long sum = one + other;
            return sum < 0 ? Long.MAX_VALUE : sum;
        }
    }
}
