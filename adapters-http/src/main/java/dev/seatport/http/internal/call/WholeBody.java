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
    private static final Buffer NOTHING = Buffer.buffer(0);

    private final Class<D> type;
    private Buffer gathered = NOTHING;
    private boolean ours;
    private final Oddities odd = new Oddities();

    WholeBody(Class<D> type) {
        this.type = type;
    }

    @Override
    public boolean take(Buffer piece) {
        // Vert.x gives each piece away. Most bodies are one: it is read as it came, and not copied.
        if (gathered.length() == 0) {
            gathered = piece;
            ours = false;
        } else {
            own(piece.length());
            gathered.appendBuffer(piece);
        }
        return true;
    }

    /** A piece is as large as it is: more needs room of our own. */
    private void own(int more) {
        if (!ours) {
            gathered = Buffer.buffer(2 * (gathered.length() + more)).appendBuffer(gathered);
            ours = true;
        }
    }

    @Override
    public boolean gathers() {
        return true;
    }

    @Override
    public int unread() {
        return gathered.length();
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
