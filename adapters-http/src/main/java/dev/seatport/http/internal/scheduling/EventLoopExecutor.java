package dev.seatport.http.internal.scheduling;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Executor of one event loop. Runs a task at once if the caller is on the event loop; otherwise queues it. Thread-safe.
 *
 * <p>A caller on the event loop must expect that the task has run when {@link #execute} returns, or else use {@link #deferred}.
 */
public final class EventLoopExecutor implements Executor {
    private final Context context;

    public EventLoopExecutor(Context context) {
        this.context = context;
    }

    /**
     * Runs a task on the event loop.
     *
     * @throws RejectedExecutionException if its Vertx is closed
     */
    @Override
    public void execute(Runnable task) {
        if (Vertx.currentContext() == context) {
            task.run();
        } else {
            context.runOnContext(ignored -> task.run());
        }
    }

    /** Returns an executor of the same event loop that never runs a task at once. */
    public Executor deferred() {
        return task -> context.runOnContext(ignored -> task.run());
    }
}
