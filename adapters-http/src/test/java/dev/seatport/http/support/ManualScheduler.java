package dev.seatport.http.support;

import dev.seatport.http.internal.scheduling.Scheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Event loop and clock that the test advances. Starts below zero, as monotonic clocks may. */
public final class ManualScheduler implements Scheduler, Executor {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::at).thenComparingLong(Timer::number));
    private long now = -Duration.ofSeconds(7).toNanos();
    private long nextNumber;
    private boolean running;

    private record Timer(long at, long number, Runnable task) {}

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public ScheduledTask schedule(Duration wait, Runnable task) {
        Timer timer = new Timer(now + wait.toNanos(), nextNumber++, task);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Runs all queued tasks. */
    public ManualScheduler runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            run(task);
        }
        return this;
    }

    private void run(Runnable task) {
        running = true;
        try {
            task.run();
        } finally {
            running = false;
        }
    }

    /** Returns an executor that runs a task at once if the loop submits it, and queues it otherwise. */
    public Executor executorOnLoop() {
        return task -> {
            if (running) {
                task.run();
            } else {
                tasks.add(task);
            }
        };
    }

    /** Advances the clock, and runs each timer at its time. */
    public void advance(Duration time) {
        runTasks();
        long until = now + time.toNanos();
        for (Timer next = timers.peek(); next != null && next.at() <= until; next = timers.peek()) {
            runNextTimer();
        }
        now = until;
    }

    /** Advances the clock to the next timer and runs it; returns {@code false} if there is none. */
    public boolean runNextTimer() {
        runTasks();
        Timer next = timers.poll();
        if (next == null) {
            return false;
        }
        now = Math.max(now, next.at());
        run(next.task());
        runTasks();
        return true;
    }

    /** Returns the number of pending timers. */
    public int pendingTimers() {
        return timers.size();
    }
}
