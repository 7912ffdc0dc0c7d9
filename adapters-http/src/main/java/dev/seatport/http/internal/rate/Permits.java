package dev.seatport.http.internal.rate;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * So many calls at once, so many waiting, and no more. Lives on one event loop, which {@code loop} hands work to; so it
 * needs no lock.
 */
public final class Permits {
    private final Executor loop;
    private final int limit;
    private final int queueLimit;
    private final Supplier<Throwable> overloaded;
    private final Queue<Claim<?>> queue = new ArrayDeque<>();
    private int taken;

    /**
     * Permits for one vendor.
     *
     * @param limit how many calls at once
     * @param queueLimit how many may wait
     * @param overloaded the failure of a call for which there is no place left
     */
    public Permits(Executor loop, int limit, int queueLimit, Supplier<Throwable> overloaded) {
        this.loop = loop;
        this.limit = limit;
        this.queueLimit = queueLimit;
        this.overloaded = overloaded;
    }

    /** Runs {@code call} as soon as there is a permit, and gives it back when the call ends, fails or is cancelled. */
    public <T> Uni<T> during(Uni<T> call) {
        return Uni.createFrom().emitter(emitter -> {
            Claim<T> claim = new Claim<>(call, emitter);
            emitter.onTermination(() -> loop.execute(claim::end));
            loop.execute(() -> ask(claim));
        });
    }

    private void ask(Claim<?> claim) {
        if (taken < limit) {
            claim.grant();
        } else if (queue.size() < queueLimit) {
            queue.add(claim);
        } else {
            claim.refuse();
        }
    }

    /** One call's claim to a permit: waiting, granted, or over. */
    private final class Claim<T> {
        private final Uni<T> call;
        private final UniEmitter<? super T> emitter;
        private @Nullable Cancellable running;
        private boolean over;

        Claim(Uni<T> call, UniEmitter<? super T> emitter) {
            this.call = call;
            this.emitter = emitter;
        }

        void grant() {
            if (over) {
                return;
            }
            taken++;
            running = call.subscribe().with(emitter::complete, emitter::fail);
        }

        void refuse() {
            emitter.fail(overloaded.get());
        }

        /** The call is done, or its caller went away; also after both. */
        void end() {
            if (over) {
                return;
            }
            over = true;
            if (running == null) {
                queue.remove(this);
            } else {
                running.cancel();
                taken--;
                grantNext();
            }
        }
    }

    private void grantNext() {
        Claim<?> next = queue.poll();
        if (next != null) {
            next.grant();
        }
    }
}
