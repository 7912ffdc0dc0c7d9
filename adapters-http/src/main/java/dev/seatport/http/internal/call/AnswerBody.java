package dev.seatport.http.internal.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.http.internal.exchange.Pieces;
import dev.seatport.http.internal.json.UnreadableJson;
import dev.seatport.ports.watch.Drift;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The body of one good answer, taken while it arrives: a retry begins with a new one. It arrives on an event loop, and is read there
 * or on a thread beside it, never on both at once.
 */
public interface AnswerBody<D> extends Pieces {
    /**
     * What it says, once all of it came or no more was wanted.
     *
     * @throws UnreadableJson if it is not what was promised
     */
    D read() throws UnreadableJson;

    /** How many bytes {@link #read} has yet to go through: none of what was read while it arrived. */
    int unread();

    /** Hands over what was odd in it, though it could be read, with the number of its places. */
    void forEachOddity(ObjLongConsumer<Drift> taker);

    /** The same for whoever looks for a declared failure; {@code null} if it is not JSON. */
    @Nullable
    JsonNode readLeniently();
}
