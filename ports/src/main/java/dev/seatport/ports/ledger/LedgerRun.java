package dev.seatport.ports.ledger;

import dev.seatport.domain.customer.Vendor;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Run that recorded readings.
 *
 * @param id the id: higher for later runs of a ledger
 * @param started the time of its start. It is never before an instant that an earlier run recorded of the same vendors, even if a clock
 *     jumps back
 * @param finished the time of its end; {@code null} if it is under way or was killed
 * @param status the status
 * @param version the version of Seatport that recorded it
 * @param accounts the fingerprint of each vendor's account
 * @param suspect the vendors whose listing lacks more customers than {@link SeatLedger#finish} allows, with the number of
 *     missing customers. A customer counts until it is gone by {@link SeatLedger#accept}, or a later run reads it
 */
public record LedgerRun(
        long id,
        Instant started,
        @Nullable Instant finished,
        Status status,
        String version,
        Map<Vendor, String> accounts,
        Map<Vendor, Integer> suspect) {

    /** Status of a run. */
    public enum Status {
        /** The run is under way, or its process was killed. */
        STARTED,
        /** The run read everything that it asked for. */
        COMPLETE,
        /** The run ended with gaps. */
        INCOMPLETE
    }

    public LedgerRun {
        accounts = Map.copyOf(accounts);
        suspect = Map.copyOf(suspect);
    }
}
