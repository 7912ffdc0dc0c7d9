package dev.seatport.http.internal.codec;

import dev.seatport.http.json.JsonFieldReader;
import dev.seatport.http.spi.FastResponseReader;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.ports.events.CallListener;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listing;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A body that is small enough to be decoded in one go: field by field if there is a reader for that and the body is regular, by databind
 * if not.
 *
 * @param <T> what its rows mean
 */
public final class BufferedBody<D, T> extends ResponseBody<D> {
    private static final Buffer NOTHING = Buffer.buffer(0);

    private final Class<D> type;
    private final @Nullable FastPath<D, T> fastPath;
    private Buffer gathered = NOTHING;
    private boolean ours;
    private @Nullable List<T> rows;

    /** A body that databind decodes. */
    public BufferedBody(Class<D> type) {
        this(type, null);
    }

    public BufferedBody(Class<D> type, @Nullable FastPath<D, T> fastPath) {
        this.type = type;
        this.fastPath = fastPath;
    }

    /**
     * How a body is decoded if it is regular.
     *
     * @param early what is known of the response before all of it was read; whom to tell of drift is given
     * @param expected how many rows it has if it is a full page; 0 if that is not known
     */
    public record FastPath<D, T>(
            FastResponseReader<D, T> reader, Function<CallListener, ResponseContext> early, int expected) {}

    @Override
    public boolean accept(Buffer piece) {
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
    public boolean retainsBytes() {
        return true;
    }

    @Override
    int length() {
        return gathered.length();
    }

    @Override
    D read() throws JsonDecodeException {
        if (fastPath != null) {
            try {
                return regular(fastPath);
            } catch (JsonFieldReader.UnsupportedJsonException | VendorException e) {
                drift.clear();
            }
        }
        return JsonCodec.read(gathered, type, drift);
    }

    private D regular(FastPath<D, T> path) {
        JsonCodec.Bytes bytes = JsonCodec.bytes(gathered);
        JsonFieldReader json = new JsonFieldReader(bytes.array(), bytes.from(), bytes.from() + bytes.length());
        PresizedRowList<T> read = new PresizedRowList<>(path.expected());
        ResponseContext answer = path.early().apply(drift);
        D body = path.reader().decode(json, read, answer);
        json.requireEnd();
        answer.observed(body);
        rows = read.frozen();
        return body;
    }

    /** What the rows mean, if they were translated while they were read: then the list of rows in the DTO is empty. */
    public @Nullable List<T> rows() {
        return rows;
    }

    /**
     * The listing.
     *
     * @param untranslated takes the DTO apart; what it says of the rows holds if they were not translated
     */
    public Listing<T> listing(
            D value, BiFunction<D, ResponseContext, Listing<T>> untranslated, ResponseContext answer) {
        Listing<T> listing = untranslated.apply(value, answer);
        return rows == null ? listing : new Listing<>(rows, listing.endedBy());
    }

    @Override
    @Nullable
    Map<String, @Nullable Object> fields() {
        return JsonCodec.fields(gathered);
    }
}
