package dev.seatport.c3;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.LongFunction;

/** Success envelopes with generated rows. */
final class GeneratedReport {
    private GeneratedReport() {}

    static String envelope(long rows, LongFunction<JsonObject> factory) {
        JsonArray data = new JsonArray();
        for (long row = 0; row < rows; row++) {
            data.add(factory.apply(row));
        }
        return new JsonObject().put("Status", "Success").put("Data", data).encode();
    }
}
