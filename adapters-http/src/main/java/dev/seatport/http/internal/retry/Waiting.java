package dev.seatport.http.internal.retry;

import dev.seatport.http.internal.time.Clockwork;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A wait that holds no thread, and whose timer goes with whoever waits. */
final class Waiting {
    private Waiting() {}

    static Uni<Void> of(Duration wait, Clockwork time, Executor loop) {
        return Uni.createFrom().emitter(emitter -> {
            AtomicReference<Clockwork.@Nullable Alarm> alarm = new AtomicReference<>();
            emitter.onTermination(() -> loop.execute(() -> {
                Clockwork.Alarm set = alarm.get();
                if (set != null) {
                    set.callOff();
                }
            }));
            loop.execute(() -> alarm.set(time.after(wait, () -> emitter.complete(null))));
        });
    }
}
