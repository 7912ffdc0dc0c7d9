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

/** An event loop whose work the test does, and its clock. Other threads may hand work in; alarms ring when the test says so. */
final class ManualEventLoop implements Executor, Scheduler {
    private static final int PATIENCE = 60;

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Queue<Runnable> alarms = new ConcurrentLinkedQueue<>();
    private final AtomicLong now = new AtomicLong(-Duration.ofSeconds(7).toNanos());

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public long nanos() {
        return now.get();
    }

    @Override
    public ScheduledTask after(Duration wait, Runnable task) {
        alarms.add(task);
        return () -> alarms.remove(task);
    }

    void advance(Duration time) {
        now.addAndGet(time.toNanos());
    }

    void ring() {
        for (Runnable alarm = alarms.poll(); alarm != null; alarm = alarms.poll()) {
            alarm.run();
        }
    }

    /** Works until the call is done. */
    <T> CompletableFuture<T> finish(CompletableFuture<T> call) {
        while (!call.isDone()) {
            one();
        }
        return call;
    }

    /** Does what is there to be done, without waiting for more; returns whether something is still under way then. */
    boolean busy() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        return !alarms.isEmpty();
    }

    /** Works until nothing is under way any more. */
    void settle() {
        while (busy()) {
            one();
        }
    }

    private void one() {
        try {
            Runnable task = tasks.poll(PATIENCE, TimeUnit.SECONDS);
            if (task == null) {
                throw new AssertionError("nothing came");
            }
            task.run();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
