package dev.seatport.benchmarks.call;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** So many callers, each of whom asks again as soon as the last answer is there. */
final class ClosedLoop {
    private static final double NANOS = 1e9;
    private static final double NANOS_OF_A_MICRO = 1e3;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final ClientUnderTest clientUnderTest;
    private final int concurrency;
    private final CannedPage expected;

    ClosedLoop(ClientUnderTest clientUnderTest, int concurrency, CannedPage expected) {
        this.clientUnderTest = clientUnderTest;
        this.concurrency = concurrency;
        this.expected = expected;
    }

    /**
     * What one turn came to.
     *
     * @param pages a second
     * @param work the processor time of this process for each page, in microseconds: of all its threads, compiling and collecting too
     */
    record Throughput(double pages, double work) {}

    /**
     * Goes on for a while.
     *
     * @throws IllegalStateException if one call failed, or a page was not what the vendor served
     */
    Throughput run(Duration howLong) throws InterruptedException {
        long worked = PROCESS.getProcessCpuTime();
        long begin = System.nanoTime();
        Turn turn = new Turn(begin + howLong.toNanos(), new CountDownLatch(concurrency));
        for (int caller = 0; caller < concurrency; caller++) {
            new Caller(turn).ask();
        }
        turn.running.await();
        long end = System.nanoTime();
        long work = PROCESS.getProcessCpuTime() - worked;
        Throwable failure = turn.failure.get();
        if (failure != null) {
            throw new IllegalStateException("a call failed", failure);
        }
        long pages = turn.pages.get();
        return new Throughput(pages * NANOS / (end - begin), work / (NANOS_OF_A_MICRO * pages));
    }

    /** One turn of this contestant. */
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

    private final class Caller implements ClientUnderTest.Done {
        private final Turn turn;
        private long pages;

        Caller(Turn turn) {
            this.turn = turn;
        }

        void ask() {
            clientUnderTest.call(this);
        }

        @Override
        public void page(int rows, long assigned) {
            if (rows != expected.rows() || assigned != expected.assigned()) {
                failed(new IllegalStateException(rows + " rows with " + assigned + " seats, not " + expected.rows()
                        + " with " + expected.assigned()));
                return;
            }
            pages++;
            if (System.nanoTime() - turn.end < 0) {
                ask();
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
