package dev.seatport.application.ledger;

import dev.seatport.ports.ledger.LedgerLease;
import dev.seatport.ports.ledger.LedgerReading;
import dev.seatport.ports.ledger.SeatLedger;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Buffer of readings that appends them to the ledger in batches, one batch at a time. A batch is appended when it is full, and after
 * {@link #TICK} at the latest. A caller waits while the buffer is full, so the memory is bounded and the ledger limits the speed of the
 * run. Renews the lease while no reading arrives. Thread-safe; does not block.
 */
final class ReadingBuffer {
    static final int MAX_BATCH_READINGS = 200;
    /** Bounds the transaction. A reading with more rows is one batch. */
    static final int MAX_BATCH_ROWS = 5_000;
    /** Two batches: one is appended while the next one fills up. */
    static final int MAX_BUFFERED_ROWS = 2 * MAX_BATCH_ROWS;
    /** Maximum wait of a reading in a batch that does not fill up. */
    static final Duration TICK = Duration.ofSeconds(1);
    /** A lease ends 60 s after the last append, so this permits one lost renewal. */
    static final int TICKS_UNTIL_RENEWAL = 20;

    private static final CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

    private final SeatLedger ledger;
    private final LedgerLease lease;
    private final Executor ticks;
    private final Object lock = new Object();

    // All fields below are guarded by the lock. Futures are completed outside of it.
    private final Queue<LedgerReading> queue = new ArrayDeque<>();
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private final List<CompletableFuture<Void>> flushes = new ArrayList<>();
    /** Rows in the queue and in the batch that is being appended. A reading without rows counts as one. */
    private long bufferedRows;

    private boolean appending;
    private boolean closed;
    private int idleTicks;
    private long recorded;
    private @Nullable Throwable failure;

    /**
     * Creates a buffer.
     *
     * @param ticks runs each task after {@link #TICK}
     */
    ReadingBuffer(SeatLedger ledger, LedgerLease lease, Executor ticks) {
        this.ledger = ledger;
        this.lease = lease;
        this.ticks = ticks;
    }

    /** Starts the ticks, which go on until {@link #close} or a failure. */
    void start() {
        ticks.execute(this::tick);
    }

    /**
     * Adds a reading. A closed buffer ignores it.
     *
     * @return completes when the buffer has room for the next reading; fails if an append failed
     */
    CompletionStage<Void> add(LedgerReading reading) {
        CompletableFuture<Void> room = null;
        synchronized (lock) {
            if (failure != null) {
                return CompletableFuture.failedFuture(failure);
            }
            if (closed) {
                return DONE;
            }
            queue.add(reading);
            bufferedRows += rows(reading);
            if (bufferedRows >= MAX_BUFFERED_ROWS) {
                room = new CompletableFuture<>();
                waiting.add(room);
            }
        }
        append(false);
        return room == null ? DONE : room;
    }

    /**
     * Appends all readings.
     *
     * @return completes when they are durable; fails if an append failed
     */
    CompletionStage<Void> flush() {
        CompletableFuture<Void> flushed = new CompletableFuture<>();
        synchronized (lock) {
            if (failure != null) {
                return CompletableFuture.failedFuture(failure);
            }
            if (queue.isEmpty() && !appending) {
                return DONE;
            }
            flushes.add(flushed);
        }
        append(true);
        return flushed;
    }

    /** Drops the readings that are not being appended, and ends the ticks. */
    void close() {
        synchronized (lock) {
            closed = true;
            queue.clear();
        }
    }

    /** Returns the number of readings that are durable. */
    long recorded() {
        synchronized (lock) {
            return recorded;
        }
    }

    /** Returns the failure of an append; {@code null} if none failed. */
    @Nullable
    Throwable failure() {
        synchronized (lock) {
            return failure;
        }
    }

    private void tick() {
        boolean renewal;
        synchronized (lock) {
            if (closed || failure != null) {
                return;
            }
            idleTicks++;
            renewal = queue.isEmpty() && !appending && idleTicks >= TICKS_UNTIL_RENEWAL;
            if (renewal) {
                appending = true;
                idleTicks = 0;
            }
        }
        if (renewal) {
            append(List.of());
        } else {
            append(true);
        }
        ticks.execute(this::tick);
    }

    /**
     * Appends the next batch unless an append is under way.
     *
     * @param partial whether to append a batch that is not full
     */
    private void append(boolean partial) {
        List<LedgerReading> batch;
        synchronized (lock) {
            boolean ready = partial ? !queue.isEmpty() : isBatchFull();
            if (!ready || appending || closed || failure != null) {
                return;
            }
            batch = nextBatch();
            appending = true;
            idleTicks = 0;
        }
        append(batch);
    }

    private boolean isBatchFull() {
        return queue.size() >= MAX_BATCH_READINGS || bufferedRows >= MAX_BATCH_ROWS;
    }

    private List<LedgerReading> nextBatch() {
        List<LedgerReading> batch = new ArrayList<>(Math.min(queue.size(), MAX_BATCH_READINGS));
        long rows = 0;
        LedgerReading next = queue.peek();
        while (next != null
                && batch.size() < MAX_BATCH_READINGS
                && (batch.isEmpty() || rows + rows(next) <= MAX_BATCH_ROWS)) {
            batch.add(queue.remove());
            rows += rows(next);
            next = queue.peek();
        }
        return batch;
    }

    private void append(List<LedgerReading> batch) {
        CompletionStage<Void> appended;
        try {
            appended = ledger.append(lease, batch);
        } catch (RuntimeException | Error e) {
            appended = CompletableFuture.failedFuture(e);
        }
        appended.whenComplete((nothing, error) -> {
            if (error == null) {
                succeed(batch);
            } else {
                fail(error instanceof CompletionException && error.getCause() != null ? error.getCause() : error);
            }
        });
    }

    private void succeed(List<LedgerReading> batch) {
        List<CompletableFuture<Void>> completed = new ArrayList<>();
        boolean partial;
        synchronized (lock) {
            appending = false;
            recorded += batch.size();
            batch.forEach(reading -> bufferedRows -= rows(reading));
            if (bufferedRows < MAX_BUFFERED_ROWS) {
                completed.addAll(waiting);
                waiting.clear();
            }
            if (queue.isEmpty()) {
                completed.addAll(flushes);
                flushes.clear();
            }
            partial = !flushes.isEmpty();
        }
        // The next append starts before the callers continue, so that the ledger is not idle meanwhile.
        append(partial);
        completed.forEach(future -> future.complete(null));
    }

    private void fail(Throwable error) {
        List<CompletableFuture<Void>> failed = new ArrayList<>();
        synchronized (lock) {
            appending = false;
            failure = error;
            queue.clear();
            failed.addAll(waiting);
            failed.addAll(flushes);
            waiting.clear();
            flushes.clear();
        }
        failed.forEach(future -> future.completeExceptionally(error));
    }

    private static int rows(LedgerReading reading) {
        int rows = 1;
        if (reading instanceof LedgerReading.TenantSeatsRead seats) {
            rows = seats.rows().size();
        } else if (reading instanceof LedgerReading.LicensesRead licenses) {
            rows = licenses.rows().size();
        }
        return Math.max(1, rows);
    }
}
