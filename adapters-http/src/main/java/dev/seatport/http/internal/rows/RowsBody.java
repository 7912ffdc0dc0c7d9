package dev.seatport.http.internal.rows;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.seatport.http.AnswerContext;
import dev.seatport.http.LargeListing;
import dev.seatport.http.internal.call.AnswerBody;
import dev.seatport.http.internal.json.Json;
import dev.seatport.http.internal.json.JsonPieces;
import dev.seatport.http.internal.json.Oddities;
import dev.seatport.http.internal.json.UnreadableJson;
import dev.seatport.ports.watch.Drift;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The body of a large answer, parsed while it arrives: each row is handed on as soon as it is whole, and what stands around the
 * rows is kept until the end. Neither a row nor what stands around them may be large, and what is kept of the rows in all is
 * limited too.
 */
public final class RowsBody<D, R, T> implements AnswerBody<GatheredAnswer<D, R, T>> {
    /** No documented row has a thousandth of it. */
    private static final int LARGEST_ROW = 1024 * 1024;
    /** So much of the beginning is kept for whoever reads a declared failure, like the body of an error. */
    private static final int BEGINNING = 64 * 1024;

    private final LargeListing<D, R, T> listing;
    private final long memory;
    private final GatheredRows<R, T> rows;
    private final JsonPieces json = Json.pieces(this::on);
    private final String everyRow;
    private final Oddities odd = new Oddities();
    private final Buffer beginning = Buffer.buffer();
    private final TokenBuffer around = Json.tokens();
    private @Nullable TokenBuffer row;
    private boolean inRows;
    private boolean cut;
    private int sinceRow;
    private long kept;
    private @Nullable UnreadableJson unreadableRow;
    private @Nullable UnreadableJson ended;

    /**
     * A body that is yet to come.
     *
     * @param memory how many bytes may be kept of all rows, as {@link dev.seatport.http.Gathering} reckons
     * @param early what is known of the answer while it arrives
     */
    public RowsBody(LargeListing<D, R, T> listing, long memory, AnswerContext early) {
        this.listing = listing;
        this.memory = memory;
        this.everyRow = "$." + listing.rowsMember() + "[*]";
        this.rows = new GatheredRows<>("$." + listing.rowsMember(), listing.gather(), early);
    }

    @Override
    public boolean take(Buffer piece) {
        try {
            byte[] bytes = piece.getBytes();
            keepBeginning(bytes);
            sinceRow += bytes.length;
            if (sinceRow > LARGEST_ROW) {
                throw UnreadableJson.tooLarge(
                        inRows ? rows.next() : "$", "larger than " + LARGEST_ROW + " bytes without an end of a row");
            }
            json.take(bytes);
        } catch (UnreadableJson e) {
            ended = e;
        }
        return ended == null;
    }

    @Override
    public boolean gathers() {
        return false;
    }

    private void keepBeginning(byte[] bytes) {
        cut = cut || beginning.length() + bytes.length > BEGINNING;
        if (!cut) {
            beginning.appendBytes(bytes);
        }
    }

    private void on(JsonToken token, int depth, JsonParser parser) throws UnreadableJson, IOException {
        if (inRows && !(depth == 2 && token == JsonToken.END_ARRAY)) {
            onRow(token, depth, parser);
            return;
        }
        around.copyCurrentEvent(parser);
        inRows = depth == 2
                && token == JsonToken.START_ARRAY
                && listing.rowsMember().equals(parser.currentName());
    }

    private void onRow(JsonToken token, int depth, JsonParser parser) throws UnreadableJson, IOException {
        TokenBuffer open = row == null ? Json.tokens() : row;
        open.copyCurrentEvent(parser);
        boolean whole = token.isStructEnd() ? depth == 3 : token.isScalarValue() && depth == 2;
        row = whole ? null : open;
        if (whole) {
            sinceRow = 0;
            add(open);
        }
    }

    /** After a row of the wrong shape the rest is parsed all the same: it may say that the answer is a declared failure. */
    private void add(TokenBuffer whole) throws UnreadableJson {
        if (unreadableRow != null) {
            return;
        }
        try {
            kept += rows.add(Json.read(whole, listing.rowType(), rows.next(), odd.under(everyRow)));
        } catch (UnreadableJson e) {
            unreadableRow = e;
        }
        if (kept > memory) {
            throw UnreadableJson.tooLarge(
                    rows.next(), "the listing would fill half of the memory; give Java more (-Xmx)");
        }
    }

    @Override
    public int unread() {
        return 0;
    }

    @Override
    public GatheredAnswer<D, R, T> read() throws UnreadableJson {
        if (ended != null) {
            throw ended;
        }
        json.end();
        if (unreadableRow != null) {
            throw unreadableRow;
        }
        D answer = Json.read(around, listing.answerType(), "$", odd.under("$"));
        if (answer == null) {
            throw new UnreadableJson("$", "null where a value is due");
        }
        return new GatheredAnswer<>(answer, rows);
    }

    @Override
    public void forEachOddity(ObjLongConsumer<Drift> taker) {
        odd.forEach(taker);
    }

    @Override
    public @Nullable JsonNode readLeniently() {
        if (!json.complete()) {
            return null;
        }
        return cut ? Json.readLeniently(around) : Json.readLeniently(beginning);
    }
}
