package dev.seatport.http.internal.scheduling;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work of one subscriber on the event loop: begins there, ends once, and is cancelled there when the subscriber leaves. The base of
 * bulkhead, timeouts, delays and rate limiter. Confined to the event loop.
 */
public abstract class CancellableTask<T> {
    private final UniEmitter<? super T> emitter;
    private @Nullable Cancellable running;
    private boolean over;

    protected CancellableTask(UniEmitter<? super T> emitter) {
        this.emitter = emitter;
    }

    /**
     * Makes and begins a task for each subscriber.
     *
     * @param loop refuses work once its Vertx is closed; then the subscriber gets nothing
     */
    public static <T> Uni<T> of(Executor loop, Function<UniEmitter<? super T>, CancellableTask<T>> tasks) {
        return of(loop, tasks, null);
    }

    /**
     * Makes and begins a task for each subscriber.
     *
     * @param loop refuses work once its Vertx is closed
     * @param closed the subscriber's failure then; {@code null} for none
     */
    public static <T> Uni<T> of(
            Executor loop,
            Function<UniEmitter<? super T>, CancellableTask<T>> tasks,
            @Nullable Supplier<? extends Throwable> closed) {
        return Uni.createFrom().emitter(emitter -> {
            CancellableTask<T> task = tasks.apply(emitter);
            emitter.onTermination(() -> execute(loop, task::end));
            if (!execute(loop, task::start) && closed != null) {
                emitter.fail(closed.get());
            }
        });
    }

    /** Waits without a thread; the timer is cancelled with the subscription. */
    public static Uni<Void> delay(Duration wait, Scheduler time, Executor loop) {
        return of(loop, emitter -> new Delay(emitter, wait, time));
    }

    /** Hands work to an event loop; returns {@code false} if its Vertx is closed. */
    public static boolean execute(Executor loop, Runnable work) {
        try {
            loop.execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private void start() {
        if (!over) {
            begin();
        }
    }

    /** Begins the work, unless the subscriber left before. */
    protected abstract void begin();

    /** Gives back what the task holds. Called once. */
    protected abstract void release();

    /** Runs a call inside this task, which ends with it. What the task holds is given back before the subscriber is told. */
    protected final void run(Uni<T> call) {
        Cancellable begun = call.subscribe().with(this::complete, failure -> {
            end();
            emitter.fail(failure);
        });
        running = begun;
        // The subscriber may leave while the call begins.
        if (over) {
            begun.cancel();
        }
    }

    protected final void complete(@Nullable T item) {
        end();
        emitter.complete(item);
    }

    /** Tells the subscriber, which ends the task. */
    protected final void fail(Throwable failure) {
        emitter.fail(failure);
    }

    /** Ends a task that holds nothing yet; the subscriber is told by {@code later}. */
    protected final void refuse(Throwable failure, Executor later) {
        over = true;
        later.execute(() -> emitter.fail(failure));
    }

    private void end() {
        if (over) {
            return;
        }
        over = true;
        if (running != null) {
            running.cancel();
        }
        release();
    }

    private static final class Delay extends CancellableTask<Void> {
        private final Duration wait;
        private final Scheduler time;
        private Scheduler.@Nullable ScheduledTask alarm;

        Delay(UniEmitter<? super Void> emitter, Duration wait, Scheduler time) {
            super(emitter);
            this.wait = wait;
            this.time = time;
        }

        @Override
        protected void begin() {
            alarm = time.after(wait, () -> complete(null));
        }

        @Override
        protected void release() {
            if (alarm != null) {
                alarm.callOff();
            }
        }
    }
}
