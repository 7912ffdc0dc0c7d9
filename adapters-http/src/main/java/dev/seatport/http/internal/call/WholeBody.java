package dev.seatport.http.internal.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.http.internal.json.Json;
import dev.seatport.http.internal.json.Oddities;
import dev.seatport.http.internal.json.UnreadableJson;
import dev.seatport.ports.watch.Drift;
import io.vertx.core.buffer.Buffer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** Gathers a body that is small enough to be parsed in one go. */
final class WholeBody<D> implements AnswerBody<D> {
    private final Class<D> type;
    private final Buffer gathered;
    private final Oddities odd = new Oddities();

    WholeBody(Class<D> type) {
        this(type, Buffer.buffer());
    }

    /** A body of which some came already. */
    WholeBody(Class<D> type, Buffer gathered) {
        this.type = type;
        this.gathered = gathered;
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

    Buffer gathered() {
        return gathered;
    }

    @Override
    public D read() throws UnreadableJson {
        return Json.read(gathered, type, odd);
    }

    @Override
    public void forEachOddity(ObjLongConsumer<Drift> taker) {
        odd.forEach(taker);
    }

    @Override
    public @Nullable JsonNode readLeniently() {
        return Json.readLeniently(gathered);
    }
}
