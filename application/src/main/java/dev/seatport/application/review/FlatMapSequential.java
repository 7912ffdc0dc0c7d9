package dev.seatport.application.review;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Works on several items of a publisher at once and delivers the results in the items' order. An item is begun only while
 * fewer than {@code concurrency} are at work or wait for their turn, so that a slow subscriber holds the work back and
 * nothing piles up. As many items again are asked for ahead, so that a publisher that reads them page by page has the next
 * page when it is needed, and the work does not pause at the end of each.
 *
 * <p>A failure of the publisher is delivered after the results of the items before it; a failure of the work in its
 * item's turn, and it ends the rest.
 *
 * @param <T> what the publisher delivers
 * @param <R> what becomes of it
 */
record FlatMapSequential<T, R>(Flow.Publisher<T> items, int concurrency, Function<T, Uni<R>> work)
        implements Flow.Publisher<R> {

    @Override
    public void subscribe(Flow.Subscriber<? super R> subscriber) {
        Subscription<T, R> subscription = new Subscription<>(subscriber, concurrency, work);
        try {
            items.subscribe(subscription);
        } catch (RuntimeException | Error e) {
            subscription.refused(e);
        }
    }

    /**
     * One subscription. Signals may come from any thread. The thread that raises {@code wip} from 0 delivers for all others, so
     * that the subscriber is never called by two threads at once.
     */
    static final class Subscription<T, R> implements Flow.Subscriber<T>, Flow.Subscription {
        private final Flow.Subscriber<? super R> downstream;
        private final int concurrency;
        private final Function<T, Uni<R>> work;
        private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
        /** Confined to the thread that delivers. */
        private final Queue<InFlightItem<R>> inFlight = new ArrayDeque<>();

        private final AtomicLong requested = new AtomicLong();
        private final AtomicInteger wip = new AtomicInteger();
        private final AtomicReference<Flow.@Nullable Subscription> upstream = new AtomicReference<>();
        private volatile boolean started;
        private volatile boolean ended;
        private volatile boolean cancelled;
        private volatile @Nullable Throwable failure;
        private volatile @Nullable IllegalArgumentException misuse;

        Subscription(Flow.Subscriber<? super R> downstream, int concurrency, Function<T, Uni<R>> work) {
            this.downstream = downstream;
            this.concurrency = concurrency;
            this.work = work;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            if (upstream.compareAndSet(null, given)) {
                downstream.onSubscribe(this);
            } else {
                given.cancel();
            }
        }

        @Override
        public void onNext(T item) {
            waiting.add(item);
            deliver();
        }

        @Override
        public void onError(Throwable problem) {
            failure = problem;
            ended = true;
            deliver();
        }

        @Override
        public void onComplete() {
            ended = true;
            deliver();
        }

        @Override
        public void request(long more) {
            if (more <= 0) {
                misuse = new IllegalArgumentException("a subscriber must ask for 1 or more");
            } else {
                requested.accumulateAndGet(more, Subscription::cappedSum);
            }
            deliver();
        }

        @Override
        public void cancel() {
            cancelled = true;
            deliver();
        }

        private void deliver() {
            if (wip.getAndIncrement() != 0) {
                return;
            }
            int seen = 1;
            do {
                try {
                    round();
                } catch (RuntimeException | Error e) {
                    broken(e);
                }
                seen = wip.addAndGet(-seen);
            } while (seen != 0);
        }

        /** Ends with a failure: of the work, of the subscriber, or of a publisher that threw from {@code request}. */
        private void broken(Throwable problem) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            try {
                stop();
            } catch (RuntimeException | Error e) {
                problem.addSuppressed(e);
            }
            downstream.onError(problem);
        }

        /** The publisher threw instead of subscribing. */
        void refused(Throwable problem) {
            if (upstream.compareAndSet(null, new Flow.Subscription() {
                @Override
                public void request(long more) {}

                @Override
                public void cancel() {}
            })) {
                downstream.onSubscribe(this);
            }
            onError(problem);
        }

        private void round() {
            if (cancelled) {
                stop();
                return;
            }
            if (misuse != null) {
                broken(misuse);
                return;
            }
            if (!started && requested.get() > 0) {
                started = true;
                ask(2L * concurrency);
            }
            settle(handOver());
            begin();
            // In this order: once it has ended, nothing is added, so what is empty stays empty.
            if (ended && waiting.isEmpty() && inFlight.isEmpty() && !cancelled) {
                end();
            }
        }

        /** Delivers the results whose turn it is, as far as they are asked for, and tells how many. */
        private long handOver() {
            long delivered = 0;
            InFlightItem<R> head = inFlight.peek();
            while (head != null && head.isDone() && !cancelled) {
                if (head.problem != null) {
                    broken(head.problem);
                    return delivered;
                }
                if (delivered == requested.get()) {
                    break;
                }
                inFlight.remove();
                delivered++;
                downstream.onNext(head.take());
                ask(1);
                head = inFlight.peek();
            }
            return delivered;
        }

        /** Begins what has waited, as long as there is a place for it; what is done and waits for its turn takes one too. */
        private void begin() {
            while (inFlight.size() < concurrency && !cancelled) {
                T item = waiting.poll();
                if (item == null) {
                    return;
                }
                InFlightItem<R> begun = new InFlightItem<>();
                inFlight.add(begun);
                begun.working = Uni.createFrom()
                        .deferred(() -> work.apply(item))
                        .subscribe()
                        .with(
                                result -> {
                                    begun.result = result;
                                    deliver();
                                },
                                problem -> {
                                    begun.problem = problem;
                                    deliver();
                                });
            }
        }

        private void end() {
            cancelled = true;
            if (failure != null) {
                downstream.onError(failure);
            } else {
                downstream.onComplete();
            }
        }

        private void settle(long delivered) {
            if (requested.get() != Long.MAX_VALUE) {
                requested.addAndGet(-delivered);
            }
        }

        private void stop() {
            Flow.Subscription current = upstream.get();
            if (current != null) {
                current.cancel();
            }
            waiting.clear();
            inFlight.forEach(InFlightItem::cancel);
            inFlight.clear();
        }

        private void ask(long more) {
            Flow.Subscription current = upstream.get();
            if (current != null && !ended && !cancelled) {
                current.request(more);
            }
        }

        private static long cappedSum(long one, long other) {
            long sum = one + other;
            return sum < 0 ? Long.MAX_VALUE : sum;
        }

        /** One item at work, and then what became of it. */
        private static final class InFlightItem<R> {
            /** Confined to the thread that delivers. */
            private @Nullable Cancellable working;

            private volatile @Nullable R result;
            private volatile @Nullable Throwable problem;

            boolean isDone() {
                return result != null || problem != null;
            }

            R take() {
                R taken = result;
                if (taken == null) {
                    throw new IllegalStateException("nothing to take yet");
                }
                return taken;
            }

            void cancel() {
                Cancellable current = working;
                if (current != null) {
                    current.cancel();
                }
            }
        }
    }
}
