package dev.seatport.sandbox;

import dev.seatport.sandbox.exchange.Answer;
import dev.seatport.sandbox.exchange.RowParts;
import dev.seatport.sandbox.injection.Editor;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.LongConsumer;

/** Writes answers to the wire: a whole one at once, one in rows as fast as the client reads. Event loop only. */
final class AnswerWriter {
    private AnswerWriter() {}

    /** Writes an answer, and tells how many rows it holds when the last of it is about to go. */
    static void write(HttpServerResponse response, Answer answer, String date, LongConsumer whole) {
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(answer.status());
        response.putHeader("Date", date);
        answer.headers().forEach(header -> response.headers().add(header.name(), header.value()));
        if (answer.body() instanceof Answer.Body.Rows rows) {
            response.setChunked(true);
            writeNext(response, new RowParts(rows), whole);
        } else {
            String text = answer.text();
            whole.accept(Editor.rows(answer.body()));
            response.end(text);
        }
    }

    private static void writeNext(HttpServerResponse response, RowParts parts, LongConsumer whole) {
        if (!parts.hasNext()) {
            whole.accept(parts.made());
            response.end();
            return;
        }
        // The next part is made when this one has gone to the socket; after a failure there is nobody to write to.
        response.write(parts.next()).onSuccess(written -> writeNext(response, parts, whole));
    }
}
