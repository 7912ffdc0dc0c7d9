package dev.seatport.http.internal.transport;

import io.vertx.core.buffer.Buffer;

/**
 * Takes the body of a good answer while it arrives, piece by piece, on the event loop. As long as it is at work the
 * connection is not read from, so that a vendor cannot send faster than it reads.
 */
public interface BodyChunkConsumer {
    /**
     * Takes the next piece, and may keep it: Vert.x copies what stands in a buffer of the connection's before it gives it away.
     *
     * @return whether the rest is wanted; if not, the connection is closed and the exchange is over
     */
    boolean accept(Buffer chunk);

    /** Whether it keeps all the bytes that it takes. */
    boolean retainsBytes();
}
