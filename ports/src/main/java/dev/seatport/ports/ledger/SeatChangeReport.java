package dev.seatport.ports.ledger;

import dev.seatport.domain.ledger.SeatChange;
import java.util.List;

/**
 * Changes between two moments, and the reasons why some may be missing.
 *
 * @param suspects the runs between the moments whose scope may have changed, in order of time
 * @param incomparable the vendors without counts that can be compared with the first moment. The changes have only those after
 *     {@link IncomparableVendor#since()}
 * @param changes each change, ordered by vendor, customer and time
 * @param unread the customers with counts that were not read on some day, ordered by id
 */
public record SeatChangeReport(
        List<SuspectRun> suspects,
        List<IncomparableVendor> incomparable,
        List<SeatChange> changes,
        List<UnreadCustomer> unread) {
    public SeatChangeReport {
        suspects = List.copyOf(suspects);
        incomparable = List.copyOf(incomparable);
        changes = List.copyOf(changes);
        unread = List.copyOf(unread);
    }

    /** Returns whether no change can be missing. */
    public boolean isComplete() {
        return suspects.isEmpty() && incomparable.isEmpty() && unread.isEmpty();
    }
}
