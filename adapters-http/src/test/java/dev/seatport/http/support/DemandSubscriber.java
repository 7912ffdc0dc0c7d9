package dev.seatport.http.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Subscriber whose demand the test controls. Records all signals. */
public final class DemandSubscriber<T> implements Flow.Subscriber<T> {
    private static final Object COMPLETE = new Object();

    private final LinkedBlockingQueue<Object> signals = new LinkedBlockingQueue<>();
    private Flow.@Nullable Subscription subscription;

    public static <T> DemandSubscriber<T> of(Flow.Publisher<T> publisher) {
        DemandSubscriber<T> subscriber = new DemandSubscriber<>();
        publisher.subscribe(subscriber);
        return subscriber;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
    }

    @Override
    public void onNext(T row) {
        signals.add(row);
    }

    @Override
    public void onError(Throwable failure) {
        signals.add(new Failed(failure));
    }

    @Override
    public void onComplete() {
        signals.add(COMPLETE);
    }

    public DemandSubscriber<T> request(long count) {
        subscription().request(count);
        return this;
    }

    public void cancel() {
        subscription().cancel();
    }

    /** Waits for a number of rows. */
    @SuppressWarnings("unchecked")
    public List<T> next(int count) {
        List<T> rows = new ArrayList<>();
        while (rows.size() < count) {
            Object signal = signal();
            if (signal instanceof Failed || signal == COMPLETE) {
                throw new AssertionError("ended after " + rows.size() + " rows: " + signal);
            }
            rows.add((T) signal);
        }
        return rows;
    }

    /** Waits for the failure that must be the next signal. */
    public Throwable failure() {
        if (signal() instanceof Failed failed) {
            return failed.cause();
        }
        throw new AssertionError("did not fail");
    }

    /** Waits for the completion that must be the next signal. */
    public void completed() {
        Object signal = signal();
        if (signal != COMPLETE) {
            throw new AssertionError("not completed but " + signal);
        }
    }

    /** Returns whether no unread signal exists. */
    public boolean hasNoSignals() {
        return signals.isEmpty();
    }

    private Object signal() {
        try {
            Object signal = signals.poll(60, TimeUnit.SECONDS);
            if (signal == null) {
                throw new AssertionError("no signal came");
            }
            return signal;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Flow.Subscription subscription() {
        if (subscription == null) {
            throw new AssertionError("not subscribed");
        }
        return subscription;
    }

    private record Failed(Throwable cause) {}
}
