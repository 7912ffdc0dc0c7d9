package dev.seatport.ports.listing;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Blocking iteration over the rows of a publisher. Delivers the rows that arrived before a failure, and then throws the
 * failure. The blocking iterables of most reactive libraries throw at once and discard the rows.
 *
 * <p>A bounded prefetch limits the memory and slows the publisher down to the pace of the reading thread. {@link #next} must
 * not be called by two threads at once, nor by a thread that delivers the rows. {@link #close} may be called by any thread.
 *
 * @param <T> the type of a row
 */
public final class BlockingRows<T> implements AutoCloseable {
    private static final int DEFAULT_PREFETCH_ROWS = 256;

    private final BlockingQueue<Element<T>> elements = new LinkedBlockingQueue<>();
    private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
    private final int prefetch;
    private final int refill;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicInteger takenSinceRefill = new AtomicInteger();

    /** A row, or a terminal signal if {@code row} is {@code null}. */
    private record Element<T>(@Nullable T row, @Nullable Throwable failure) {
        boolean isTerminal() {
            return row == null;
        }
    }

    private BlockingRows(int prefetch) {
        this.prefetch = prefetch;
        this.refill = Math.max(1, prefetch / 2);
    }

    /** Subscribes with a prefetch of 256 rows. */
    public static <T> BlockingRows<T> of(Flow.Publisher<? extends T> publisher) {
        return of(publisher, DEFAULT_PREFETCH_ROWS);
    }

    /**
     * Subscribes.
     *
     * @param prefetch the maximum number of rows requested and not yet taken, at least 1
     * @throws IllegalArgumentException if {@code prefetch} is less than 1
     */
    public static <T> BlockingRows<T> of(Flow.Publisher<? extends T> publisher, int prefetch) {
        if (prefetch < 1) {
            throw new IllegalArgumentException("prefetch must be at least 1 row, not " + prefetch);
        }
        BlockingRows<T> blockingRows = new BlockingRows<>(prefetch);
        publisher.subscribe(blockingRows.new QueueingSubscriber());
        return blockingRows;
    }

    /**
     * Waits for the next row. Every call after the end has the same result.
     *
     * @return empty if all rows were delivered
     * @throws dev.seatport.ports.failure.VendorException if the publisher failed and rows are missing
     * @throws RuntimeException if the publisher failed with another exception
     * @throws CancellationException if {@link #close} was called; further rows may be missing
     * @throws InterruptedException if the calling thread is interrupted; no row is lost, and the subscription stays active
     */
    public Optional<T> next() throws InterruptedException {
        Element<T> element = elements.take();
        if (closed.get()) {
            elements.add(element);
            throw new CancellationException("the rows were closed");
        }
        if (element.isTerminal()) {
            elements.add(element);
            return end(element.failure());
        }
        requestMore();
        return Optional.ofNullable(element.row());
    }

    private static <T> Optional<T> end(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw new IllegalStateException("the listing failed with a checked exception", failure);
        }
        return Optional.empty();
    }

    private void requestMore() {
        Flow.Subscription current = subscription.get();
        if (takenSinceRefill.incrementAndGet() == refill && current != null) {
            takenSinceRefill.set(0);
            current.request(refill);
        }
    }

    /** Cancels the subscription, and ends a waiting {@link #next} with a {@link CancellationException}. Idempotent. */
    @Override
    public void close() {
        closed.set(true);
        elements.clear();
        elements.add(new Element<>(null, null));
        Flow.Subscription current = subscription.get();
        if (current != null) {
            current.cancel();
        }
    }

    private final class QueueingSubscriber implements Flow.Subscriber<T> {
        @Override
        public void onSubscribe(Flow.Subscription received) {
            if (!subscription.compareAndSet(null, received) || closed.get()) {
                received.cancel();
            } else {
                received.request(prefetch);
            }
        }

        @Override
        public void onNext(T row) {
            if (!closed.get()) {
                elements.add(new Element<>(row, null));
            }
        }

        @Override
        public void onError(Throwable failure) {
            elements.add(new Element<>(null, failure));
        }

        @Override
        public void onComplete() {
            elements.add(new Element<>(null, null));
        }
    }
}
