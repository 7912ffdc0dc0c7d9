package dev.seatport.http.internal.rows;

import dev.seatport.domain.observed.Provenance;
import dev.seatport.http.AnswerContext;
import dev.seatport.http.LargeListing;
import dev.seatport.http.Operation;
import dev.seatport.ports.watch.VendorWatcher;
import java.time.InstantSource;

/**
 * Makes what takes the bodies of large answers.
 *
 * @param memory how many bytes may be kept of the rows of one
 * @param watcher told of oddities of rows
 */
public record RowsBodies(long memory, VendorWatcher watcher, InstantSource clock) {
    private static final int GOOD = 200;

    /** For one answer. */
    public <D, R, T> RowsBody<D, R, T> body(LargeListing<D, R, T> listing, Operation operation) {
        Provenance early = new Provenance(operation.vendor(), operation.name(), clock.instant(), null);
        return new RowsBody<>(listing, memory, new AnswerContext(early, watcher, GOOD, 1));
    }
}
