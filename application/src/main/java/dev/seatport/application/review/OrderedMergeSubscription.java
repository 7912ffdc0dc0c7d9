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
 * One subscription of an {@link OrderedMerge}. Signals may come from any thread; whoever raises {@code wanted} from 0
 * delivers for all of them, so that the subscriber is never called by two threads at once.
 */
final class OrderedMergeSubscription<T, R> implements Flow.Subscriber<T>, Flow.Subscription {
    private final Flow.Subscriber<? super R> downstream;
    private final int concurrency;
    private final Function<T, Uni<R>> work;
    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    /** Touched by whoever delivers only. */
    private final Queue<Slot<R>> slots = new ArrayDeque<>();

    private final AtomicLong requested = new AtomicLong();
    private final AtomicInteger wanted = new AtomicInteger();
    private final AtomicReference<Flow.@Nullable Subscription> upstream = new AtomicReference<>();
    private volatile boolean started;
    private volatile boolean ended;
    private volatile boolean cancelled;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable IllegalArgumentException misuse;

    OrderedMergeSubscription(Flow.Subscriber<? super R> downstream, int concurrency, Function<T, Uni<R>> work) {
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
            requested.accumulateAndGet(more, OrderedMergeSubscription::cappedSum);
        }
        deliver();
    }

    @Override
    public void cancel() {
        cancelled = true;
        deliver();
    }

    private void deliver() {
        if (wanted.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            try {
                round();
            } catch (RuntimeException | Error e) {
                broken(e);
            }
            seen = wanted.addAndGet(-seen);
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
        if (ended && waiting.isEmpty() && slots.isEmpty() && !cancelled) {
            end();
        }
    }

    /** Delivers the results whose turn it is, as far as they are asked for, and tells how many. */
    private long handOver() {
        long delivered = 0;
        Slot<R> head = slots.peek();
        while (head != null && head.isDone() && !cancelled) {
            if (head.problem != null) {
                broken(head.problem);
                return delivered;
            }
            if (delivered == requested.get()) {
                break;
            }
            slots.remove();
            delivered++;
            downstream.onNext(head.take());
            ask(1);
            head = slots.peek();
        }
        return delivered;
    }

    /** Begins what has waited, as long as there is a place for it; what is done and waits for its turn takes one too. */
    private void begin() {
        while (slots.size() < concurrency && !cancelled) {
            T item = waiting.poll();
            if (item == null) {
                return;
            }
            Slot<R> slot = new Slot<>();
            slots.add(slot);
            slot.working = Uni.createFrom()
                    .deferred(() -> work.apply(item))
                    .subscribe()
                    .with(
                            result -> {
                                slot.result = result;
                                deliver();
                            },
                            problem -> {
                                slot.problem = problem;
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
        slots.forEach(Slot::cancel);
        slots.clear();
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
    private static final class Slot<R> {
        /** Touched by whoever delivers only. */
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
