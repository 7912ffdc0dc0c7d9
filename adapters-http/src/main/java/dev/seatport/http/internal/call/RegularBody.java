package dev.seatport.http.internal.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.http.AnswerContext;
import dev.seatport.http.RegularJson;
import dev.seatport.http.RegularReader;
import dev.seatport.http.internal.json.Json;
import dev.seatport.http.internal.json.UnreadableJson;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.ports.watch.Drift;
import dev.seatport.ports.watch.VendorWatcher;
import io.vertx.core.buffer.Buffer;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** A body that is read field by field if it is regular, and by databind if it is not. */
final class RegularBody<D, T> implements AnswerBody<ReadAnswer<D, T>> {
    private final WholeBody<D> whole;
    private final RegularReader<D, T> reader;
    private final Function<VendorWatcher, AnswerContext> early;
    private final int expected;
    private final DriftNotes notes = new DriftNotes();

    /**
     * A body that is yet to come.
     *
     * @param early what is known of the answer before all of it was read; whom to tell of drift is given
     * @param expected how many rows it has if it is a full page; 0 if that is not known
     */
    RegularBody(
            WholeBody<D> whole,
            RegularReader<D, T> reader,
            Function<VendorWatcher, AnswerContext> early,
            int expected) {
        this.whole = whole;
        this.reader = reader;
        this.early = early;
        this.expected = expected;
    }

    @Override
    public boolean take(Buffer piece) {
        return whole.take(piece);
    }

    @Override
    public boolean gathers() {
        return whole.gathers();
    }

    @Override
    public int unread() {
        return whole.unread();
    }

    @Override
    public ReadAnswer<D, T> read() throws UnreadableJson {
        try {
            return regular();
        } catch (RegularJson.NotRegular | VendorException e) {
            notes.forget();
            return new ReadAnswer<>(whole.read(), null);
        }
    }

    private ReadAnswer<D, T> regular() {
        Json.Bytes bytes = Json.bytes(whole.gathered());
        RegularJson json = new RegularJson(bytes.array(), bytes.from(), bytes.from() + bytes.length());
        RowList<T> rows = new RowList<>(expected);
        AnswerContext answer = early.apply(notes);
        D body = reader.read(json, rows, answer);
        json.end();
        answer.observed(body);
        return new ReadAnswer<>(body, rows.frozen());
    }

    @Override
    public void forEachOddity(ObjLongConsumer<Drift> taker) {
        whole.forEachOddity(taker);
        notes.forEach(taker);
    }

    @Override
    public @Nullable JsonNode readLeniently() {
        return whole.readLeniently();
    }
}
