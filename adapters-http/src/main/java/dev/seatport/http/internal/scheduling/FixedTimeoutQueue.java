package dev.seatport.http.internal.scheduling;

import dev.seatport.http.internal.scheduling.Scheduler.ScheduledTask;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Alarms that all wait equally long. So they are due in the order in which they were set: they stand in a line, and one timer, for
 * the first of them, does for all. Setting one and calling it off costs the same however many there are. The timer is not called
 * off with the last alarm, for the next one is about to be set; it finds nothing to do then. Lives on one event loop.
 */
final class FixedTimeoutQueue implements Scheduler.FixedTimeout {
    private final long wait;
    private final Scheduler time;
    /** Stands before the first and behind the last. */
    private final TimeoutNode ends = new TimeoutNode(0, () -> {});

    private @Nullable ScheduledTask timer;

    FixedTimeoutQueue(Duration wait, Scheduler time) {
        this.wait = wait.toNanos();
        this.time = time;
        ends.next = ends;
        ends.previous = ends;
    }

    @Override
    public ScheduledTask begin(Runnable task) {
        TimeoutNode last = new TimeoutNode(time.nanos() + wait, task);
        last.standBefore(ends);
        if (timer == null) {
            timer = time.after(Duration.ofNanos(wait), this::ring);
        }
        return last;
    }

    /** The timer goes on before the task runs, for the task may throw. */
    private void ring() {
        long now = time.nanos();
        TimeoutNode first = ends.next;
        boolean due = first != ends && first.due - now <= 0;
        if (due) {
            first.callOff();
        }
        timer = ends.next == ends ? null : time.after(Duration.ofNanos(Math.max(0, ends.next.due - now)), this::ring);
        if (due) {
            first.task.run();
        }
    }

    void close() {
        if (timer != null) {
            timer.callOff();
            timer = null;
        }
    }

    /** One alarm, and its neighbours; alone once it was called off or rang. */
    private static final class TimeoutNode implements ScheduledTask {
        private final long due;
        private final Runnable task;
        private TimeoutNode previous = this;
        private TimeoutNode next = this;

        TimeoutNode(long due, Runnable task) {
            this.due = due;
            this.task = task;
        }

        void standBefore(TimeoutNode other) {
            previous = other.previous;
            next = other;
            previous.next = this;
            other.previous = this;
        }

        @Override
        public void callOff() {
            previous.next = next;
            next.previous = previous;
            previous = this;
            next = this;
        }
    }
}
