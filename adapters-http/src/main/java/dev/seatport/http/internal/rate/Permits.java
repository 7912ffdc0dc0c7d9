package dev.seatport.http.internal.rate;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.Operation;
import dev.seatport.ports.failure.VendorException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * So many calls at once, so many waiting, and no more. Lives on one event loop, which {@code loop} hands work to; so it
 * needs no lock. What is handed to the loop may run at once; who is refused is told later.
 */
public final class Permits {
    private static final String CLOSED = "this client was closed";

    private final Executor loop;
    private final Executor later;
    private final int limit;
    private final int queueLimit;
    private final Queue<Claim<?>> queue = new ArrayDeque<>();
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
    public Permits(Executor loop, Executor later, int limit, int queueLimit) {
        this.loop = loop;
        this.later = later;
        this.limit = limit;
        this.queueLimit = queueLimit;
    }

    /**
     * Runs {@code call} as soon as there is a permit, and gives it back when the call ends, fails or is cancelled. Fails with
     * {@code OVERLOADED} if too many wait already, with {@code CLOSED} once closed.
     */
    public <T> Uni<T> during(Operation operation, Uni<T> call) {
        return Uni.createFrom().emitter(emitter -> {
            Claim<T> claim = new Claim<>(operation, call, emitter);
            emitter.onTermination(() -> handed(claim::end));
            if (!handed(() -> ask(claim))) {
                emitter.fail(claim.refusal(FailureKind.CLOSED, CLOSED));
            }
        });
    }

    /** How many calls have a permit; for callers on the event loop. */
    public int underWay() {
        return taken;
    }

    /** Whether the loop still turns: it does not once the Vertx was closed, and then there is nothing to give back either. */
    private boolean handed(Runnable task) {
        try {
            loop.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /**
     * Refuses those who wait and those who come; those under way go on.
     *
     * @param then what to do when none is under way any more
     */
    public void close(Runnable then) {
        handed(() -> {
            closed = true;
            whenIdle = then;
            for (Claim<?> waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
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

    private void ask(Claim<?> claim) {
        if (claim.over) {
            return;
        }
        if (closed) {
            claim.refuse(FailureKind.CLOSED, CLOSED);
        } else if (taken < limit && queue.isEmpty()) {
            claim.grant();
        } else if (queue.size() < queueLimit) {
            queue.add(claim);
            grantNext();
        } else {
            claim.refuse(FailureKind.OVERLOADED, queueLimit + " calls wait already; ask for less at once");
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

    /** One call's claim to a permit: waiting, granted, or over. */
    private final class Claim<T> {
        private final Operation operation;
        private final Uni<T> call;
        private final UniEmitter<? super T> emitter;
        private @Nullable Cancellable running;
        private boolean granted;
        private boolean over;

        Claim(Operation operation, Uni<T> call, UniEmitter<? super T> emitter) {
            this.operation = operation;
            this.call = call;
            this.emitter = emitter;
        }

        /** The permit is given back before the caller is told, for whoever is told may throw. */
        void grant() {
            granted = true;
            taken++;
            running = call.subscribe()
                    .with(
                            item -> {
                                end();
                                emitter.complete(item);
                            },
                            failure -> {
                                end();
                                emitter.fail(failure);
                            });
            endedMeanwhile(running);
        }

        /** Its caller may go away while it begins. */
        private void endedMeanwhile(Cancellable begun) {
            if (over) {
                begun.cancel();
            }
        }

        private void refuse(FailureKind kind, String explanation) {
            over = true;
            VendorException refusal = refusal(kind, explanation);
            later.execute(() -> emitter.fail(refusal));
        }

        VendorException refusal(FailureKind kind, String explanation) {
            return VendorException.builder(kind, operation.vendor(), operation.name(), explanation)
                    .build();
        }

        /** The call is done, or its caller went away; also after both. */
        void end() {
            if (over) {
                return;
            }
            over = true;
            if (!granted) {
                queue.remove(this);
                return;
            }
            if (running != null) {
                running.cancel();
            }
            taken--;
            grantNext();
            idle();
        }
    }
}
