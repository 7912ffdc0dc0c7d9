package dev.seatport.testkit.fake;

import dev.seatport.domain.ledger.TrueUpLine;
import dev.seatport.ports.ledger.LedgerException;
import dev.seatport.ports.ledger.StatementHeader;
import dev.seatport.ports.ledger.StatementStore;
import dev.seatport.ports.listing.ListingResult;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Flow;

/** Fake of {@link StatementStore}. Completes on the thread of the caller. Thread-safe. */
public final class InMemoryStatementStore implements StatementStore {
    private final ConcurrentNavigableMap<YearMonth, Closed> months = new ConcurrentSkipListMap<>();

    private record Closed(StatementHeader header, List<TrueUpLine> lines) {}

    /** Creates a store without closed months. */
    public InMemoryStatementStore() {}

    @Override
    public CompletionStage<Void> close(StatementHeader header, List<TrueUpLine> lines) {
        YearMonth month = header.month().month();
        Closed earlier = months.putIfAbsent(month, new Closed(header, List.copyOf(lines)));
        return earlier == null
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(new LedgerException(
                        LedgerException.Kind.CONFLICT,
                        month + " was closed on " + earlier.header.closedAt() + ": a closed month never changes"));
    }

    @Override
    public CompletionStage<List<StatementHeader>> statements() {
        return CompletableFuture.completedFuture(
                months.values().stream().map(Closed::header).toList());
    }

    @Override
    public Flow.Publisher<TrueUpLine> lines(YearMonth month) {
        return new RowPublisher<>(() -> {
            Closed closed = months.get(month);
            if (closed == null) {
                throw new LedgerException(
                        LedgerException.Kind.NOT_FOUND, month + " is not closed: list the closed months");
            }
            return new ListingResult<>(closed.lines, null);
        });
    }
}
