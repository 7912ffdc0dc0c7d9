package dev.seatport.http.internal.scheduling;

import dev.seatport.http.internal.scheduling.Scheduler.ScheduledTask;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Timeouts of equal length in a FIFO list served by one timer. Adding and cancelling take constant time. Confined to the event loop.
 *
 * <p>The timer is not cancelled with the last timeout, because the next one usually follows soon.
 */
final class FixedTimeoutQueue implements Scheduler.FixedTimeout {
    private final long timeoutNanos;
    private final Scheduler scheduler;
    /** Head and tail of the circular list. */
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

    /** Restarts the timer before it runs the task, because the task may throw. */
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

    /** Node of a doubly linked list. Linked to itself once it fired or was cancelled. */
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
