package dev.seatport.ports.ledger;

import dev.seatport.domain.customer.Vendor;
import java.util.Map;

/**
 * Start of a run.
 *
 * @param version the version of Seatport
 * @param accounts the vendors that the run calls, each with a fingerprint of the settings that select its account. The ledger keeps a
 *     separate history for each account: another app registration is another scope, not a loss of customers
 */
public record RunStart(String version, Map<Vendor, String> accounts) {
    public RunStart {
        accounts = Map.copyOf(accounts);
    }
}
