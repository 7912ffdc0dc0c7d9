package dev.seatport.ports.ledger;

import java.util.concurrent.CompletionStage;

/**
 * Inbound port: quantities to bill for a month. Billed are purchased seats and licenses. Results arrive on a thread of the ledger, which
 * the caller must not block.
 */
public interface TrueUp {
    /**
     * Computes the statement of a month, or returns the closed one.
     *
     * @return completes with the statement, complete or not; fails with a {@link LedgerException}: {@code CONFLICT} if the month was
     *     closed with another basis or time zone
     */
    CompletionStage<TrueUpStatement> statement(TrueUpRequest request);

    /**
     * Closes a month: its statement never changes again.
     *
     * @param closedBy the person or process that closes it
     * @return completes with the closed statement; fails with {@code CONFLICT} if the month was closed before, if a later month was
     *     closed, or if the statement is incomplete and the request has no reason to accept that
     */
    CompletionStage<TrueUpStatement> close(TrueUpRequest request, String closedBy);
}
