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
 * What a publisher delivers, one by one, for a thread that may wait for it. Rows that arrived before a failure come before the
 * failure: the blocking iterables of most reactive libraries throw the failure first, and the rows away.
 *
 * <p>Only so many rows are asked for ahead of those that were taken, so memory does not grow with the listing, and a slow reader
 * slows the publisher down. {@link #next} is for one thread at a time, and never for a thread that delivers the rows;
 * {@link #close} may come from any thread.
 *
 * @param <T> what the rows are
 */
public final class BlockingRows<T> implements AutoCloseable {
    private static final int AHEAD = 256;

    private final BlockingQueue<Element<T>> signals = new LinkedBlockingQueue<>();
    private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
    private final int ahead;
    private final int share;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicInteger taken = new AtomicInteger();

    /** A row; or the end, if there is none; or what the end came to, if it was no good one. */
    private record Element<T>(@Nullable T row, @Nullable Throwable failure) {
        boolean last() {
            return row == null;
        }
    }

    private BlockingRows(int ahead) {
        this.ahead = ahead;
        this.share = Math.max(1, ahead / 2);
    }

    /** Subscribes, and asks for 256 rows ahead. */
    public static <T> BlockingRows<T> of(Flow.Publisher<? extends T> publisher) {
        return of(publisher, AHEAD);
    }

    /**
     * Subscribes.
     *
     * @param ahead how many rows are asked for ahead of those that were taken
     * @throws IllegalArgumentException if {@code ahead} is less than 1
     */
    public static <T> BlockingRows<T> of(Flow.Publisher<? extends T> publisher, int ahead) {
        if (ahead < 1) {
            throw new IllegalArgumentException("at least one row must be asked for ahead");
        }
        BlockingRows<T> blockingRows = new BlockingRows<>(ahead);
        publisher.subscribe(blockingRows.new QueueingSubscriber());
        return blockingRows;
    }

    /**
     * Waits for the next row.
     *
     * @return empty at the end, also when it is asked again
     * @throws dev.seatport.ports.failure.VendorException if rows are missing after those that came; again when it is asked again
     * @throws RuntimeException whatever else the publisher failed with
     * @throws CancellationException if it was closed: what came so far is not all
     * @throws InterruptedException if the thread is interrupted; nothing is lost, and the subscription goes on
     */
    public Optional<T> next() throws InterruptedException {
        Element<T> element = signals.take();
        if (closed.get()) {
            signals.add(element);
            throw new CancellationException("these arrivals were closed");
        }
        if (element.last()) {
            signals.add(element);
            return end(element.failure());
        }
        askForMore();
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
            throw new IllegalStateException("the listing failed for a reason that no port promises", failure);
        }
        return Optional.empty();
    }

    private void askForMore() {
        Flow.Subscription current = subscription.get();
        if (taken.incrementAndGet() == share && current != null) {
            taken.set(0);
            current.request(share);
        }
    }

    /** Wants no more rows: cancels the subscription, and wakes up whoever waits. May be called again. */
    @Override
    public void close() {
        closed.set(true);
        signals.clear();
        signals.add(new Element<>(null, null));
        Flow.Subscription current = subscription.get();
        if (current != null) {
            current.cancel();
        }
    }

    /** Takes the publisher's signals. */
    private final class QueueingSubscriber implements Flow.Subscriber<T> {
        @Override
        public void onSubscribe(Flow.Subscription given) {
            if (!subscription.compareAndSet(null, given) || closed.get()) {
                given.cancel();
            } else {
                given.request(ahead);
            }
        }

        @Override
        public void onNext(T row) {
            if (!closed.get()) {
                signals.add(new Element<>(row, null));
            }
        }

        @Override
        public void onError(Throwable failure) {
            signals.add(new Element<>(null, failure));
        }

        @Override
        public void onComplete() {
            signals.add(new Element<>(null, null));
        }
    }
}
