package dev.seatport.ports.ledger;

import dev.seatport.domain.ledger.BillingBasis;
import dev.seatport.domain.ledger.BillingMonth;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Closed month. Never changes.
 *
 * @param month the month
 * @param basis the rule by which its quantities were computed
 * @param closedAt the time at which it was closed
 * @param closedBy the person or process that closed it
 * @param acceptedReason the reason for closing it although it was incomplete; {@code null} if it was complete
 * @param sha256 the hash of ids and numbers of its lines, see {@link dev.seatport.domain.ledger.StatementHash}
 */
public record StatementHeader(
        BillingMonth month,
        BillingBasis basis,
        Instant closedAt,
        String closedBy,
        @Nullable String acceptedReason,
        String sha256) {
    public StatementHeader {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(closedAt, "closedAt");
        Objects.requireNonNull(closedBy, "closedBy");
        Objects.requireNonNull(sha256, "sha256");
    }
}
