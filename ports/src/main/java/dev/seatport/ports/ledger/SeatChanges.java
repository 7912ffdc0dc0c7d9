package dev.seatport.ports.ledger;

import java.util.concurrent.CompletionStage;

/** Inbound port: changes of recorded counts. */
public interface SeatChanges {
    /**
     * Finds the changes between two moments.
     *
     * @return completes with the changes; fails with a {@link LedgerException}. Completes on a thread of the ledger, which the caller
     *     must not block
     */
    CompletionStage<SeatChangeReport> changes(SeatChangesRequest request);
}
