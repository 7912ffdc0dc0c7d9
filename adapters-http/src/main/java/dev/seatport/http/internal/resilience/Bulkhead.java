package dev.seatport.http.internal.resilience;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.scheduling.CancellableTask;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.failure.VendorException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * So many calls at once, so many waiting, and no more. Lives on one event loop, which {@code loop} hands work to; so it
 * needs no lock. What is handed to the loop may run at once; who is refused is told later.
 */
public final class Bulkhead {
    private static final String CLIENT_CLOSED = "this client was closed";

    private final Executor eventLoop;
    private final Executor deferredLoop;
    private final int maxActive;
    private final int maxQueued;
    private final Queue<QueuedCall<?>> queue = new ArrayDeque<>();
    private int active;
    private boolean draining;
    private boolean closed;
    private @Nullable Runnable onIdle;

    /**
     * Permits for one vendor.
     *
     * @param eventLoop where everything happens
     * @param deferredLoop the same, but never at once
     * @param maxActive how many calls at once
     * @param maxQueued how many may wait
     */
    public Bulkhead(Executor eventLoop, Executor deferredLoop, int maxActive, int maxQueued) {
        this.eventLoop = eventLoop;
        this.deferredLoop = deferredLoop;
        this.maxActive = maxActive;
        this.maxQueued = maxQueued;
    }

    /**
     * Runs {@code call} as soon as there is a permit, and gives it back when the call ends, fails or is cancelled. Fails with
     * {@code OVERLOADED} if too many wait already, with {@code CLOSED} once closed.
     */
    public <T> Uni<T> execute(VendorOperation vendorOperation, Uni<T> call) {
        return CancellableTask.of(
                eventLoop,
                emitter -> new QueuedCall<>(emitter, vendorOperation, call),
                () -> rejection(vendorOperation, FailureKind.CLOSED, CLIENT_CLOSED));
    }

    /** How many calls have a permit; for callers on the event loop. */
    public int activeCalls() {
        return active;
    }

    /**
     * Refuses those who wait and those who come; those under way go on.
     *
     * @param onIdle what to do when none is under way any more
     */
    public void close(Runnable onIdle) {
        CancellableTask.tryExecute(eventLoop, () -> {
            closed = true;
            this.onIdle = onIdle;
            for (QueuedCall<?> queued = queue.poll(); queued != null; queued = queue.poll()) {
                queued.reject(FailureKind.CLOSED, CLIENT_CLOSED);
            }
            runOnIdle();
        });
    }

    private void runOnIdle() {
        Runnable listener = onIdle;
        if (active == 0 && listener != null) {
            onIdle = null;
            listener.run();
        }
    }

    /** In a loop: a call may be over as soon as it begins, and gives its permit to the next who may be over as soon. */
    private void drain() {
        if (draining) {
            return;
        }
        draining = true;
        try {
            while (active < maxActive && !queue.isEmpty()) {
                queue.remove().grant();
            }
        } finally {
            draining = false;
        }
    }

    private static VendorException rejection(VendorOperation vendorOperation, FailureKind kind, String explanation) {
        return VendorException.builder(kind, vendorOperation.vendor(), vendorOperation.name(), explanation)
                .build();
    }

    /** One call: waiting, granted a permit, or over. */
    private final class QueuedCall<T> extends CancellableTask<T> {
        private final VendorOperation vendorOperation;
        private final Uni<T> call;
        private boolean granted;

        QueuedCall(UniEmitter<? super T> emitter, VendorOperation vendorOperation, Uni<T> call) {
            super(emitter);
            this.vendorOperation = vendorOperation;
            this.call = call;
        }

        @Override
        protected void onStart() {
            if (closed) {
                reject(FailureKind.CLOSED, CLIENT_CLOSED);
            } else if (active < maxActive && queue.isEmpty()) {
                grant();
            } else if (queue.size() < maxQueued) {
                queue.add(this);
                drain();
            } else {
                reject(FailureKind.OVERLOADED, maxQueued + " calls wait already; ask for less at once");
            }
        }

        void grant() {
            granted = true;
            active++;
            run(call);
        }

        void reject(FailureKind kind, String explanation) {
            reject(rejection(vendorOperation, kind, explanation), deferredLoop);
        }

        @Override
        protected void release() {
            if (!granted) {
                queue.remove(this);
                return;
            }
            active--;
            drain();
            runOnIdle();
        }
    }
}
