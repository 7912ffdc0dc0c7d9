package dev.seatport.sandbox;

/**
 * What a sandbox keeps of its requests.
 *
 * @param log the requests themselves
 * @param ledger their counts
 */
record Books(RequestLog log, LedgerBook ledger) {
    /**
     * Books without an entry.
     *
     * @param arrived told after each request that was entered
     */
    static Books empty(Runnable arrived) {
        return new Books(new RequestLog(arrived), new LedgerBook());
    }
}
