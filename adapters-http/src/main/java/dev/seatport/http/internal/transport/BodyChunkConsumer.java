package dev.seatport.http.internal.transport;

import io.vertx.core.buffer.Buffer;

/**
 * Receives the body of a successful response chunk by chunk, on the event loop. The connection is not read meanwhile, which limits the
 * rate of the vendor.
 */
public interface BodyChunkConsumer {
    /**
     * Accepts the next chunk and may keep it: Vert.x copies chunks out of the buffers of the connection.
     *
     * @return false to end the exchange and close the connection
     */
    boolean accept(Buffer chunk);

    /** Returns whether all accepted bytes stay in memory. */
    boolean retainsBytes();
}
