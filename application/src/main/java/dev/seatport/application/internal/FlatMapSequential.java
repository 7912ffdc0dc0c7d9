package dev.seatport.application.internal;

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
 * Operator that maps several items of a publisher concurrently and emits the results in the order of the items. At most
 * {@code concurrency} items are in flight: they are being mapped, or their result waits to be emitted. This bounds the memory.
 * The operator requests up to {@code concurrency} further items in advance, so that a paging publisher loads the next page in
 * time.
 *
 * <p>A failure of the publisher is emitted after the results of all earlier items. A failure of the mapper is emitted in the
 * order of its item, and cancels all other items.
 *
 * @param <T> the type of an item
 * @param <R> the type of a result
 */
public record FlatMapSequential<T, R>(Flow.Publisher<T> items, int concurrency, Function<T, Uni<R>> mapper)
        implements Flow.Publisher<R> {

    @Override
    public void subscribe(Flow.Subscriber<? super R> subscriber) {
        Subscription<T, R> subscription = new Subscription<>(subscriber, concurrency, mapper);
        try {
            items.subscribe(subscription);
        } catch (RuntimeException | Error e) {
            subscription.failSubscribe(e);
        }
    }

    /**
     * One subscription. Signals may arrive on any thread. The thread that increments {@code wip} from 0 runs the drain loop
     * for all others. Two threads therefore never call the subscriber at once.
     */
    static final class Subscription<T, R> implements Flow.Subscriber<T>, Flow.Subscription {
        private final Flow.Subscriber<? super R> downstream;
        private final int concurrency;
        private final Function<T, Uni<R>> mapper;
        private final Queue<T> queue = new ConcurrentLinkedQueue<>();
        /** Confined to the drain loop. */
        private final Queue<InFlightItem<R>> inFlight = new ArrayDeque<>();

        private final AtomicLong requested = new AtomicLong();
        private final AtomicInteger wip = new AtomicInteger();
        private final AtomicReference<Flow.@Nullable Subscription> upstream = new AtomicReference<>();
        private volatile boolean started;
        private volatile boolean ended;
        private volatile boolean terminated;
        private volatile @Nullable Throwable failure;
        private volatile @Nullable IllegalArgumentException invalidRequest;

        Subscription(Flow.Subscriber<? super R> downstream, int concurrency, Function<T, Uni<R>> mapper) {
            this.downstream = downstream;
            this.concurrency = concurrency;
            this.mapper = mapper;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            if (upstream.compareAndSet(null, subscription)) {
                downstream.onSubscribe(this);
            } else {
                subscription.cancel();
            }
        }

        @Override
        public void onNext(T item) {
            queue.add(item);
            drain();
        }

        @Override
        public void onError(Throwable error) {
            failure = error;
            ended = true;
            drain();
        }

        @Override
        public void onComplete() {
            ended = true;
            drain();
        }

        @Override
        public void request(long count) {
            if (count <= 0) {
                invalidRequest =
                        new IllegalArgumentException("a subscriber must request at least 1 item, not " + count);
            } else {
                requested.accumulateAndGet(count, Subscription::addCapped);
            }
            drain();
        }

        @Override
        public void cancel() {
            terminated = true;
            drain();
        }

        private void drain() {
            if (wip.getAndIncrement() != 0) {
                return;
            }
            int missed = 1;
            do {
                try {
                    drainOnce();
                } catch (RuntimeException | Error e) {
                    fail(e);
                }
                missed = wip.addAndGet(-missed);
            } while (missed != 0);
        }

        /** Cancels all items and emits the exception that the mapper, the subscriber or the publisher's {@code request} threw. */
        private void fail(Throwable error) {
            if (terminated) {
                return;
            }
            terminated = true;
            try {
                cancelAll();
            } catch (RuntimeException | Error e) {
                error.addSuppressed(e);
            }
            downstream.onError(error);
        }

        /** Called if the publisher threw from {@code subscribe}. */
        void failSubscribe(Throwable error) {
            if (upstream.compareAndSet(null, new Flow.Subscription() {
                @Override
                public void request(long count) {}

                @Override
                public void cancel() {}
            })) {
                downstream.onSubscribe(this);
            }
            onError(error);
        }

        private void drainOnce() {
            if (terminated) {
                cancelAll();
                return;
            }
            if (invalidRequest != null) {
                fail(invalidRequest);
                return;
            }
            if (!started && requested.get() > 0) {
                started = true;
                requestUpstream(2L * concurrency);
            }
            consumeDemand(emitResults());
            startItems();
            // ended must be read first: no item is queued after it is set, so an empty queue stays empty.
            if (ended && queue.isEmpty() && inFlight.isEmpty() && !terminated) {
                complete();
            }
        }

        /** Emits finished results in order, up to the requested number, and returns how many. */
        private long emitResults() {
            long emitted = 0;
            InFlightItem<R> head = inFlight.peek();
            while (head != null && head.isDone() && !terminated) {
                if (head.error != null) {
                    fail(head.error);
                    return emitted;
                }
                if (emitted == requested.get()) {
                    break;
                }
                inFlight.remove();
                emitted++;
                downstream.onNext(head.take());
                requestUpstream(1);
                head = inFlight.peek();
            }
            return emitted;
        }

        private void startItems() {
            while (inFlight.size() < concurrency && !terminated) {
                T item = queue.poll();
                if (item == null) {
                    return;
                }
                InFlightItem<R> inFlightItem = new InFlightItem<>();
                inFlight.add(inFlightItem);
                inFlightItem.task = Uni.createFrom()
                        .deferred(() -> mapper.apply(item))
                        .subscribe()
                        .with(
                                result -> {
                                    inFlightItem.result = result;
                                    drain();
                                },
                                error -> {
                                    inFlightItem.error = error;
                                    drain();
                                });
            }
        }

        private void complete() {
            terminated = true;
            if (failure != null) {
                downstream.onError(failure);
            } else {
                downstream.onComplete();
            }
        }

        private void consumeDemand(long emitted) {
            if (requested.get() != Long.MAX_VALUE) {
                requested.addAndGet(-emitted);
            }
        }

        private void cancelAll() {
            Flow.Subscription current = upstream.get();
            if (current != null) {
                current.cancel();
            }
            queue.clear();
            inFlight.forEach(InFlightItem::cancel);
            inFlight.clear();
        }

        private void requestUpstream(long count) {
            Flow.Subscription current = upstream.get();
            if (current != null && !ended && !terminated) {
                current.request(count);
            }
        }

        private static long addCapped(long one, long other) {
            long sum = one + other;
            return sum < 0 ? Long.MAX_VALUE : sum;
        }

        /** Item that is being mapped, or its result or failure. */
        private static final class InFlightItem<R> {
            /** Confined to the drain loop. */
            private @Nullable Cancellable task;

            private volatile @Nullable R result;
            private volatile @Nullable Throwable error;

            boolean isDone() {
                return result != null || error != null;
            }

            R take() {
                R taken = result;
                if (taken == null) {
                    throw new IllegalStateException("the item has no result yet");
                }
                return taken;
            }

            void cancel() {
                Cancellable current = task;
                if (current != null) {
                    current.cancel();
                }
            }
        }
    }
}
