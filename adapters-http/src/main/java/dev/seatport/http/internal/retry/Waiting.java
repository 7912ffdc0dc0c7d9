package dev.seatport.http.internal.retry;

import dev.seatport.http.internal.time.Clockwork;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A wait that holds no thread, and whose timer goes with whoever waits. */
final class Waiting {
    private Waiting() {}

    static Uni<Void> of(Duration wait, Clockwork time, Executor loop) {
        return Uni.createFrom().emitter(emitter -> {
            Pause pause = new Pause(emitter);
            emitter.onTermination(() -> loop.execute(pause::end));
            loop.execute(() -> pause.begin(wait, time));
        });
    }

    /** One who waits; may leave before the wait begins. */
    private static final class Pause {
        private final UniEmitter<? super Void> emitter;
        private Clockwork.@Nullable Alarm alarm;
        private boolean over;

        Pause(UniEmitter<? super Void> emitter) {
            this.emitter = emitter;
        }

        void begin(Duration wait, Clockwork time) {
            if (!over) {
                alarm = time.after(wait, () -> emitter.complete(null));
            }
        }

        void end() {
            over = true;
            if (alarm != null) {
                alarm.callOff();
            }
        }
    }
}
