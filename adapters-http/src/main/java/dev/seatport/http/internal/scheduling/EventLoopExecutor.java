package dev.seatport.http.internal.scheduling;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The way onto one event loop: what is handed in there runs at once, what comes from elsewhere is queued. Whoever uses it bears that
 * a task has run when {@link #execute} returns; those who cannot use {@link #deferred}.
 */
public final class EventLoopExecutor implements Executor {
    private final Context context;

    public EventLoopExecutor(Context context) {
        this.context = context;
    }

    /**
     * Runs a task on the event loop.
     *
     * @throws RejectedExecutionException if its Vertx was closed
     */
    @Override
    public void execute(Runnable task) {
        if (Vertx.currentContext() == context) {
            task.run();
        } else {
            context.runOnContext(ignored -> task.run());
        }
    }

    /** The same way, but never at once. */
    public Executor deferred() {
        return task -> context.runOnContext(ignored -> task.run());
    }
}
