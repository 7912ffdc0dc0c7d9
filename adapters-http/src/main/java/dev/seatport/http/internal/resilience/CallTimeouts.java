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
    private final Executor loop;
    private final Scheduler time;
    private final Set<TimedCall<?>> underWay = new HashSet<>();

    /**
     * Deadlines on one event loop.
     *
     * @param loop may refuse work, which means that its Vertx was closed by its owner
     */
    public CallTimeouts(Executor loop, Scheduler time) {
        this.loop = loop;
        this.time = time;
    }

    /** A call begins, which may take that long. */
    public CallProgress begin(Duration limit) {
        return new CallProgress(time.nanos() + limit.toNanos());
    }

    /** Whether the call may still be going on after that wait. */
    public boolean leaves(CallProgress callProgress, Duration wait) {
        return callProgress.allow(wait, time.nanos());
    }

    /**
     * Cancels the call when its time is up.
     *
     * @param late the failure of a call whose time is up
     * @param gone the failure of a call that has no event loop to run on any more
     */
    public <T> Uni<T> within(
            Duration limit, Uni<T> call, Supplier<VendorException> late, Supplier<VendorException> gone) {
        return CancellableTask.of(loop, emitter -> new TimedCall<>(emitter, limit, call, late, gone), gone);
    }

    /**
     * Ends all calls now, as if they had no event loop any more; on the event loop, as long as there is one.
     *
     * @param then what to do when they are told and have let go of what they held
     */
    public void endAll(Runnable then) {
        boolean handed = CancellableTask.execute(loop, () -> {
            List.copyOf(underWay).forEach(TimedCall::close);
            CancellableTask.execute(loop, then);
        });
        if (!handed) {
            then.run();
        }
    }

    private final class TimedCall<T> extends CancellableTask<T> {
        private final Duration limit;
        private final Uni<T> call;
        private final Supplier<VendorException> late;
        private final Supplier<VendorException> gone;
        private Scheduler.@Nullable ScheduledTask alarm;

        TimedCall(
                UniEmitter<? super T> emitter,
                Duration limit,
                Uni<T> call,
                Supplier<VendorException> late,
                Supplier<VendorException> gone) {
            super(emitter);
            this.limit = limit;
            this.call = call;
            this.late = late;
            this.gone = gone;
        }

        @Override
        protected void begin() {
            underWay.add(this);
            alarm = time.fixedTimeout(limit).begin(() -> fail(late.get()));
            run(call);
        }

        @Override
        protected void release() {
            underWay.remove(this);
            if (alarm != null) {
                alarm.callOff();
            }
        }

        void close() {
            fail(gone.get());
        }
    }
}
