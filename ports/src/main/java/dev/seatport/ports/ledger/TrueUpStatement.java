package dev.seatport.ports.ledger;

import dev.seatport.domain.ledger.BillingBasis;
import dev.seatport.domain.ledger.BillingMonth;
import dev.seatport.domain.ledger.TrueUpLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Quantities to bill for a month.
 *
 * @param month the month
 * @param basis the rule by which the quantities were computed
 * @param closed the closed month; {@code null} if the month is open
 * @param acceptedReason the reason for accepting an incomplete month; {@code null} if none was accepted
 * @param lines the lines of the month, ordered by vendor and customer, and then the corrections of closed months. A count that is 0 and
 *     was 0 has no line
 * @param suspects the runs of the month whose scope may have changed; empty if the month is closed
 * @param incomparable the vendors whose account changed in the month; empty if the month is closed
 */
public record TrueUpStatement(
        BillingMonth month,
        BillingBasis basis,
        @Nullable StatementHeader closed,
        @Nullable String acceptedReason,
        List<TrueUpLine> lines,
        List<SuspectRun> suspects,
        List<IncomparableVendor> incomparable) {
    public TrueUpStatement {
        lines = List.copyOf(lines);
        suspects = List.copyOf(suspects);
        incomparable = List.copyOf(incomparable);
    }

    /** Returns whether all quantities can be relied on. */
    public boolean isComplete() {
        return suspects.isEmpty() && incomparable.isEmpty() && incompleteLines().isEmpty();
    }

    /** Returns the lines whose quantity may be wrong. */
    public List<TrueUpLine> incompleteLines() {
        return lines.stream().filter(line -> !line.billed().isComplete()).toList();
    }
}
