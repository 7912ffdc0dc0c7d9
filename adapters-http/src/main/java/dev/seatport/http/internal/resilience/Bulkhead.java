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
    private static final String CLOSED = "this client was closed";

    private final Executor loop;
    private final Executor later;
    private final int limit;
    private final int queueLimit;
    private final Queue<QueuedCall<?>> queue = new ArrayDeque<>();
    private int taken;
    private boolean granting;
    private boolean closed;
    private @Nullable Runnable whenIdle;

    /**
     * Permits for one vendor.
     *
     * @param loop where everything happens
     * @param later the same, but never at once
     * @param limit how many calls at once
     * @param queueLimit how many may wait
     */
    public Bulkhead(Executor loop, Executor later, int limit, int queueLimit) {
        this.loop = loop;
        this.later = later;
        this.limit = limit;
        this.queueLimit = queueLimit;
    }

    /**
     * Runs {@code call} as soon as there is a permit, and gives it back when the call ends, fails or is cancelled. Fails with
     * {@code OVERLOADED} if too many wait already, with {@code CLOSED} once closed.
     */
    public <T> Uni<T> during(VendorOperation vendorOperation, Uni<T> call) {
        return CancellableTask.of(
                loop,
                emitter -> new QueuedCall<>(emitter, vendorOperation, call),
                () -> refusal(vendorOperation, FailureKind.CLOSED, CLOSED));
    }

    /** How many calls have a permit; for callers on the event loop. */
    public int underWay() {
        return taken;
    }

    /**
     * Refuses those who wait and those who come; those under way go on.
     *
     * @param then what to do when none is under way any more
     */
    public void close(Runnable then) {
        CancellableTask.execute(loop, () -> {
            closed = true;
            whenIdle = then;
            for (QueuedCall<?> waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
                waiting.refuse(FailureKind.CLOSED, CLOSED);
            }
            idle();
        });
    }

    private void idle() {
        Runnable then = whenIdle;
        if (taken == 0 && then != null) {
            whenIdle = null;
            then.run();
        }
    }

    /** In a loop: a call may be over as soon as it begins, and gives its permit to the next who may be over as soon. */
    private void grantNext() {
        if (granting) {
            return;
        }
        granting = true;
        try {
            while (taken < limit && !queue.isEmpty()) {
                queue.remove().grant();
            }
        } finally {
            granting = false;
        }
    }

    private static VendorException refusal(VendorOperation vendorOperation, FailureKind kind, String explanation) {
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
        protected void begin() {
            if (closed) {
                refuse(FailureKind.CLOSED, CLOSED);
            } else if (taken < limit && queue.isEmpty()) {
                grant();
            } else if (queue.size() < queueLimit) {
                queue.add(this);
                grantNext();
            } else {
                refuse(FailureKind.OVERLOADED, queueLimit + " calls wait already; ask for less at once");
            }
        }

        void grant() {
            granted = true;
            taken++;
            run(call);
        }

        void refuse(FailureKind kind, String explanation) {
            refuse(refusal(vendorOperation, kind, explanation), later);
        }

        @Override
        protected void release() {
            if (!granted) {
                queue.remove(this);
                return;
            }
            taken--;
            grantNext();
            idle();
        }
    }
}
