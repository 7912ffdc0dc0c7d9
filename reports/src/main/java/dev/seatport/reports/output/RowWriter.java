package dev.seatport.reports.output;

import java.io.IOException;

/**
 * Writes rows in one format. Confined to one thread.
 *
 * @param <V> the type of a row
 */
public interface RowWriter<V> {
    /** Writes the next row. */
    void row(V row) throws IOException;

    /** Completes the document. Called even if the listing is incomplete. */
    void end() throws IOException;
}
