package dev.seatport.http.internal.resilience;

import dev.seatport.http.internal.scheduling.CancellableTask;
import dev.seatport.http.internal.scheduling.Scheduler;
import dev.seatport.ports.failure.VendorException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Timeout of a whole call, whatever it is doing: queueing, waiting for a token or for a response, or waiting for a retry. */
public final class CallTimeouts {
    private final Executor eventLoop;
    private final Scheduler scheduler;
    private final Set<TimedCall<?>> active = new HashSet<>();

    /**
     * Deadlines on one event loop.
     *
     * @param eventLoop may refuse work, which means that its Vertx was closed by its owner
     */
    public CallTimeouts(Executor eventLoop, Scheduler scheduler) {
        this.eventLoop = eventLoop;
        this.scheduler = scheduler;
    }

    /** A call begins, which may take that long. */
    public CallProgress start(Duration timeout) {
        return new CallProgress(scheduler.nanoTime() + timeout.toNanos());
    }

    /** Whether the call may still be going on after that wait. */
    public boolean canWait(CallProgress callProgress, Duration wait) {
        return callProgress.canWait(wait, scheduler.nanoTime());
    }

    /**
     * Cancels the call when its time is up.
     *
     * @param timedOut the failure of a call whose time is up
     * @param loopClosed the failure of a call that has no event loop to run on any more
     */
    public <T> Uni<T> withTimeout(
            Duration timeout, Uni<T> call, Supplier<VendorException> timedOut, Supplier<VendorException> loopClosed) {
        return CancellableTask.of(
                eventLoop, emitter -> new TimedCall<>(emitter, timeout, call, timedOut, loopClosed), loopClosed);
    }

    /**
     * Ends all calls now, as if they had no event loop any more; on the event loop, as long as there is one.
     *
     * @param onDone what to do when they are told and have let go of what they held
     */
    public void failAll(Runnable onDone) {
        boolean scheduled = CancellableTask.tryExecute(eventLoop, () -> {
            List.copyOf(active).forEach(TimedCall::close);
            CancellableTask.tryExecute(eventLoop, onDone);
        });
        if (!scheduled) {
            onDone.run();
        }
    }

    private final class TimedCall<T> extends CancellableTask<T> {
        private final Duration timeout;
        private final Uni<T> call;
        private final Supplier<VendorException> timedOut;
        private final Supplier<VendorException> loopClosed;
        private Scheduler.@Nullable ScheduledTask timer;

        TimedCall(
                UniEmitter<? super T> emitter,
                Duration timeout,
                Uni<T> call,
                Supplier<VendorException> timedOut,
                Supplier<VendorException> loopClosed) {
            super(emitter);
            this.timeout = timeout;
            this.call = call;
            this.timedOut = timedOut;
            this.loopClosed = loopClosed;
        }

        @Override
        protected void onStart() {
            active.add(this);
            timer = scheduler.fixedTimeout(timeout).schedule(() -> fail(timedOut.get()));
            run(call);
        }

        @Override
        protected void release() {
            active.remove(this);
            if (timer != null) {
                timer.cancel();
            }
        }

        void close() {
            fail(loopClosed.get());
        }
    }
}
