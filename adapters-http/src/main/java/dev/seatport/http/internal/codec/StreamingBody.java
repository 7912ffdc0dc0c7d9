package dev.seatport.http.internal.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.RowCollector;
import dev.seatport.http.spi.StreamedQuery;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.Listing;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a large response, parsed while it arrives: each row is handed on as soon as it is whole, and what stands around the
 * rows is kept until the end. Neither a row nor what stands around them may be large, and what is kept of the rows in all is
 * limited too. UTF-8 only; never waits for bytes.
 */
public final class StreamingBody<D, R, T> extends ResponseBody<D> {
    /** No documented row has a thousandth of it. */
    private static final int LARGEST_ROW = 1024 * 1024;
    /** So much of the beginning is kept for the reader of declared failures, like the body of an error. */
    private static final int BEGINNING = 64 * 1024;

    private final StreamedQuery<D, R, T> listing;
    private final long memory;
    private final ResponseContext early;
    private final RowCollector<R, T> rowCollector;
    private final String everyRow;
    private final JsonParser parser = JsonCodec.incrementalParser();
    private final ByteArrayFeeder feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
    private final Buffer beginning = Buffer.buffer();
    private final TokenBuffer around = JsonCodec.tokens();
    private @Nullable TokenBuffer row;
    private int depth;
    private boolean complete;
    private boolean inRows;
    private boolean cut;
    private int sinceRow;
    private long kept;
    private int rows;
    /** The first row that was refused, or the one that ends the listing. */
    private @Nullable R refused;

    private int refusedAt = -1;
    private boolean broken;
    private @Nullable JsonDecodeException unreadableRow;
    private @Nullable JsonDecodeException ended;

    /**
     * A body that is yet to come.
     *
     * @param memory how many bytes may be kept of all rows, as {@link RowCollector} reckons
     * @param early what is known of the response while it arrives
     */
    public StreamingBody(StreamedQuery<D, R, T> listing, long memory, ResponseContext early) {
        this.listing = listing;
        this.memory = memory;
        this.early = early;
        this.rowCollector = listing.newCollector();
        this.everyRow = "$." + listing.rowsField() + "[*]";
    }

    @Override
    public boolean accept(Buffer piece) {
        try {
            byte[] bytes = piece.getBytes();
            keepBeginning(bytes);
            sinceRow += bytes.length;
            if (sinceRow > LARGEST_ROW) {
                throw JsonDecodeException.tooLarge(
                        inRows ? path(rows) : "$", "larger than " + LARGEST_ROW + " bytes without an end of a row");
            }
            feeder.feedInput(bytes, 0, bytes.length);
            parse();
        } catch (JsonDecodeException e) {
            ended = e;
        } catch (IOException e) {
            ended = JsonDecodeException.of(e);
        }
        return ended == null;
    }

    @Override
    public boolean retainsBytes() {
        return false;
    }

    private void keepBeginning(byte[] bytes) {
        cut = cut || beginning.length() + bytes.length > BEGINNING;
        if (!cut) {
            beginning.appendBytes(bytes);
        }
    }

    private void parse() throws JsonDecodeException, IOException {
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.NOT_AVAILABLE) {
            if (complete) {
                throw new JsonDecodeException("$", "not one JSON document of the documented shape");
            }
            depth += token.isStructStart() ? 1 : 0;
            on(token);
            depth -= token.isStructEnd() ? 1 : 0;
            complete = depth == 0;
            token = parser.nextToken();
        }
    }

    private void on(JsonToken token) throws JsonDecodeException, IOException {
        if (inRows && !(depth == 2 && token == JsonToken.END_ARRAY)) {
            onRow(token);
            return;
        }
        around.copyCurrentEvent(parser);
        inRows = depth == 2
                && token == JsonToken.START_ARRAY
                && listing.rowsField().equals(parser.currentName());
    }

    private void onRow(JsonToken token) throws JsonDecodeException, IOException {
        TokenBuffer open = row == null ? JsonCodec.tokens() : row;
        open.copyCurrentEvent(parser);
        boolean whole = token.isStructEnd() ? depth == 3 : token.isScalarValue() && depth == 2;
        row = whole ? null : open;
        if (whole) {
            sinceRow = 0;
            add(open);
        }
    }

    /** After a row of the wrong shape the rest is parsed all the same: it may say that the response is a declared failure. */
    private void add(TokenBuffer whole) throws JsonDecodeException {
        if (unreadableRow != null) {
            return;
        }
        try {
            kept += add(JsonCodec.read(whole, listing.rowType(), path(rows), drift.under(everyRow)));
        } catch (JsonDecodeException e) {
            unreadableRow = e;
        }
        if (kept > memory) {
            throw JsonDecodeException.tooLarge(
                    path(rows), "the listing would fill half of the memory; give Java more (-Xmx)");
        }
    }

    /** Takes the next row, up to the first that cannot be understood. A row that nothing identifies is passed over. */
    private long add(@Nullable R next) {
        if (broken) {
            return 0;
        }
        try {
            return add(next, path(rows), early);
        } catch (VendorException e) {
            broken = !early.isMissingId(e);
            // What ends the listing takes the place of what was passed over before it.
            if (broken || refusedAt < 0) {
                refused = next;
                refusedAt = rows;
            }
            return 0;
        } finally {
            rows++;
        }
    }

    private long add(@Nullable R next, String where, ResponseContext answer) {
        if (next == null) {
            throw answer.malformed(where, "null where a row is due");
        }
        return rowCollector.add(next, where, answer);
    }

    private String path(int number) {
        return "$." + listing.rowsField() + "[" + number + "]";
    }

    @Override
    int length() {
        return 0;
    }

    @Override
    D read() throws JsonDecodeException {
        if (ended != null) {
            throw ended;
        }
        try {
            feeder.endOfInput();
            parse();
        } catch (IOException e) {
            throw JsonDecodeException.of(e);
        }
        if (!complete) {
            throw new JsonDecodeException("$", "not one complete JSON document");
        }
        if (unreadableRow != null) {
            throw unreadableRow;
        }
        D answer = JsonCodec.read(around, listing.responseType(), "$", drift.under("$"));
        if (answer == null) {
            throw new JsonDecodeException("$", "null where a value is due");
        }
        return answer;
    }

    /**
     * The listing, once. Why a row cannot be understood is asked again here: only now the response's own id of the exchange is known,
     * which belongs in the failure.
     */
    public Listing<T> listing(D value, ResponseContext answer) {
        VendorException refusal = refusedAt < 0 ? null : refusal(answer);
        Listing<T> gathered = rowCollector.toListing(answer);
        return listing.finish(value, refusal == null ? gathered : new Listing<>(gathered.rows(), refusal), answer);
    }

    private VendorException refusal(ResponseContext answer) {
        try {
            add(refused, path(refusedAt), answer);
        } catch (VendorException e) {
            return e;
        }
        throw new IllegalStateException("a row was refused and then taken");
    }

    @Override
    @Nullable
    Map<String, @Nullable Object> fields() {
        if (!complete) {
            return null;
        }
        return cut ? JsonCodec.fields(around) : JsonCodec.fields(beginning);
    }
}
