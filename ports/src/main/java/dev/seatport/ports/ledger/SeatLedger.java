package dev.seatport.ports.ledger;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.ledger.SeriesHistory;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Observed;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Outbound port: history of one partner's seats and licenses. Append-only: recording never changes a recorded value. All methods fail with
 * a {@link LedgerException}. Results arrive on a thread of the ledger, which the caller must not block.
 */
public interface SeatLedger {
    /**
     * Starts a run and takes the lease of its accounts.
     *
     * @return fails with {@code BUSY} if another run holds the lease of an account. The lease ends some time after the last call of
     *     {@link #append}, or at {@link #finish}
     */
    CompletionStage<LedgerLease> begin(RunStart start);

    /**
     * Records readings in one transaction. Recording a reading of the same run again changes nothing. Also an empty list renews the lease.
     *
     * @return completes when the readings are durable. Fails with {@code LEASE_LOST} if the run has ended or another run has taken over
     *     an account, and with {@code CONFLICT} if the run has no account of a reading's vendor; then nothing is recorded
     */
    CompletionStage<Void> append(LedgerLease lease, List<LedgerReading> readings);

    /**
     * Ends a run and gives back its lease. If the run read the whole listing of a vendor, customers that the listing lacks are gone. If
     * more than 10 % of the customers and at least 5 are missing, the run is suspect instead, and no customer is gone until
     * {@link #accept}.
     *
     * @param complete whether the run read everything that it asked for
     * @return completes with the run
     */
    CompletionStage<LedgerRun> finish(LedgerLease lease, boolean complete);

    /**
     * Accepts the listing of a suspect run: its missing customers are gone since that run, except for those that a later run has read.
     *
     * @return fails with {@code NOT_FOUND} if there is no such run, and with {@code CONFLICT} if it is not suspect
     */
    CompletionStage<LedgerRun> accept(long runId);

    /** Returns the runs, the latest first. */
    Flow.Publisher<LedgerRun> runs();

    /**
     * Returns the customers that were not gone at a past moment, as they were last read until then, in the order in which they were first
     * recorded. The account is the one that was recorded last at that moment.
     *
     * @return a cold publisher that honours back-pressure. If the last listing before the moment ended early, it fails with that
     *     failure after the rows. It fails with {@code NOT_FOUND} if the vendor was not recorded until then
     */
    Flow.Publisher<Observed<Customer>> customers(Vendor vendor, Instant moment);

    /**
     * Returns the last readings of one customer at a past moment.
     *
     * @param dataset the dataset; {@link Dataset#CUSTOMERS} for the customer itself
     * @return completes with a reading for each tenant kind, product or tenant that was requested until then. A reading that failed is
     *     returned without rows. A row has the provenance of the response in which one of its counts changed last. Empty if the
     *     customer was gone. A reading from before the customer was gone is not returned after its return
     */
    CompletionStage<List<LedgerReading>> readings(CustomerId customer, Dataset dataset, Instant moment);

    /**
     * Returns the histories of the counts that had a value at some time of the query. Each has the intervals that overlap the query's
     * time, and the unread runs from the start of the first of them. If a vendor has several accounts, the histories are of the account
     * that was recorded last at the end of the query's time.
     *
     * @return a cold publisher that honours back-pressure, ordered by vendor and customer
     */
    Flow.Publisher<SeriesHistory> histories(HistoryQuery query);
}
