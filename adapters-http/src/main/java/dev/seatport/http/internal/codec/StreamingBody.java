package dev.seatport.http.internal.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.seatport.http.spi.ResponseContext;
import dev.seatport.http.spi.StreamedQuery;
import dev.seatport.http.spi.StreamedRowCollector;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.listing.ListingResult;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of a large response, decoded while it arrives. Passes each complete row to the collector, and keeps the fields around
 * the rows until the end. One row, the fields around the rows, and the memory of all kept rows are limited. UTF-8 only. Must
 * not block.
 */
public final class StreamingBody<D, R, T> extends ResponseBodyDecoder<D> {
    /** Size limit of one row, a thousand times larger than any documented row. */
    private static final int MAX_ROW_BYTES = 1024 * 1024;
    /** Size limit of the copy for the vendor's error parser, equal to that of an error body. */
    private static final int MAX_PREFIX_BYTES = 64 * 1024;

    private final StreamedQuery<D, R, T> query;
    private final long maxRowBytes;
    private final ResponseContext partialContext;
    private final StreamedRowCollector<R, T> collector;
    private final String anyRowPath;
    private final JsonParser parser = JsonCodec.incrementalParser();
    private final ByteArrayFeeder feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
    private final Buffer prefix = Buffer.buffer();
    private final TokenBuffer envelope = JsonCodec.newTokenBuffer();
    private @Nullable TokenBuffer row;
    private int depth;
    private boolean complete;
    private boolean inRows;
    private boolean prefixTruncated;
    private int bytesSinceRow;
    private long keptBytes;
    private int rows;
    /** First row that the collector rejected, or the row that ends the listing. */
    private @Nullable R rejectedRow;

    private int rejectedRowIndex = -1;
    private boolean stopped;
    private @Nullable JsonDecodeException rowFailure;
    private @Nullable JsonDecodeException failure;

    /**
     * Creates an empty body.
     *
     * @param maxRowBytes memory limit for all kept rows, by the estimate of {@link StreamedRowCollector}
     * @param partialContext context before the response is complete
     */
    public StreamingBody(StreamedQuery<D, R, T> query, long maxRowBytes, ResponseContext partialContext) {
        this.query = query;
        this.maxRowBytes = maxRowBytes;
        this.partialContext = partialContext;
        this.collector = query.newCollector();
        this.anyRowPath = "$." + query.rowsField() + "[*]";
    }

    @Override
    public boolean accept(Buffer chunk) {
        try {
            byte[] bytes = chunk.getBytes();
            appendPrefix(bytes);
            bytesSinceRow += bytes.length;
            if (bytesSinceRow > MAX_ROW_BYTES) {
                throw JsonDecodeException.tooLarge(
                        inRows ? rowPath(rows) : "$",
                        "larger than " + MAX_ROW_BYTES + " bytes without an end of a row");
            }
            feeder.feedInput(bytes, 0, bytes.length);
            parse();
        } catch (JsonDecodeException e) {
            failure = e;
        } catch (IOException e) {
            failure = JsonDecodeException.of(e);
        }
        return failure == null;
    }

    @Override
    public boolean retainsBytes() {
        return false;
    }

    private void appendPrefix(byte[] bytes) {
        prefixTruncated = prefixTruncated || prefix.length() + bytes.length > MAX_PREFIX_BYTES;
        if (!prefixTruncated) {
            prefix.appendBytes(bytes);
        }
    }

    private void parse() throws JsonDecodeException, IOException {
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.NOT_AVAILABLE) {
            if (complete) {
                throw new JsonDecodeException("$", "not one JSON document of the documented shape");
            }
            depth += token.isStructStart() ? 1 : 0;
            handle(token);
            depth -= token.isStructEnd() ? 1 : 0;
            complete = depth == 0;
            token = parser.nextToken();
        }
    }

    private void handle(JsonToken token) throws JsonDecodeException, IOException {
        if (inRows && !(depth == 2 && token == JsonToken.END_ARRAY)) {
            handleRow(token);
            return;
        }
        envelope.copyCurrentEvent(parser);
        inRows = depth == 2
                && token == JsonToken.START_ARRAY
                && query.rowsField().equals(parser.currentName());
    }

    private void handleRow(JsonToken token) throws JsonDecodeException, IOException {
        TokenBuffer current = row == null ? JsonCodec.newTokenBuffer() : row;
        current.copyCurrentEvent(parser);
        boolean rowComplete = token.isStructEnd() ? depth == 3 : token.isScalarValue() && depth == 2;
        row = rowComplete ? null : current;
        if (rowComplete) {
            bytesSinceRow = 0;
            add(current);
        }
    }

    /** After an undecodable row, the rest is still parsed: it may declare that the response is a failure. */
    private void add(TokenBuffer tokens) throws JsonDecodeException {
        if (rowFailure != null) {
            return;
        }
        try {
            keptBytes += add(JsonCodec.decode(tokens, query.rowType(), rowPath(rows), drift.withRoot(anyRowPath)));
        } catch (JsonDecodeException e) {
            rowFailure = e;
        }
        if (keptBytes > maxRowBytes) {
            throw JsonDecodeException.tooLarge(
                    rowPath(rows), "the listing would fill half of the memory; give Java more memory (-Xmx)");
        }
    }

    /** Passes the next row to the collector, until one cannot be mapped. Skips rows without an id. */
    private long add(@Nullable R next) {
        if (stopped) {
            return 0;
        }
        try {
            return add(next, rowPath(rows), partialContext);
        } catch (VendorException e) {
            stopped = !partialContext.isMissingId(e);
            // The failure that ends the listing replaces that of an earlier skipped row.
            if (stopped || rejectedRowIndex < 0) {
                rejectedRow = next;
                rejectedRowIndex = rows;
            }
            return 0;
        } finally {
            rows++;
        }
    }

    private long add(@Nullable R next, String path, ResponseContext context) {
        if (next == null) {
            throw context.malformed(path, "null where a row is due");
        }
        return collector.add(next, path, context);
    }

    private String rowPath(int index) {
        return "$." + query.rowsField() + "[" + index + "]";
    }

    @Override
    int bufferedBytes() {
        return 0;
    }

    @Override
    D decodeBody() throws JsonDecodeException {
        if (failure != null) {
            throw failure;
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
        if (rowFailure != null) {
            throw rowFailure;
        }
        D response = JsonCodec.decode(envelope, query.responseType(), "$", drift.withRoot("$"));
        if (response == null) {
            throw new JsonDecodeException("$", "null where a value is due");
        }
        return response;
    }

    /**
     * Returns the listing. Must be called once. Repeats the mapping of a rejected row, because its failure must contain the
     * correlation id, which is known only at the end.
     */
    public ListingResult<T> listing(D value, ResponseContext context) {
        VendorException rejection = rejectedRowIndex < 0 ? null : rejection(context);
        ListingResult<T> collected = collector.toListing(context);
        return query.finish(
                value, rejection == null ? collected : new ListingResult<>(collected.rows(), rejection), context);
    }

    private VendorException rejection(ResponseContext context) {
        try {
            add(rejectedRow, rowPath(rejectedRowIndex), context);
        } catch (VendorException e) {
            return e;
        }
        throw new IllegalStateException("a row was refused and then taken");
    }

    @Override
    @Nullable
    Map<String, @Nullable Object> decodeFields() {
        if (!complete) {
            return null;
        }
        return prefixTruncated ? JsonCodec.decodeFields(envelope) : JsonCodec.decodeFields(prefix);
    }
}
