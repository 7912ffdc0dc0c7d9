package dev.seatport.http.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A subscriber that asks for as much as a test says, and remembers the signals. */
public final class DemandSubscriber<T> implements Flow.Subscriber<T> {
    private static final Object COMPLETE = new Object();

    private final LinkedBlockingQueue<Object> signals = new LinkedBlockingQueue<>();
    private Flow.@Nullable Subscription subscription;

    public static <T> DemandSubscriber<T> of(Flow.Publisher<T> publisher) {
        DemandSubscriber<T> demandSubscriber = new DemandSubscriber<>();
        publisher.subscribe(demandSubscriber);
        return demandSubscriber;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
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

    public DemandSubscriber<T> ask(long demandSubscriber) {
        subscription().request(demandSubscriber);
        return this;
    }

    public void cancel() {
        subscription().cancel();
    }

    /** Waits for so many rows. */
    @SuppressWarnings("unchecked")
    public List<T> next(int count) {
        List<T> demandSubscriber = new ArrayList<>();
        while (demandSubscriber.size() < count) {
            Object signal = signal();
            if (signal instanceof Failed || signal == COMPLETE) {
                throw new AssertionError("ended after " + demandSubscriber.size() + " rows: " + signal);
            }
            demandSubscriber.add((T) signal);
        }
        return demandSubscriber;
    }

    /** Waits for the failure that must be the next signal. */
    public Throwable failure() {
        if (signal() instanceof Failed failed) {
            return failed.why();
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

    /** Whether no signal came that was not taken yet. */
    public boolean silent() {
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

    private record Failed(Throwable why) {}
}
