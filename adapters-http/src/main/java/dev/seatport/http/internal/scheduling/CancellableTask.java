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
 * Task of one subscriber: starts on the event loop, ends once, and is cancelled there with its subscription. Base of bulkhead,
 * timeouts, delays and rate limiter. Confined to the event loop.
 */
public abstract class CancellableTask<T> {
    private final UniEmitter<? super T> emitter;
    private @Nullable Cancellable subscription;
    private boolean done;

    protected CancellableTask(UniEmitter<? super T> emitter) {
        this.emitter = emitter;
    }

    /**
     * Creates and starts a task for each subscriber.
     *
     * @param eventLoop rejects tasks once its Vertx is closed; then the subscriber receives no signal
     */
    public static <T> Uni<T> of(Executor eventLoop, Function<UniEmitter<? super T>, CancellableTask<T>> tasks) {
        return of(eventLoop, tasks, null);
    }

    /**
     * Creates and starts a task for each subscriber.
     *
     * @param eventLoop rejects tasks once its Vertx is closed
     * @param loopClosed supplies the failure of the subscriber in that case; {@code null} for none
     */
    public static <T> Uni<T> of(
            Executor eventLoop,
            Function<UniEmitter<? super T>, CancellableTask<T>> tasks,
            @Nullable Supplier<? extends Throwable> loopClosed) {
        return Uni.createFrom().emitter(emitter -> {
            CancellableTask<T> task = tasks.apply(emitter);
            emitter.onTermination(() -> tryExecute(eventLoop, task::end));
            if (!tryExecute(eventLoop, task::start) && loopClosed != null) {
                emitter.fail(loopClosed.get());
            }
        });
    }

    /** Completes after a delay without blocking a thread. The timer is cancelled with the subscription. */
    public static Uni<Void> delay(Duration delay, Scheduler scheduler, Executor eventLoop) {
        return of(eventLoop, emitter -> new Delay(emitter, delay, scheduler));
    }

    /**
     * Runs a task on the event loop.
     *
     * @return false if its Vertx is closed
     */
    public static boolean tryExecute(Executor eventLoop, Runnable work) {
        try {
            eventLoop.execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private void start() {
        if (!done) {
            onStart();
        }
    }

    /** Starts the work. Not called if the subscriber cancelled before. */
    protected abstract void onStart();

    /** Releases the resources of the task. Called once. */
    protected abstract void release();

    /** Runs a call inside this task and ends with it. Resources are released before the subscriber is notified. */
    protected final void run(Uni<T> call) {
        Cancellable running = call.subscribe().with(this::complete, this::onFailure);
        subscription = running;
        // The subscriber may cancel while the call starts.
        if (done) {
            running.cancel();
        }
    }

    /** Called when the call of {@link #run} fails. Ends the task with the failure, unless a subclass runs another call instead. */
    protected void onFailure(Throwable failure) {
        end();
        emitter.fail(failure);
    }

    protected final void complete(@Nullable T item) {
        end();
        emitter.complete(item);
    }

    /** Fails the subscriber, which ends the task. */
    protected final void fail(Throwable failure) {
        emitter.fail(failure);
    }

    /**
     * Ends a task that holds no resources yet.
     *
     * @param deferredLoop notifies the subscriber in a later task
     */
    protected final void reject(Throwable failure, Executor deferredLoop) {
        done = true;
        deferredLoop.execute(() -> emitter.fail(failure));
    }

    private void end() {
        if (done) {
            return;
        }
        done = true;
        if (subscription != null) {
            subscription.cancel();
        }
        release();
    }

    private static final class Delay extends CancellableTask<Void> {
        private final Duration delay;
        private final Scheduler scheduler;
        private Scheduler.@Nullable ScheduledTask timer;

        Delay(UniEmitter<? super Void> emitter, Duration delay, Scheduler scheduler) {
            super(emitter);
            this.delay = delay;
            this.scheduler = scheduler;
        }

        @Override
        protected void onStart() {
            timer = scheduler.schedule(delay, () -> complete(null));
        }

        @Override
        protected void release() {
            if (timer != null) {
                timer.cancel();
            }
        }
    }
}
