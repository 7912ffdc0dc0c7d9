package dev.seatport.http.internal.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.http.internal.json.Json;
import dev.seatport.http.internal.json.Oddities;
import dev.seatport.http.internal.json.UnreadableJson;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** Gathers a body that is small enough to be parsed in one go. */
final class WholeBody<D> implements AnswerBody<D> {
    private final Class<D> type;
    private final Buffer gathered = Buffer.buffer();
    private final Oddities odd = new Oddities();

    WholeBody(Class<D> type) {
        this.type = type;
    }

    @Override
    public boolean take(Buffer piece) {
        // Copied: a piece may be a slice of a buffer that belongs to the connection.
        gathered.appendBuffer(piece);
        return true;
    }

    @Override
    public boolean gathers() {
        return true;
    }

    @Override
    public D read() throws UnreadableJson {
        return Json.read(gathered, type, odd);
    }

    @Override
    public Oddities odd() {
        return odd;
    }

    @Override
    public @Nullable JsonNode readLeniently() {
        return Json.readLeniently(gathered);
    }
}
