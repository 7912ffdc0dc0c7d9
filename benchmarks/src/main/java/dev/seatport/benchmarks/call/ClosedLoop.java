package dev.seatport.benchmarks.call;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Closed loop: each caller sends its next request as soon as the last response is decoded. */
final class ClosedLoop {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final OperatingSystemMXBean OS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final ClientUnderTest client;
    private final int concurrency;
    private final CannedPage expected;

    ClosedLoop(ClientUnderTest client, int concurrency, CannedPage expected) {
        this.client = client;
        this.concurrency = concurrency;
        this.expected = expected;
    }

    /**
     * Result of one run.
     *
     * @param pagesPerSecond pages per second
     * @param cpuMicrosPerPage CPU time of this process per page in microseconds, including JIT compilation and garbage collection
     */
    record Throughput(double pagesPerSecond, double cpuMicrosPerPage) {}

    /**
     * Runs the loop for a duration.
     *
     * @throws IllegalStateException if a call failed, or if a page differs from the vendor's
     */
    Throughput run(Duration duration) throws InterruptedException {
        long cpuBefore = OS.getProcessCpuTime();
        long begin = System.nanoTime();
        Turn turn = new Turn(begin + duration.toNanos(), new CountDownLatch(concurrency));
        for (int caller = 0; caller < concurrency; caller++) {
            new Caller(turn).call();
        }
        turn.running.await();
        long end = System.nanoTime();
        long cpuNanos = OS.getProcessCpuTime() - cpuBefore;
        Throwable failure = turn.failure.get();
        if (failure != null) {
            throw new IllegalStateException("a call failed", failure);
        }
        long pages = turn.pages.get();
        return new Throughput(pages * NANOS_PER_SECOND / (end - begin), cpuNanos / (NANOS_PER_MICRO * pages));
    }

    /** State of one run. */
    private static final class Turn {
        private final long end;
        private final CountDownLatch running;
        private final AtomicLong pages = new AtomicLong();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        Turn(long end, CountDownLatch running) {
            this.end = end;
            this.running = running;
        }
    }

    private final class Caller implements ClientUnderTest.ResultCallback {
        private final Turn turn;
        private long pages;

        Caller(Turn turn) {
            this.turn = turn;
        }

        void call() {
            client.call(this);
        }

        @Override
        public void completed(int rows, long assigned) {
            if (rows != expected.rows() || assigned != expected.assigned()) {
                failed(new IllegalStateException(rows + " rows with " + assigned + " seats, not " + expected.rows()
                        + " with " + expected.assigned()));
                return;
            }
            pages++;
            if (System.nanoTime() - turn.end < 0) {
                call();
            } else {
                turn.pages.addAndGet(pages);
                turn.running.countDown();
            }
        }

        @Override
        public void failed(Throwable failure) {
            turn.failure.compareAndSet(null, failure);
            turn.running.countDown();
        }
    }
}
