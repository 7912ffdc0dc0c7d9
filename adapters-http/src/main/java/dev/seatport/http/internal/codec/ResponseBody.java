package dev.seatport.http.internal.codec;

import dev.seatport.http.internal.transport.BodyChunkConsumer;
import dev.seatport.http.spi.ErrorBody;
import dev.seatport.ports.events.SchemaDrift;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Body of one good response: takes its pieces while they arrive, and is decoded once. A retry begins with a new one. It arrives on an
 * event loop, and is decoded there or on a thread beside it, never on both at once.
 *
 * @param <D> the DTO of the response
 */
public abstract class ResponseBody<D> implements BodyChunkConsumer {
    final DriftCollector drift = new DriftCollector();
    private @Nullable D value;
    private @Nullable JsonDecodeException problem;

    /** Decodes the body, unless it was decoded before. */
    public final void decode() {
        if (value == null && problem == null) {
            try {
                value = read();
            } catch (JsonDecodeException e) {
                problem = e;
            }
        }
    }

    /**
     * What it says, once all of it came or no more was wanted.
     *
     * @throws JsonDecodeException if it is not what was promised
     */
    public final D value() throws JsonDecodeException {
        decode();
        if (problem != null) {
            throw problem;
        }
        return Objects.requireNonNull(value);
    }

    /** How many bytes {@link #decode} has yet to go through: none of what was decoded while it arrived. */
    public final int undecoded() {
        return value == null && problem == null ? length() : 0;
    }

    abstract D read() throws JsonDecodeException;

    /** How many bytes are decoded at the end. */
    abstract int length();

    /** Hands over what was odd in it, though it could be read, with the number of its places. */
    public final void forEachDrift(ObjLongConsumer<SchemaDrift> taker) {
        drift.forEach(taker);
    }

    /** The same body for the reader of declared failures. */
    public final ErrorBody readLeniently() {
        return ErrorBody.of(fields());
    }

    /** The fields of the body; {@code null} if it is no JSON object. */
    abstract @Nullable Map<String, @Nullable Object> fields();
}
