package dev.seatport.ports.ledger;

/**
 * Right of one run to write the accounts of its vendors. A ledger refuses writes with a lease that another run has taken over.
 *
 * @param runId the id of the run
 * @param epoch the number of the lease; increases each time that an account changes hands
 */
public record LedgerLease(long runId, long epoch) {}
