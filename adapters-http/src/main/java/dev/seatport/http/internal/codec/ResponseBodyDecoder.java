package dev.seatport.http.internal.codec;

import dev.seatport.http.internal.transport.BodyChunkConsumer;
import dev.seatport.http.spi.ErrorBodyFields;
import dev.seatport.ports.events.SchemaDrift;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Body of one successful response. Receives chunks on an event loop, and is decoded once, there or on a decoder thread, never
 * concurrently. A retry needs a new instance.
 *
 * @param <D> the DTO of the response
 */
public abstract class ResponseBodyDecoder<D> implements BodyChunkConsumer {
    final DriftCollector drift = new DriftCollector();
    private @Nullable D value;
    private @Nullable JsonDecodeException failure;

    /** Decodes the body unless it is decoded. */
    public final void decode() {
        if (value == null && failure == null) {
            try {
                value = decodeBody();
            } catch (JsonDecodeException e) {
                failure = e;
            }
        }
    }

    /**
     * Returns the decoded body. Must not be called before the body is complete, or {@link #accept} returned {@code false}.
     *
     * @throws JsonDecodeException if the body is not the expected JSON
     */
    public final D value() throws JsonDecodeException {
        decode();
        if (failure != null) {
            throw failure;
        }
        return Objects.requireNonNull(value);
    }

    /** Returns the number of bytes that {@link #decode} still has to decode. */
    public final int undecodedBytes() {
        return value == null && failure == null ? bufferedBytes() : 0;
    }

    abstract D decodeBody() throws JsonDecodeException;

    /** Returns the number of buffered bytes that are decoded at the end. */
    abstract int bufferedBytes();

    /** Passes each drift with its number of occurrences. */
    public final void forEachDrift(ObjLongConsumer<SchemaDrift> action) {
        drift.forEach(action);
    }

    /** Returns the fields of the body for the vendor's error parser. */
    public final ErrorBodyFields errorBody() {
        return ErrorBodyFields.of(decodeFields());
    }

    /** Decodes the fields of the body; {@code null} if it is no JSON object. */
    abstract @Nullable Map<String, @Nullable Object> decodeFields();
}
