package dev.seatport.http.support;

import dev.seatport.http.internal.scheduling.Scheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Executor;

/** An event loop and its clock, both turned by hand. Begins below zero, as monotonic clocks may. */
public final class ManualScheduler implements Scheduler, Executor {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::at).thenComparingLong(Timer::number));
    private long now = -Duration.ofSeconds(7).toNanos();
    private long numbers;
    private boolean turning;

    private record Timer(long at, long number, Runnable task) {}

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public ScheduledTask schedule(Duration wait, Runnable task) {
        Timer timer = new Timer(now + wait.toNanos(), numbers++, task);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Does what is due now. */
    public ManualScheduler turn() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            run(task);
        }
        return this;
    }

    private void run(Runnable task) {
        turning = true;
        try {
            task.run();
        } finally {
            turning = false;
        }
    }

    /** The way onto the loop that runs at once what one of the loop's own tasks hands in. */
    public Executor entrance() {
        return task -> {
            if (turning) {
                task.run();
            } else {
                tasks.add(task);
            }
        };
    }

    /** Lets time go by, and everything happen at its moment. */
    public void advance(Duration time) {
        turn();
        long until = now + time.toNanos();
        for (Timer next = timers.peek(); next != null && next.at() <= until; next = timers.peek()) {
            step();
        }
        now = until;
    }

    /** Goes to the next moment at which something happens; returns whether there was one. */
    public boolean step() {
        turn();
        Timer next = timers.poll();
        if (next == null) {
            return false;
        }
        now = Math.max(now, next.at());
        run(next.task());
        turn();
        return true;
    }

    /** How many tasks wait for their time. */
    public int alarms() {
        return timers.size();
    }
}
