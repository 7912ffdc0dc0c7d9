package dev.seatport.avepoint;

import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.failure.VendorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Keeps all signals of one subscription, those that come after its end too. Asks for one row at a time. */
final class Signals<T> implements Flow.Subscriber<Observed<T>> {
    private final List<T> rows = new ArrayList<>();
    private final AtomicInteger ends = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
    private final CountDownLatch end = new CountDownLatch(1);

    static <T> Signals<T> of(Flow.Publisher<Observed<T>> publisher) {
        Signals<T> signals = new Signals<>();
        publisher.subscribe(signals);
        return signals;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.set(given);
        given.request(1);
    }

    @Override
    public void onNext(Observed<T> row) {
        if (ends.get() > 0) {
            late.incrementAndGet();
        }
        synchronized (rows) {
            rows.add(row.value());
        }
        Objects.requireNonNull(subscription.get()).request(1);
    }

    @Override
    public void onError(Throwable thrown) {
        failure.compareAndSet(null, thrown);
        ends.incrementAndGet();
        end.countDown();
    }

    @Override
    public void onComplete() {
        ends.incrementAndGet();
        end.countDown();
    }

    /** Waits for the end, but not for ever. */
    Signals<T> await(long seconds) {
        try {
            if (!end.await(seconds, TimeUnit.SECONDS)) {
                throw new AssertionError("no end after " + rows().size() + " rows");
            }
        } catch (InterruptedException e) {
            throw new AssertionError("no end", e);
        }
        return this;
    }

    List<T> rows() {
        synchronized (rows) {
            return List.copyOf(rows);
        }
    }

    boolean complete() {
        return failure.get() == null;
    }

    /** Why rows are missing; anything but what ports promise is an error. */
    VendorException failure() {
        if (failure.get() instanceof VendorException promised) {
            return promised;
        }
        throw new AssertionError("not a failure that a port promises", failure.get());
    }

    /** How many terminal signals came, and how many rows after one. */
    int ends() {
        return ends.get() + late.get();
    }
}
