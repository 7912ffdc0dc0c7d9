package dev.seatport.demo.cli;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Rows for a thread that waits for them, a bounded number ahead. Rows that arrived before a failure come before the failure: the
 * blocking iterables of reactive libraries throw the failure first, and the rows away.
 */
final class Arrivals<T> implements Flow.Subscriber<T>, AutoCloseable {
    private static final int AHEAD = 256;

    private final BlockingQueue<Signal<T>> signals = new LinkedBlockingQueue<>();
    private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
    private int taken;

    /** A row, the end, or a failure. */
    private record Signal<T>(@Nullable T row, @Nullable Throwable failure) {}

    private Arrivals() {}

    /** Subscribes. */
    static <T> Arrivals<T> of(Flow.Publisher<T> listing) {
        Arrivals<T> arrivals = new Arrivals<>();
        listing.subscribe(arrivals);
        return arrivals;
    }

    /**
     * Waits for the next row.
     *
     * @return empty at the end
     * @throws RuntimeException what the listing failed with, after its rows
     */
    Optional<T> next() throws InterruptedException {
        Signal<T> signal = signals.take();
        if (signal.failure() instanceof RuntimeException failure) {
            throw failure;
        }
        if (signal.failure() != null) {
            throw new IllegalStateException("a listing failed with what no port promises", signal.failure());
        }
        askForMore();
        return Optional.ofNullable(signal.row());
    }

    private void askForMore() {
        taken++;
        Flow.Subscription current = subscription.get();
        if (taken == AHEAD / 2 && current != null) {
            taken = 0;
            current.request(AHEAD / 2);
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        if (subscription.compareAndSet(null, given)) {
            given.request(AHEAD);
        } else {
            given.cancel();
        }
    }

    @Override
    public void onNext(T row) {
        signals.add(new Signal<>(row, null));
    }

    @Override
    public void onError(Throwable failure) {
        signals.add(new Signal<>(null, failure));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal<>(null, null));
    }

    /** Wants no more rows. */
    @Override
    public void close() {
        Flow.Subscription current = subscription.get();
        if (current != null) {
            current.cancel();
        }
    }
}
