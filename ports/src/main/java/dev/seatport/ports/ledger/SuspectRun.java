package dev.seatport.ports.ledger;

import dev.seatport.domain.customer.Vendor;
import java.time.Instant;

/**
 * Run whose listing lacks more customers than usually leave: the scope of the account may have changed. They keep their counts until
 * {@link SeatLedger#accept}.
 *
 * @param runId the id of the run
 * @param started the start of the run
 * @param vendor the vendor
 * @param missing the number of missing customers
 */
public record SuspectRun(long runId, Instant started, Vendor vendor, int missing) {}
