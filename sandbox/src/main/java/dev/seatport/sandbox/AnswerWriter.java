package dev.seatport.sandbox;

import dev.seatport.sandbox.exchange.Answer;
import io.vertx.core.http.HttpServerResponse;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;

/** Writes answers to the wire: a whole one at once, one in parts as fast as the client reads. Event loop only. */
final class AnswerWriter {
    private final InstantSource time;

    AnswerWriter(InstantSource time) {
        this.time = time;
    }

    void write(HttpServerResponse response, Answer answer) {
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(answer.status());
        response.putHeader("Date", date());
        answer.headers().forEach(response::putHeader);
        if (answer.body() instanceof Answer.Body.Parts parts) {
            response.setChunked(true);
            writeNext(response, parts.parts());
        } else if (answer.body() instanceof Answer.Body.Whole whole) {
            response.end(whole.text());
        }
    }

    private static void writeNext(HttpServerResponse response, Iterator<String> parts) {
        if (!parts.hasNext()) {
            response.end();
            return;
        }
        // The next part is made when this one has gone to the socket; after a failure there is nobody to write to.
        response.write(parts.next()).onSuccess(written -> writeNext(response, parts));
    }

    private String date() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.instant().atOffset(ZoneOffset.UTC));
    }
}
