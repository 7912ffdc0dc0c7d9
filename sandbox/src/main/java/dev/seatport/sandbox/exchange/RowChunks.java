package dev.seatport.sandbox.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Text chunks of a JSON document that contains one long array. Iterator over the chunks; {@link #next} generates each. A chunk has at most
 * 200 rows, so a listing of 100,000 customers needs little memory and does not block the event loop. Not thread-safe.
 */
public final class RowChunks implements Iterator<String> {
    private static final int ROWS_PER_CHUNK = 200;

    private final String head;
    private final Iterator<? extends JsonNode> rows;
    private final String tail;
    private boolean started;
    private boolean ended;
    private long rowCount;

    /** Creates the chunks of a body. */
    public RowChunks(SandboxResponse.Body.LazyRows body) {
        this.head = body.head();
        this.rows = body.rows();
        this.tail = body.tail();
    }

    /** Returns how many rows were generated so far. */
    public long rowCount() {
        return rowCount;
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public String next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        StringBuilder chunk = new StringBuilder();
        if (!started) {
            chunk.append(head);
            started = true;
        }
        for (int row = 0; row < ROWS_PER_CHUNK && rows.hasNext(); row++) {
            if (rowCount > 0) {
                chunk.append(',');
            }
            chunk.append(SandboxJson.text(rows.next()));
            rowCount++;
        }
        if (!rows.hasNext()) {
            chunk.append(tail);
            ended = true;
        }
        return chunk.toString();
    }
}
