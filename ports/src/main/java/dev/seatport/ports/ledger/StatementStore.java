package dev.seatport.ports.ledger;

import dev.seatport.domain.ledger.TrueUpLine;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Outbound port: closed months of one partner. A month is closed once and never changes. All methods fail with a {@link LedgerException}.
 * Results arrive on a thread of the store, which the caller must not block.
 */
public interface StatementStore {
    /**
     * Stores a month in one transaction.
     *
     * @return completes when the month is durable; fails with {@code CONFLICT} if it was closed before, and changes nothing then
     */
    CompletionStage<Void> close(StatementHeader header, List<TrueUpLine> lines);

    /** Returns the closed months, the earliest first. */
    CompletionStage<List<StatementHeader>> statements();

    /**
     * Returns the lines of a closed month, in the order in which they were stored.
     *
     * @return a cold publisher that honours back-pressure; fails with {@code NOT_FOUND} if the month is not closed
     */
    Flow.Publisher<TrueUpLine> lines(YearMonth month);
}
