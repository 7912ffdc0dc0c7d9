package dev.seatport.testkit.contract;

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

/** A subscriber that asks for nothing on its own, and whose test waits for one signal after the other. */
final class Probe<T> implements Flow.Subscriber<T> {
    /** How long a signal may take. */
    static final Duration PATIENCE = Duration.ofSeconds(60);
    /** How long nothing must happen until nothing is believed to happen. */
    private static final Duration QUIET = Duration.ofMillis(150);

    private final BlockingQueue<Signal<T>> signals = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

    private Probe() {}

    private sealed interface Signal<T> {
        record Row<T>(T row) implements Signal<T> {}

        record Failed<T>(Throwable failure) implements Signal<T> {}

        record Completed<T>() implements Signal<T> {}
    }

    /** What a whole listing came to. */
    record Outcome<T>(List<T> rows, @Nullable Throwable failure) {}

    /** One that has subscribed and not asked yet. */
    static <T> Probe<T> on(Flow.Publisher<T> publisher) {
        Probe<T> probe = new Probe<>();
        publisher.subscribe(probe);
        return probe;
    }

    /** Everything that a publisher delivers, up to its end. */
    static <T> Outcome<T> everything(Flow.Publisher<T> publisher) {
        return on(publisher).request(Long.MAX_VALUE).rest();
    }

    Probe<T> request(long rows) {
        subscription().request(rows);
        return this;
    }

    void cancel() {
        subscription().cancel();
    }

    /** The next signal, which must be a row. */
    T row() {
        Signal<T> signal = next("a row");
        return signal instanceof Signal.Row<T> row ? row.row() : fail("not a row but " + signal);
    }

    /** The next signal, which must be completion. */
    void completion() {
        assertThat(next("completion")).isInstanceOf(Signal.Completed.class);
    }

    /** All that is left, up to the end. */
    Outcome<T> rest() {
        List<T> rows = new ArrayList<>();
        while (true) {
            Signal<T> signal = next("the end, after " + rows.size() + " rows");
            if (signal instanceof Signal.Row<T> row) {
                rows.add(row.row());
            } else {
                return new Outcome<>(rows, signal instanceof Signal.Failed<T> failed ? failed.failure() : null);
            }
        }
    }

    /** Nothing arrives that has not been waited for. */
    void silence(String why) {
        assertThat(poll(QUIET)).as(why).isNull();
    }

    private Signal<T> next(String what) {
        Signal<T> signal = poll(PATIENCE);
        return signal == null ? fail("waited %s for %s", PATIENCE, what) : signal;
    }

    private @Nullable Signal<T> poll(Duration patience) {
        try {
            return signals.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private Flow.Subscription subscription() {
        try {
            return subscription.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException | TimeoutException e) {
            return fail("waited %s for a subscription", PATIENCE);
        }
    }

    private static AssertionError interrupted() {
        Thread.currentThread().interrupt();
        return new AssertionError("interrupted while waiting");
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.complete(given);
    }

    @Override
    public void onNext(T row) {
        signals.add(new Signal.Row<>(row));
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
