package dev.seatport.testkit.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Subscriber that queues all signals, including those after the end. The test takes them one by one. Thread-safe.
 *
 * @param <T> the type of the elements
 */
public final class TestSubscriber<T> implements Flow.Subscriber<T> {
    /** Time without a signal after which none is expected. */
    private static final Duration QUIET = Duration.ofMillis(150);

    private final BlockingQueue<Signal<T>> signals = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

    private final boolean oneByOne;

    private TestSubscriber(boolean oneByOne) {
        this.oneByOne = oneByOne;
    }

    private sealed interface Signal<T> {
        record Row<T>(T row) implements Signal<T> {}

        record Failed<T>(Throwable failure) implements Signal<T> {}

        record Completed<T>() implements Signal<T> {}
    }

    /**
     * The elements of a publisher up to its end.
     *
     * @param failure null if the publisher completed
     */
    public record Outcome<T>(List<T> rows, @Nullable Throwable failure) {}

    /** Subscribes and requests nothing. */
    public static <T> TestSubscriber<T> on(Flow.Publisher<T> publisher) {
        TestSubscriber<T> subscriber = new TestSubscriber<>(false);
        publisher.subscribe(subscriber);
        return subscriber;
    }

    /** Subscribes and requests one element at a time, the next one when an element arrives. */
    public static <T> TestSubscriber<T> oneByOne(Flow.Publisher<T> publisher) {
        TestSubscriber<T> subscriber = new TestSubscriber<>(true);
        publisher.subscribe(subscriber);
        return subscriber;
    }

    /** Returns all elements of a publisher, up to its end. */
    public static <T> Outcome<T> everything(Flow.Publisher<T> publisher) {
        return on(publisher).request(Long.MAX_VALUE).rest();
    }

    /** Requests that many elements. */
    public TestSubscriber<T> request(long rows) {
        subscription().request(rows);
        return this;
    }

    /** Cancels the subscription. */
    public void cancel() {
        subscription().cancel();
    }

    /** Returns the next signal, which must be an element. */
    public T row() {
        Signal<T> signal = next("a row");
        return signal instanceof Signal.Row<T> row ? row.row() : fail("expected a row, not " + signal);
    }

    /** Takes the next signal, which must be the completion. */
    public void completion() {
        assertThat(next("completion")).isInstanceOf(Signal.Completed.class);
    }

    /** Returns all remaining elements up to the end, which must come within {@link Await#TIMEOUT}. */
    public Outcome<T> rest() {
        return rest(Await.TIMEOUT);
    }

    /**
     * Returns all remaining elements up to the end.
     *
     * @param timeout time to wait for the end, with any number of elements before it
     */
    public Outcome<T> rest(Duration timeout) {
        long started = System.nanoTime();
        List<T> rows = new ArrayList<>();
        while (true) {
            Duration left = timeout.minusNanos(System.nanoTime() - started);
            Signal<T> signal = left.isNegative() ? null : poll(left);
            if (signal == null) {
                return fail("waited %s for the end, after %s rows", timeout, rows.size());
            }
            if (signal instanceof Signal.Row<T> row) {
                rows.add(row.row());
            } else {
                return new Outcome<>(rows, signal instanceof Signal.Failed<T> failed ? failed.failure() : null);
            }
        }
    }

    /** Fails the test if a signal is queued or arrives soon. */
    public void silence(String why) {
        assertThat(poll(QUIET)).as(why).isNull();
    }

    /** Returns whether no signal is queued now. */
    public boolean isSilent() {
        return signals.isEmpty();
    }

    private Signal<T> next(String what) {
        Signal<T> signal = poll(Await.TIMEOUT);
        return signal == null ? fail("waited %s for %s", Await.TIMEOUT, what) : signal;
    }

    private @Nullable Signal<T> poll(Duration timeout) {
        try {
            return signals.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private Flow.Subscription subscription() {
        try {
            return subscription.get(Await.TIMEOUT.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException | TimeoutException e) {
            return fail("waited %s for a subscription", Await.TIMEOUT);
        }
    }

    private static AssertionError interrupted() {
        Thread.currentThread().interrupt();
        return new AssertionError("interrupted while waiting");
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.complete(given);
        if (oneByOne) {
            given.request(1);
        }
    }

    @Override
    public void onNext(T row) {
        signals.add(new Signal.Row<>(row));
        if (oneByOne) {
            subscription().request(1);
        }
    }

    @Override
    public void onError(Throwable failure) {
        signals.add(new Signal.Failed<>(failure));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal.Completed<>());
    }
}
