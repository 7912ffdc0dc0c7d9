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

/** Timeout of a whole call: queueing, waits for tokens, responses and retries. Confined to the event loop. */
public final class CallTimeoutEnforcer {
    private final Executor eventLoop;
    private final Scheduler scheduler;
    private final Set<TimedCall<?>> active = new HashSet<>();

    /**
     * @param eventLoop rejects tasks once the owner of its Vertx closed it
     */
    public CallTimeoutEnforcer(Executor eventLoop, Scheduler scheduler) {
        this.eventLoop = eventLoop;
        this.scheduler = scheduler;
    }

    /** Starts a call with a timeout. */
    public CallProgress start(Duration timeout) {
        return new CallProgress(scheduler.nanoTime() + timeout.toNanos());
    }

    /** Returns whether the call does not reach its deadline during the wait. */
    public boolean canWait(CallProgress callProgress, Duration wait) {
        return callProgress.canWait(wait, scheduler.nanoTime());
    }

    /**
     * Cancels the call at its timeout.
     *
     * @param timedOut supplies the failure of a call that reached its timeout
     * @param loopClosed supplies the failure of a call whose event loop is closed
     */
    public <T> Uni<T> withTimeout(
            Duration timeout, Uni<T> call, Supplier<VendorException> timedOut, Supplier<VendorException> loopClosed) {
        return CancellableTask.of(
                eventLoop, emitter -> new TimedCall<>(emitter, timeout, call, timedOut, loopClosed), loopClosed);
    }

    /**
     * Fails all calls as if the event loop were closed.
     *
     * @param onDone runs after the subscribers were notified and released their resources; at once if the event loop is closed
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
