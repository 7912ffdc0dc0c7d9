package dev.seatport.http.internal.auth;

import dev.seatport.http.internal.scheduling.Scheduler;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Event loop and clock that the test runs. Tasks may come from any thread. Timers run only in {@link #fireTimers}. */
final class ManualEventLoop implements Executor, Scheduler {
    private static final int MAX_WAIT_SECONDS = 60;

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Queue<Runnable> timers = new ConcurrentLinkedQueue<>();
    private final AtomicLong now = new AtomicLong(-Duration.ofSeconds(7).toNanos());

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public long nanoTime() {
        return now.get();
    }

    @Override
    public ScheduledTask schedule(Duration wait, Runnable task) {
        timers.add(task);
        return () -> timers.remove(task);
    }

    void advance(Duration time) {
        now.addAndGet(time.toNanos());
    }

    void fireTimers() {
        for (Runnable timer = timers.poll(); timer != null; timer = timers.poll()) {
            timer.run();
        }
    }

    /** Runs tasks until the call is done. */
    <T> CompletableFuture<T> finish(CompletableFuture<T> call) {
        while (!call.isDone()) {
            runNext();
        }
        return call;
    }

    /**
     * Runs the tasks that are queued now.
     *
     * @return whether a timer is set afterwards
     */
    boolean runPending() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        return !timers.isEmpty();
    }

    /** Runs tasks until no timer is set. */
    void runUntilIdle() {
        while (runPending()) {
            runNext();
        }
    }

    private void runNext() {
        try {
            Runnable task = tasks.poll(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
            if (task == null) {
                throw new AssertionError("no task came");
            }
            task.run();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
