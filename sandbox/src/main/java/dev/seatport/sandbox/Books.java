package dev.seatport.sandbox;

/**
 * What a sandbox keeps of its requests.
 *
 * @param log the requests themselves
 * @param ledger their counts
 */
record Books(RequestLog log, LedgerBook ledger) {
    static Books empty() {
        return new Books(new RequestLog(), new LedgerBook());
    }
}
