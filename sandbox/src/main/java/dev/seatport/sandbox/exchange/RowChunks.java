package dev.seatport.sandbox.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A JSON document around a long array, made a few hundred rows at a time: a listing of 100,000 customers neither fills the memory
 * nor holds up the event loop. Not thread-safe.
 */
public final class RowChunks implements Iterator<String> {
    private static final int ROWS_IN_A_PART = 200;

    private final String head;
    private final Iterator<? extends JsonNode> rows;
    private final String tail;
    private boolean started;
    private boolean ended;
    private long made;

    /** The parts of a body. */
    public RowChunks(SandboxResponse.Body.Rows body) {
        this.head = body.head();
        this.rows = body.rows();
        this.tail = body.tail();
    }

    /** How many rows were made so far. */
    public long made() {
        return made;
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
        StringBuilder part = new StringBuilder();
        boolean first = !started;
        if (first) {
            part.append(head);
            started = true;
        }
        for (int row = 0; row < ROWS_IN_A_PART && rows.hasNext(); row++) {
            if (!first) {
                part.append(',');
            }
            part.append(SandboxJson.text(rows.next()));
            made++;
            first = false;
        }
        if (!rows.hasNext()) {
            part.append(tail);
            ended = true;
        }
        return part.toString();
    }
}
