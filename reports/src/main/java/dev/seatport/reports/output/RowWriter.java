package dev.seatport.reports.output;

import java.io.IOException;

/**
 * Writes a result in one format. Rows are given one by one; {@link #end} completes the document, also when rows are missing.
 *
 * @param <V> what a row is
 */
public interface RowWriter<V> {
    void row(V row) throws IOException;

    void end() throws IOException;
}
