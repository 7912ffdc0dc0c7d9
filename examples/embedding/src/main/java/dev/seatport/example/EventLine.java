package dev.seatport.example;

import dev.seatport.json.SeatportJson;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.review.ReviewEvent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** Encodes a review event as a line of JSON. An unreported count is {@code null}, never 0. */
final class EventLine {
    private EventLine() {}

    static Buffer of(ReviewEvent event) {
        return Buffer.buffer(SeatportJson.write(event)).appendString("\n");
    }

    /** Returns the last line of a failed review. */
    static Buffer of(VendorException failure) {
        return new JsonObject()
                .put("type", "failed")
                .put("kind", failure.kind().name())
                .put("text", failure.getMessage())
                .toBuffer()
                .appendString("\n");
    }
}
