package dev.seatport.http.internal.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.http.internal.json.UnreadableJson;
import dev.seatport.ports.watch.Drift;
import io.vertx.core.buffer.Buffer;
import java.util.Objects;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A body that was read already, and what came of it.
 *
 * @param value what it says; {@code null} if it cannot be read
 * @param problem why it cannot be read; {@code null} if it can
 */
record BodyRead<D>(
        AnswerBody<D> body, @Nullable D value, @Nullable UnreadableJson problem) implements AnswerBody<D> {

    static <D> AnswerBody<D> of(AnswerBody<D> body) {
        try {
            return new BodyRead<>(body, body.read(), null);
        } catch (UnreadableJson problem) {
            return new BodyRead<>(body, null, problem);
        }
    }

    @Override
    public D read() throws UnreadableJson {
        if (problem != null) {
            throw problem;
        }
        return Objects.requireNonNull(value);
    }

    @Override
    public boolean take(Buffer piece) {
        return false;
    }

    @Override
    public boolean gathers() {
        return body.gathers();
    }

    @Override
    public int unread() {
        return 0;
    }

    @Override
    public void forEachOddity(ObjLongConsumer<Drift> taker) {
        body.forEachOddity(taker);
    }

    @Override
    public @Nullable JsonNode readLeniently() {
        return body.readLeniently();
    }
}
