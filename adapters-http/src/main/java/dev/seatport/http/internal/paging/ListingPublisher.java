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
 * A listing row by row, as its subscriber asks for rows: a batch is asked for when its first row is. Each subscription reads the
 * listing anew. A publisher of our own because its rows are the one thing that there are millions of: a chain of operators costs
 * more for a row than reading it does.
 */
public final class ListingPublisher<T> implements Flow.Publisher<Observed<T>> {
    private final Supplier<? extends BatchSource<T>> batches;
    private final Consumer<VendorException> failures;

    /**
     * A listing.
     *
     * @param batches called once for each subscription; what it throws is the subscription's failure
     * @param failures told of each subscription that fails, before its subscriber is
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
        subscription.begin(batches);
    }

    /** Where the rows of one subscription come from, a batch at a time. */
    @FunctionalInterface
    public interface BatchSource<T> {
        /** Gets the next batch; asked for only once the one before came and promised more. What it throws ends the listing. */
        Uni<RowBatch<T>> next();
    }

    /**
     * One subscription. Whatever happens to it, on whichever thread, is noted, and worked off by the one thread that found no other at
     * work: so signals come one after the other, and nothing waits. What only that thread touches needs no more care.
     */
    private static final class RowSubscription<T> implements Flow.Subscription {
        private final Flow.Subscriber<? super Observed<T>> subscriber;
        private final Consumer<VendorException> failures;
        private final AtomicInteger wip = new AtomicInteger();
        private final AtomicLong demand = new AtomicLong();
        private volatile @Nullable BatchSource<T> batches;
        private volatile @Nullable RowBatch<T> arrived;
        private volatile @Nullable Throwable broken;
        private volatile @Nullable Cancellable call;
        private volatile boolean over;

        // Touched only by whoever works.
        private List<T> rows = List.of();
        private @Nullable Provenance from;
        private @Nullable VendorException endedBy;
        private int next;
        private boolean more = true;
        private boolean asked;

        RowSubscription(Flow.Subscriber<? super Observed<T>> subscriber, Consumer<VendorException> failures) {
            this.subscriber = subscriber;
            this.failures = failures;
        }

        /** Begins, once its subscriber knows of it. */
        void begin(Supplier<? extends BatchSource<T>> source) {
            try {
                batches = source.get();
            } catch (RuntimeException refused) {
                broken = refused;
            }
            work();
        }

        @Override
        public void request(long wanted) {
            if (wanted > 0) {
                demand.accumulateAndGet(
                        wanted, (before, added) -> before + added < 0 ? Long.MAX_VALUE : before + added);
            } else {
                cancelCall();
                broken = new IllegalArgumentException("at least one row must be asked for, not " + wanted);
            }
            work();
        }

        @Override
        public void cancel() {
            over = true;
            cancelCall();
        }

        private void cancelCall() {
            Cancellable running = call;
            if (running != null) {
                running.cancel();
            }
        }

        /** Works off what happened, and what happens meanwhile. */
        private void work() {
            if (wip.getAndIncrement() != 0) {
                return;
            }
            int seen = 1;
            while (seen != 0) {
                while (!over && step()) {
                    // Each step may make the next one possible.
                }
                seen = wip.addAndGet(-seen);
            }
        }

        /** Does what can be done next; returns whether there was anything. */
        private boolean step() {
            Throwable failure = broken;
            if (failure != null) {
                fail(failure);
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
                over = true;
                subscriber.onComplete();
                return false;
            }
            return asked ? unpack() : ask();
        }

        private boolean deliver() {
            long wanted = demand.get();
            int first = next;
            int end = (int) Math.min(rows.size(), first + Math.min(wanted, rows.size()));
            Provenance provenance = from;
            while (next < end && !over && broken == null && provenance != null) {
                T row = rows.get(next);
                next++;
                tell(new Observed<>(row, provenance));
            }
            int told = next - first;
            if (wanted != Long.MAX_VALUE) {
                demand.addAndGet(-told);
            }
            return told > 0;
        }

        /** Against the rules, but a subscriber may throw: it is as if it had left. */
        private void tell(Observed<T> row) {
            boolean taken = false;
            try {
                subscriber.onNext(row);
                taken = true;
            } finally {
                if (!taken) {
                    over = true;
                }
            }
        }

        private boolean unpack() {
            RowBatch<T> batch = arrived;
            if (batch == null) {
                return false;
            }
            arrived = null;
            asked = false;
            rows = batch.rows();
            endedBy = batch.endedBy();
            from = batch.from();
            next = 0;
            more = batch.more();
            return true;
        }

        private boolean ask() {
            BatchSource<T> source = batches;
            if (source == null || demand.get() == 0) {
                return false;
            }
            asked = true;
            rows = List.of();
            next = 0;
            try {
                Cancellable begun = source.next().subscribe().with(this::arrived, this::broken);
                call = begun;
                if (over || broken != null) {
                    begun.cancel();
                }
            } catch (RuntimeException refused) {
                broken = refused;
            }
            return true;
        }

        private void arrived(RowBatch<T> batch) {
            arrived = batch;
            work();
        }

        private void broken(Throwable failure) {
            broken = failure;
            work();
        }

        private void fail(Throwable failure) {
            over = true;
            if (failure instanceof VendorException vendors) {
                failures.accept(vendors);
            }
            subscriber.onError(failure);
        }
    }
}
