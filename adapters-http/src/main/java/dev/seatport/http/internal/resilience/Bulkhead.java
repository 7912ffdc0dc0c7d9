package dev.seatport.http.internal.resilience;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.scheduling.CancellableTask;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.failure.VendorException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Limits the active and the queued calls of one vendor. Thread-safe: its state is confined to the event loop, so it needs no lock.
 *
 * <p>A call that fails with {@link PausedCallException} gives its permit back. It counts as queued until its pause is over and it has a
 * permit again.
 *
 * <p>The event loop may run a task at once. Failures of rejected calls are always delivered by a later task.
 */
public final class Bulkhead {
    private static final String CLIENT_CLOSED = "this client was closed";

    private final Executor eventLoop;
    private final Executor deferredLoop;
    private final int maxActive;
    private final int maxQueued;
    private final Queue<QueuedCall<?>> queue = new ArrayDeque<>();
    private final Set<QueuedCall<?>> paused = new LinkedHashSet<>();
    private int active;
    private boolean draining;
    /** Written by any thread, so that a call which starts after {@link #close} returned is rejected. */
    private volatile boolean closed;

    private @Nullable Runnable onIdle;

    /**
     * @param eventLoop runs all tasks of the bulkhead
     * @param deferredLoop the same event loop, but never runs a task at once
     * @param maxActive number of calls that may be active at once
     * @param maxQueued number of calls that may wait
     */
    public Bulkhead(Executor eventLoop, Executor deferredLoop, int maxActive, int maxQueued) {
        this.eventLoop = eventLoop;
        this.deferredLoop = deferredLoop;
        this.maxActive = maxActive;
        this.maxQueued = maxQueued;
    }

    /**
     * Runs {@code call} as soon as it has a permit, and again after each pause. Releases the permit when the call completes, fails or is
     * cancelled. Fails with {@code OVERLOADED} if the queue is full and with {@code CLOSED} after {@link #close}.
     */
    public <T> Uni<T> execute(VendorOperation vendorOperation, Uni<T> call) {
        return CancellableTask.of(
                eventLoop,
                emitter -> new QueuedCall<>(emitter, vendorOperation, call),
                () -> rejection(vendorOperation, FailureKind.CLOSED, CLIENT_CLOSED));
    }

    /** Returns the number of calls with a permit. Confined to the event loop. */
    public int activeCalls() {
        return active;
    }

    /**
     * Rejects queued and new calls, from the return of this method on. Active calls continue. Thread-safe.
     *
     * @param onIdle runs once no call is active any more
     */
    public void close(Runnable onIdle) {
        closed = true;
        CancellableTask.tryExecute(eventLoop, () -> {
            this.onIdle = onIdle;
            for (QueuedCall<?> queued = queue.poll(); queued != null; queued = queue.poll()) {
                queued.reject(FailureKind.CLOSED, CLIENT_CLOSED);
            }
            List.copyOf(paused).forEach(QueuedCall::rejectPaused);
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

    /** Loops instead of recursing, because a call may end while it starts and so free its permit for the next one. */
    private void drain() {
        if (draining) {
            return;
        }
        draining = true;
        try {
            while (!closed && active < maxActive && !queue.isEmpty()) {
                queue.remove().grant();
            }
        } finally {
            draining = false;
        }
    }

    private static VendorException rejection(VendorOperation vendorOperation, FailureKind kind, String explanation) {
        return vendorOperation.failure(kind, explanation).build();
    }

    /** A call that is queued, active or ended. */
    private final class QueuedCall<T> extends CancellableTask<T> {
        private final VendorOperation vendorOperation;
        private final Uni<T> call;
        private boolean granted;
        private @Nullable Cancellable pause;

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
            } else if (queue.size() + paused.size() < maxQueued) {
                queue.add(this);
                drain();
            } else {
                reject(FailureKind.OVERLOADED, queueIsFull());
            }
        }

        void grant() {
            granted = true;
            active++;
            run(call);
        }

        @Override
        protected void onFailure(Throwable failure) {
            if (!(failure instanceof PausedCallException pausedCall)) {
                super.onFailure(failure);
            } else if (closed) {
                super.onFailure(rejection(vendorOperation, FailureKind.CLOSED, CLIENT_CLOSED));
            } else if (queue.isEmpty() && paused.size() >= maxQueued) {
                super.onFailure(rejection(vendorOperation, FailureKind.OVERLOADED, queueIsFull()));
            } else {
                // A queued call takes the permit, so the pause adds no call to those that wait.
                pause(pausedCall.pause());
            }
        }

        private String queueIsFull() {
            return "the queue is full (" + maxQueued + " calls); make fewer calls at once";
        }

        private void pause(Uni<Void> until) {
            granted = false;
            active--;
            paused.add(this);
            pause = until.subscribe().with(ignored -> resume());
            drain();
        }

        private void resume() {
            if (paused.remove(this)) {
                queue.add(this);
                drain();
            }
        }

        void rejectPaused() {
            release();
            reject(FailureKind.CLOSED, CLIENT_CLOSED);
        }

        void reject(FailureKind kind, String explanation) {
            reject(rejection(vendorOperation, kind, explanation), deferredLoop);
        }

        @Override
        protected void release() {
            if (!granted) {
                queue.remove(this);
                if (paused.remove(this) && pause != null) {
                    pause.cancel();
                }
                return;
            }
            active--;
            drain();
            runOnIdle();
        }
    }
}
