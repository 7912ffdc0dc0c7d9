package dev.seatport.http.internal.paging;

import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.ports.failure.VendorException;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One subscription to a listing. Whatever happens to it, on whichever thread, is noted, and worked off by the one thread that found
 * nobody at work: so signals come one after the other, and nothing waits. What only that thread touches needs no more care.
 */
final class RowReading<T> implements Flow.Subscription {
    private final Flow.Subscriber<? super Observed<T>> subscriber;
    private final Consumer<VendorException> failures;
    private final AtomicInteger happenings = new AtomicInteger();
    private final AtomicLong demand = new AtomicLong();
    private volatile @Nullable Portions<T> portions;
    private volatile @Nullable Portion<T> arrived;
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

    RowReading(Flow.Subscriber<? super Observed<T>> subscriber, Consumer<VendorException> failures) {
        this.subscriber = subscriber;
        this.failures = failures;
    }

    /** Begins, once its subscriber knows of it. */
    void begin(Supplier<? extends Portions<T>> source) {
        try {
            portions = source.get();
        } catch (RuntimeException refused) {
            broken = refused;
        }
        work();
    }

    @Override
    public void request(long wanted) {
        if (wanted > 0) {
            demand.accumulateAndGet(wanted, (before, added) -> before + added < 0 ? Long.MAX_VALUE : before + added);
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
        if (happenings.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        while (seen != 0) {
            while (!over && step()) {
                // Each step may make the next one possible.
            }
            seen = happenings.addAndGet(-seen);
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
        Portion<T> portion = arrived;
        if (portion == null) {
            return false;
        }
        arrived = null;
        asked = false;
        rows = portion.rows().value().rows();
        endedBy = portion.rows().value().endedBy();
        from = portion.rows().provenance();
        next = 0;
        more = portion.more();
        return true;
    }

    private boolean ask() {
        Portions<T> source = portions;
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

    private void arrived(Portion<T> portion) {
        arrived = portion;
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
