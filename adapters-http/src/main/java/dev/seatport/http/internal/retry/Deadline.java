package dev.seatport.http.internal.retry;

import dev.seatport.http.internal.time.Clockwork;
import dev.seatport.ports.failure.VendorException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The end of a call's patience, whatever it is doing: waiting for its turn, for a token, for an answer, or to try again. */
public final class Deadline {
    private final Executor loop;
    private final Clockwork time;
    private final Set<Watched<?>> underWay = new HashSet<>();

    /**
     * Deadlines on one event loop.
     *
     * @param loop may refuse work, which means that its Vertx was closed by its owner
     */
    public Deadline(Executor loop, Clockwork time) {
        this.loop = loop;
        this.time = time;
    }

    /** A call begins, which may take that long. */
    public Tries begin(Duration limit) {
        return new Tries(time.nanos() + limit.toNanos());
    }

    /** Whether the call may still be going on after that wait. */
    public boolean leaves(Tries tries, Duration wait) {
        return tries.allow(wait, time.nanos());
    }

    /**
     * Cancels the call when its time is up.
     *
     * @param late the failure of a call whose time is up
     * @param gone the failure of a call that has no event loop to run on any more
     */
    public <T> Uni<T> within(
            Duration limit, Uni<T> call, Supplier<VendorException> late, Supplier<VendorException> gone) {
        return Uni.createFrom().emitter(emitter -> {
            Watched<T> watched = new Watched<>(emitter, late, gone);
            emitter.onTermination(() -> handed(watched::end));
            if (!handed(() -> watched.begin(time, limit, call))) {
                emitter.fail(gone.get());
            }
        });
    }

    private boolean handed(Runnable task) {
        try {
            loop.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /**
     * Ends all calls now, as if they had no event loop any more; on the event loop, as long as there is one.
     *
     * @param then what to do when they are told and have let go of what they held
     */
    public void endAll(Runnable then) {
        if (!handed(() -> {
            List.copyOf(underWay).forEach(Watched::fail);
            handed(then);
        })) {
            then.run();
        }
    }

    /** One call and its alarm. */
    private final class Watched<T> {
        private final UniEmitter<? super T> emitter;
        private final Supplier<VendorException> late;
        private final Supplier<VendorException> gone;
        private Clockwork.@Nullable Alarm alarm;
        private @Nullable Cancellable running;
        private boolean over;

        Watched(UniEmitter<? super T> emitter, Supplier<VendorException> late, Supplier<VendorException> gone) {
            this.emitter = emitter;
            this.late = late;
            this.gone = gone;
        }

        void begin(Clockwork time, Duration limit, Uni<T> call) {
            if (!over) {
                underWay.add(this);
                alarm = time.patience(limit).begin(() -> emitter.fail(late.get()));
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
        }

        /** Its caller may go away while it begins. */
        private void endedMeanwhile(Cancellable begun) {
            if (over) {
                begun.cancel();
            }
        }

        void fail() {
            emitter.fail(gone.get());
        }

        /** The call ended, its time is up, or its caller went away. */
        void end() {
            if (over) {
                return;
            }
            over = true;
            underWay.remove(this);
            if (alarm != null) {
                alarm.callOff();
            }
            if (running != null) {
                running.cancel();
            }
        }
    }
}
