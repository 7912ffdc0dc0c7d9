package dev.seatport.http.internal.paging;

import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.ports.failure.VendorException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Publisher of the rows of a listing, which fetches a batch when its first row is requested. Each subscription starts at the
 * beginning. Not built from operators: their cost per row exceeds that of decoding it.
 */
public final class ListingPublisher<T> implements Flow.Publisher<Observed<T>> {
    private final Supplier<? extends BatchSource<T>> batches;
    private final Consumer<VendorException> failures;

    /**
     * Creates a publisher.
     *
     * @param batches called once per subscription; its exception fails the subscription
     * @param failures called for each failed subscription, before its subscriber
     */
    public ListingPublisher(Supplier<? extends BatchSource<T>> batches, Consumer<VendorException> failures) {
        this.batches = batches;
        this.failures = failures;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Observed<T>> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        RowSubscription<T> subscription = new RowSubscription<>(subscriber, failures);
        subscriber.onSubscribe(subscription);
        subscription.start(batches);
    }

    /** Source of the batches of one subscription. */
    @FunctionalInterface
    public interface BatchSource<T> {
        /**
         * Fetches the next batch. Called only after the previous batch arrived and announced another. An exception ends the
         * listing.
         */
        Uni<RowBatch<T>> next();
    }

    /**
     * One subscription with a drain loop. Any thread records an event and increments {@code wip}; the thread that raises it
     * from 0 runs the loop. So signals are serialized without blocking, and the fields of the loop need no synchronization.
     */
    private static final class RowSubscription<T> implements Flow.Subscription {
        private final Flow.Subscriber<? super Observed<T>> subscriber;
        private final Consumer<VendorException> failures;
        private final AtomicInteger wip = new AtomicInteger();
        private final AtomicLong demand = new AtomicLong();
        private volatile @Nullable BatchSource<T> batches;
        private volatile @Nullable RowBatch<T> arrivedBatch;
        private volatile @Nullable Throwable failure;
        private volatile @Nullable Cancellable inFlight;
        private volatile boolean done;

        // Confined to the drain loop.
        private List<T> rows = List.of();
        private @Nullable Provenance from;
        private @Nullable VendorException endedBy;
        private int next;
        private boolean more = true;
        private boolean batchRequested;

        RowSubscription(Flow.Subscriber<? super Observed<T>> subscriber, Consumer<VendorException> failures) {
            this.subscriber = subscriber;
            this.failures = failures;
        }

        /** Starts after {@code onSubscribe}. */
        void start(Supplier<? extends BatchSource<T>> source) {
            try {
                batches = source.get();
            } catch (RuntimeException e) {
                failure = e;
            }
            drain();
        }

        @Override
        public void request(long requested) {
            if (requested > 0) {
                demand.accumulateAndGet(
                        requested, (before, added) -> before + added < 0 ? Long.MAX_VALUE : before + added);
            } else {
                cancelCall();
                failure = new IllegalArgumentException("at least one row must be requested, not " + requested);
            }
            drain();
        }

        @Override
        public void cancel() {
            done = true;
            cancelCall();
        }

        private void cancelCall() {
            Cancellable current = inFlight;
            if (current != null) {
                current.cancel();
            }
        }

        /** Runs the drain loop until all recorded events are handled. */
        private void drain() {
            if (wip.getAndIncrement() != 0) {
                return;
            }
            int missed = 1;
            while (missed != 0) {
                while (!done && drainStep()) {
                    // A step may enable the next one.
                }
                missed = wip.addAndGet(-missed);
            }
        }

        /** Runs one step of the drain loop; returns whether another may follow. */
        private boolean drainStep() {
            Throwable recorded = failure;
            if (recorded != null) {
                fail(recorded);
                return false;
            }
            if (next < rows.size()) {
                return deliver();
            }
            if (endedBy != null) {
                fail(endedBy);
                return false;
            }
            if (!more) {
                done = true;
                subscriber.onComplete();
                return false;
            }
            return batchRequested ? takeBatch() : requestBatch();
        }

        private boolean deliver() {
            long requested = demand.get();
            int first = next;
            int end = (int) Math.min(rows.size(), first + Math.min(requested, rows.size()));
            Provenance provenance = from;
            while (next < end && !done && failure == null && provenance != null) {
                T row = rows.get(next);
                next++;
                emit(new Observed<>(row, provenance));
            }
            int emitted = next - first;
            if (requested != Long.MAX_VALUE) {
                demand.addAndGet(-emitted);
            }
            return emitted > 0;
        }

        /** A subscriber must not throw. If it does, its subscription is treated as cancelled. */
        private void emit(Observed<T> row) {
            boolean accepted = false;
            try {
                subscriber.onNext(row);
                accepted = true;
            } finally {
                if (!accepted) {
                    done = true;
                }
            }
        }

        private boolean takeBatch() {
            RowBatch<T> batch = arrivedBatch;
            if (batch == null) {
                return false;
            }
            arrivedBatch = null;
            batchRequested = false;
            rows = batch.rows();
            endedBy = batch.endedBy();
            from = batch.from();
            next = 0;
            more = batch.more();
            return true;
        }

        private boolean requestBatch() {
            BatchSource<T> source = batches;
            if (source == null || demand.get() == 0) {
                return false;
            }
            batchRequested = true;
            rows = List.of();
            next = 0;
            try {
                Cancellable started = source.next().subscribe().with(this::batchArrived, this::batchFailed);
                inFlight = started;
                if (done || failure != null) {
                    started.cancel();
                }
            } catch (RuntimeException e) {
                failure = e;
            }
            return true;
        }

        private void batchArrived(RowBatch<T> batch) {
            arrivedBatch = batch;
            drain();
        }

        private void batchFailed(Throwable cause) {
            failure = cause;
            drain();
        }

        private void fail(Throwable cause) {
            done = true;
            if (cause instanceof VendorException vendorFailure) {
                failures.accept(vendorFailure);
            }
            subscriber.onError(cause);
        }
    }
}
