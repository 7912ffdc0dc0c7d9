package dev.seatport.http.internal.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.http.support.ManualScheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CancellableTaskTest {
    private static final Duration WAIT = Duration.ofSeconds(3);

    private final ManualScheduler time = new ManualScheduler();
    private final CompletableFuture<Void> wait =
            CancellableTask.delay(WAIT, time, time).subscribeAsCompletionStage();

    @Test
    void completesAfterItsDelay() {
        time.advance(WAIT.minusNanos(1));
        assertThat(wait).isNotDone();
        time.advance(Duration.ofNanos(1));
        assertThat(wait).isCompleted();
    }

    @Test
    void cancelsItsTimerWithTheSubscription() {
        time.runTasks();
        assertThat(time.pendingTimers()).isOne();
        wait.cancel(true);
        time.runTasks();
        assertThat(time.pendingTimers()).isZero();
    }

    @Test
    void leavesNoTimerIfCancelledBeforeItsStart() {
        wait.cancel(true);
        time.runTasks();
        assertThat(time.pendingTimers()).isZero();
    }
}
