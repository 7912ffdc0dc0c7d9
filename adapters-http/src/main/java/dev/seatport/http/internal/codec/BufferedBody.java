package dev.seatport.http.internal.codec;

import dev.seatport.http.json.FastJsonReader;
import dev.seatport.http.spi.FastResponseReader;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Response body that is buffered completely and then decoded. A fast reader decodes it field by field if its form is supported,
 * and Jackson databind otherwise.
 *
 * @param <T> the domain type of a row
 */
public final class BufferedBody<D, T> extends ResponseBodyDecoder<D> {
    private static final Buffer EMPTY = Buffer.buffer(0);

    private final Class<D> type;
    private final @Nullable FastDecoder<D, T> fastDecoder;
    private Buffer received = EMPTY;
    private boolean owned;
    private @Nullable List<T> rows;

    /** Creates a body that databind decodes. */
    public BufferedBody(Class<D> type) {
        this(type, null);
    }

    public BufferedBody(Class<D> type, @Nullable FastDecoder<D, T> fastDecoder) {
        this.type = type;
        this.fastDecoder = fastDecoder;
    }

    /**
     * Fast decoding of a body.
     *
     * @param partialContext creates the context before the response is complete, with a listener for drift
     * @param expected number of rows of a full page; 0 if unknown
     */
    public record FastDecoder<D, T>(
            FastResponseReader<D, T> reader, Function<CallListener, ResponseContext> partialContext, int expected) {}

    @Override
    public boolean accept(Buffer chunk) {
        // Vert.x hands over ownership of each chunk. Most bodies have one chunk, which needs no copy.
        if (received.length() == 0) {
            received = chunk;
            owned = false;
        } else {
            copyToOwned(chunk.length());
            received.appendBuffer(chunk);
        }
        return true;
    }

    /** Copies the received bytes to a larger buffer, because a chunk of the transport has no spare capacity. */
    private void copyToOwned(int extraBytes) {
        if (!owned) {
            received = Buffer.buffer(2 * (received.length() + extraBytes)).appendBuffer(received);
            owned = true;
        }
    }

    @Override
    public boolean retainsBytes() {
        return true;
    }

    @Override
    int bufferedBytes() {
        return received.length();
    }

    @Override
    D decodeBody() throws JsonDecodeException {
        if (fastDecoder != null) {
            try {
                return decodeFast(fastDecoder);
            } catch (FastJsonReader.UnsupportedJsonException | VendorException e) {
                drift.clear();
            }
        }
        return JsonCodec.decode(received, type, drift);
    }

    private D decodeFast(FastDecoder<D, T> path) {
        JsonCodec.ByteRange bytes = JsonCodec.bytes(received);
        FastJsonReader json = new FastJsonReader(bytes.array(), bytes.from(), bytes.from() + bytes.length());
        PresizedRowList<T> decodedRows = new PresizedRowList<>(path.expected());
        ResponseContext context = path.partialContext().apply(drift);
        D body = path.reader().decode(json, decodedRows, context);
        json.requireEnd();
        context.observed(body);
        rows = decodedRows.toImmutableList();
        return body;
    }

    /**
     * Returns the rows that the fast reader mapped, which leaves the list in the DTO empty.
     *
     * @return {@code null} if databind decoded the body
     */
    public @Nullable List<T> rows() {
        return rows;
    }

    /**
     * Returns the listing.
     *
     * @param unmapped maps the DTO; its rows are used only if the fast reader did not map them
     */
    public ListingResult<T> listing(
            D value, BiFunction<D, ResponseContext, ListingResult<T>> unmapped, ResponseContext context) {
        ListingResult<T> listing = unmapped.apply(value, context);
        return rows == null ? listing : new ListingResult<>(rows, listing.endedBy());
    }

    @Override
    @Nullable
    Map<String, @Nullable Object> decodeFields() {
        return JsonCodec.decodeFields(received);
    }
}
