package dev.seatport.application.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.ports.ledger.LedgerException;
import dev.seatport.ports.ledger.LedgerReading;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Readings are appended in batches, and callers wait for a slow ledger. */
class ReadingBufferTest {
    private static final CustomerId CUSTOMER = new CustomerId(new Vendor("acme"), "4711");

    private final BatchLedger ledger = new BatchLedger();
    private final Queue<Runnable> ticks = new ArrayDeque<>();
    private final ReadingBuffer buffer = new ReadingBuffer(ledger, BatchLedger.LEASE, ticks::add);

    private static LedgerReading reading(int rows) {
        TenantSeats seats = new TenantSeats(
                CUSTOMER,
                new Tenant(new TenantId("t"), null, TenantKind.MICROSOFT_365),
                Quantity.of(1),
                Quantity.unreported());
        Observed<TenantSeats> row =
                new Observed<>(seats, new Provenance(CUSTOMER.vendor(), "tenant-seats", Instant.EPOCH, null));
        return new LedgerReading.TenantSeatsRead(
                CUSTOMER, TenantKind.MICROSOFT_365, Collections.nCopies(rows, row), Instant.EPOCH, null);
    }

    private CompletableFuture<Void> add(int rows) {
        return buffer.add(reading(rows)).toCompletableFuture();
    }

    /** Adds readings with these numbers of rows, and does not wait for room. */
    private void addAll(int... rowCounts) {
        for (int rows : rowCounts) {
            CompletableFuture<Void> unused = add(rows);
        }
    }

    private void addEach(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(add(1)).isCompleted();
        }
    }

    /** Runs the tasks of the next tick. */
    private void tick() {
        ticks.remove().run();
    }

    private List<Integer> batchSizes() {
        return ledger.batches.stream().map(List::size).toList();
    }

    @Test
    void appendsABatchWhenItIsFull() {
        addEach(ReadingBuffer.MAX_BATCH_READINGS - 1);
        assertThat(ledger.batches).isEmpty();

        addEach(1);

        assertThat(batchSizes()).containsExactly(ReadingBuffer.MAX_BATCH_READINGS);
        assertThat(buffer.recorded()).isEqualTo(ReadingBuffer.MAX_BATCH_READINGS);
    }

    @Test
    void appendsABatchThatIsNotFullAtTheNextTick() {
        buffer.start();
        addEach(3);

        tick();

        assertThat(batchSizes()).containsExactly(3);
    }

    @Test
    void appendsOneBatchAtATime() {
        ledger.holding = true;
        addEach(ReadingBuffer.MAX_BATCH_READINGS * 2);
        assertThat(ledger.batches).hasSize(1);

        ledger.held.get(0).complete(null);

        assertThat(ledger.batches).hasSize(2);
    }

    @Test
    void boundsTheRowsOfABatch() {
        ledger.holding = true;
        addAll(ReadingBuffer.MAX_BATCH_ROWS, ReadingBuffer.MAX_BATCH_ROWS / 2, ReadingBuffer.MAX_BATCH_ROWS / 2, 1);

        ledger.held.get(0).complete(null);

        assertThat(batchSizes()).containsExactly(1, 2);
    }

    @Test
    void appendsAReadingWithMoreRowsThanABatchAlone() {
        addAll(ReadingBuffer.MAX_BATCH_ROWS * 3);

        assertThat(batchSizes()).containsExactly(1);
    }

    @Test
    void callersWaitWhileTheBufferIsFull() {
        ledger.holding = true;
        CompletableFuture<Void> first = add(ReadingBuffer.MAX_BATCH_ROWS);
        CompletableFuture<Void> second = add(ReadingBuffer.MAX_BATCH_ROWS);
        assertThat(first).isCompleted();
        assertThat(second).isNotDone();

        ledger.held.get(0).complete(null);

        assertThat(second).isCompleted();
    }

    @Test
    void flushCompletesWhenEveryReadingIsDurable() {
        ledger.holding = true;
        addEach(ReadingBuffer.MAX_BATCH_READINGS + 1);
        CompletableFuture<Void> flushed = buffer.flush().toCompletableFuture();

        ledger.held.get(0).complete(null);
        assertThat(flushed).isNotDone();
        ledger.held.get(1).complete(null);

        assertThat(flushed).isCompleted();
        assertThat(batchSizes()).containsExactly(ReadingBuffer.MAX_BATCH_READINGS, 1);
        assertThat(buffer.flush().toCompletableFuture()).isCompleted();
    }

    @Test
    void renewsTheLeaseWhileNoReadingArrives() {
        buffer.start();
        for (int i = 0; i < ReadingBuffer.TICKS_UNTIL_RENEWAL - 1; i++) {
            tick();
        }
        assertThat(ledger.batches).isEmpty();

        tick();

        assertThat(batchSizes()).containsExactly(0);
    }

    @Test
    void doesNotRenewTheLeaseDuringAnAppend() {
        ledger.holding = true;
        buffer.start();
        addEach(1);
        for (int i = 0; i < ReadingBuffer.TICKS_UNTIL_RENEWAL * 2; i++) {
            tick();
        }

        assertThat(batchSizes()).containsExactly(1);
    }

    @Test
    void aFailedAppendFailsWaitingAndLaterCalls() {
        ledger.holding = true;
        addAll(ReadingBuffer.MAX_BATCH_ROWS);
        CompletableFuture<Void> waiting = add(ReadingBuffer.MAX_BATCH_ROWS);
        CompletableFuture<Void> flush = buffer.flush().toCompletableFuture();
        LedgerException lost = BatchLedger.failure(LedgerException.Kind.LEASE_LOST);

        ledger.held.get(0).completeExceptionally(lost);

        for (CompletableFuture<Void> call :
                List.of(waiting, flush, add(1), buffer.flush().toCompletableFuture())) {
            assertThat(call).isCompletedExceptionally();
            assertThat(call.handle((nothing, failure) -> failure).join()).isSameAs(lost);
        }
        assertThat(ledger.batches).hasSize(1);
        assertThat(buffer.failure()).isSameAs(lost);
    }

    @Test
    void ticksEndWhenTheBufferIsClosed() {
        buffer.start();
        addEach(1);
        buffer.close();

        tick();

        assertThat(ticks).isEmpty();
        assertThat(ledger.batches).isEmpty();
        assertThat(add(1)).as("a late answer").isCompleted();
    }
}
