package dev.seatport.application.ledger;

import dev.seatport.ports.ledger.LedgerRun;
import java.util.Objects;

/**
 * Run of a {@link RecordingReview} that ended.
 *
 * @param run the run in the ledger
 * @param readings the number of recorded readings; a call that was recorded twice counts twice
 */
public record FinishedRun(LedgerRun run, long readings) {
    public FinishedRun {
        Objects.requireNonNull(run, "run");
    }
}
