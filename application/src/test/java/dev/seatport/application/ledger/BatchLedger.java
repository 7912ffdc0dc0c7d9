package dev.seatport.application.ledger;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.ledger.SeriesHistory;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Observed;
import dev.seatport.ports.ledger.HistoryQuery;
import dev.seatport.ports.ledger.LedgerException;
import dev.seatport.ports.ledger.LedgerLease;
import dev.seatport.ports.ledger.LedgerReading;
import dev.seatport.ports.ledger.LedgerRun;
import dev.seatport.ports.ledger.RunStart;
import dev.seatport.ports.ledger.SeatLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Fake ledger that keeps the batches of one run. It can hold appends, and fail. It returns no history. */
final class BatchLedger implements SeatLedger {
    static final LedgerLease LEASE = new LedgerLease(7, 1);

    final List<List<LedgerReading>> batches = new CopyOnWriteArrayList<>();
    final List<CompletableFuture<Void>> held = new CopyOnWriteArrayList<>();
    final List<Boolean> finished = new CopyOnWriteArrayList<>();
    volatile boolean holding;
    volatile @Nullable LedgerException beginFailure;
    volatile @Nullable LedgerException appendFailure;
    volatile @Nullable LedgerException finishFailure;

    static LedgerException failure(LedgerException.Kind kind) {
        return new LedgerException(kind, "the ledger refuses: " + kind);
    }

    private static <T> CompletionStage<T> result(@Nullable LedgerException failure, T value) {
        return failure == null ? CompletableFuture.completedFuture(value) : CompletableFuture.failedFuture(failure);
    }

    /** Returns the readings of all batches. */
    List<LedgerReading> readings() {
        List<LedgerReading> all = new ArrayList<>();
        batches.forEach(all::addAll);
        return all;
    }

    <R extends LedgerReading> List<R> readings(Class<R> type) {
        return readings().stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public CompletionStage<LedgerLease> begin(RunStart start) {
        return result(beginFailure, LEASE);
    }

    @Override
    @SuppressWarnings("NullAway") // The stage of no value completes with null.
    public CompletionStage<Void> append(LedgerLease lease, List<LedgerReading> readings) {
        batches.add(List.copyOf(readings));
        if (holding) {
            CompletableFuture<Void> append = new CompletableFuture<>();
            held.add(append);
            return append;
        }
        return result(appendFailure, null);
    }

    @Override
    public CompletionStage<LedgerRun> finish(LedgerLease lease, boolean complete) {
        finished.add(complete);
        return result(
                finishFailure,
                new LedgerRun(
                        lease.runId(),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        complete ? LedgerRun.Status.COMPLETE : LedgerRun.Status.INCOMPLETE,
                        "1.4",
                        Map.of(),
                        Map.of()));
    }

    @Override
    public CompletionStage<LedgerRun> accept(long runId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Flow.Publisher<LedgerRun> runs() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Flow.Publisher<Observed<Customer>> customers(Vendor vendor, Instant moment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<List<LedgerReading>> readings(CustomerId customer, Dataset dataset, Instant moment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Flow.Publisher<SeriesHistory> histories(HistoryQuery query) {
        throw new UnsupportedOperationException();
    }
}
