package dev.seatport.http.internal.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.http.internal.scheduling.Scheduler.ScheduledTask;
import dev.seatport.http.support.ManualScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedTimeoutQueueTest {
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration ALMOST = WAIT.minusNanos(1);
    private static final Duration BIT = Duration.ofNanos(1);

    private final ManualScheduler time = new ManualScheduler();
    private final FixedTimeoutQueue queue = new FixedTimeoutQueue(WAIT, time);
    private final List<String> fired = new ArrayList<>();

    private ScheduledTask schedule(String name) {
        return queue.schedule(() -> fired.add(name));
    }

    @Test
    void runsATaskAtItsTimeoutAndNotBefore() {
        schedule("a");
        time.advance(ALMOST);
        assertThat(fired).isEmpty();
        time.advance(BIT);
        assertThat(fired).containsExactly("a");
    }

    @Test
    void runsEachTaskAtItsOwnTimeoutInOrder() {
        schedule("a");
        time.advance(Duration.ofSeconds(3));
        schedule("b");
        time.advance(Duration.ofSeconds(7));
        assertThat(fired).containsExactly("a");
        time.advance(Duration.ofSeconds(3));
        assertThat(fired).containsExactly("a", "b");
    }

    @Test
    void runsAllTasksWithTheSameTimeout() {
        schedule("a");
        schedule("b");
        schedule("c");
        time.advance(WAIT);
        assertThat(fired).containsExactly("a", "b", "c");
    }

    @Test
    void doesNotRunCancelledTasks() {
        ScheduledTask first = schedule("a");
        ScheduledTask middle = schedule("b");
        schedule("c");
        first.cancel();
        middle.cancel();
        middle.cancel();
        time.advance(WAIT);
        assertThat(fired).containsExactly("c");
    }

    @Test
    void runsTheNextTaskInTimeAfterTheFirstWasCancelled() {
        ScheduledTask first = schedule("a");
        time.advance(Duration.ofSeconds(4));
        schedule("b");
        first.cancel();
        time.advance(ALMOST);
        assertThat(fired).isEmpty();
        time.advance(BIT);
        assertThat(fired).containsExactly("b");
    }

    @Test
    void usesOneTimerForManyTasksAndNoneAfterAllAreCancelled() {
        List<ScheduledTask> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            many.add(schedule("never"));
        }
        assertThat(time.pendingTimers()).isEqualTo(1);
        many.forEach(ScheduledTask::cancel);
        time.advance(WAIT);
        assertThat(time.pendingTimers()).isZero();
        assertThat(fired).isEmpty();
    }

    @Test
    void continuesAfterATaskThatThrows() {
        queue.schedule(() -> {
            throw new IllegalStateException("a task that throws");
        });
        schedule("b");
        assertThatThrownBy(() -> time.advance(WAIT)).hasMessage("a task that throws");
        time.advance(WAIT);
        assertThat(fired).containsExactly("b");
    }

    @Test
    void canScheduleWhileATaskRuns() {
        queue.schedule(() -> schedule("later"));
        time.advance(WAIT);
        assertThat(fired).isEmpty();
        time.advance(WAIT);
        assertThat(fired).containsExactly("later");
    }

    @Test
    void leavesNoTimerOnceClosed() {
        schedule("a");
        queue.close();
        assertThat(time.pendingTimers()).isZero();
    }
}
