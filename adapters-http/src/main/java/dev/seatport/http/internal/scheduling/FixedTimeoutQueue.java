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
    private final long timeoutNanos;
    private final Scheduler scheduler;
    /** Stands before the first and behind the last. */
    private final TimeoutNode sentinel = new TimeoutNode(0, () -> {});

    private @Nullable ScheduledTask timer;

    FixedTimeoutQueue(Duration timeout, Scheduler scheduler) {
        this.timeoutNanos = timeout.toNanos();
        this.scheduler = scheduler;
        sentinel.next = sentinel;
        sentinel.previous = sentinel;
    }

    @Override
    public ScheduledTask schedule(Runnable task) {
        TimeoutNode node = new TimeoutNode(scheduler.nanoTime() + timeoutNanos, task);
        node.insertBefore(sentinel);
        if (timer == null) {
            timer = scheduler.schedule(Duration.ofNanos(timeoutNanos), this::fireFirst);
        }
        return node;
    }

    /** The timer goes on before the task runs, for the task may throw. */
    private void fireFirst() {
        long now = scheduler.nanoTime();
        TimeoutNode first = sentinel.next;
        boolean due = first != sentinel && first.dueAt - now <= 0;
        if (due) {
            first.cancel();
        }
        timer = sentinel.next == sentinel
                ? null
                : scheduler.schedule(Duration.ofNanos(Math.max(0, sentinel.next.dueAt - now)), this::fireFirst);
        if (due) {
            first.task.run();
        }
    }

    void close() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** One alarm, and its neighbours; alone once it was called off or rang. */
    private static final class TimeoutNode implements ScheduledTask {
        private final long dueAt;
        private final Runnable task;
        private TimeoutNode previous = this;
        private TimeoutNode next = this;

        TimeoutNode(long dueAt, Runnable task) {
            this.dueAt = dueAt;
            this.task = task;
        }

        void insertBefore(TimeoutNode other) {
            previous = other.previous;
            next = other;
            previous.next = this;
            other.previous = this;
        }

        @Override
        public void cancel() {
            previous.next = next;
            next.previous = previous;
            previous = this;
            next = this;
        }
    }
}
