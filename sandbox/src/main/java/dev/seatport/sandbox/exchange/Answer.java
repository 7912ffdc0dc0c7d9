package dev.seatport.sandbox.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * One answer before it is written to the wire.
 *
 * @param status the HTTP status
 * @param headers the headers beside {@code Date} and the length, which the writer adds
 * @param body the body
 */
public record Answer(int status, List<Header> headers, Body body) {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON_TYPE = "application/json; charset=utf-8";

    /** A body: as text, as a document, or as rows that are made while they are sent. */
    public sealed interface Body {
        /** Any text; empty for none. */
        record Text(String text) implements Body {}

        /** One JSON document, which belongs to this answer alone. */
        record Document(JsonNode json) implements Body {}

        /**
         * A document around rows too many to be made at once. The rows can be read one time.
         *
         * @param head the document up to and with the bracket before the rows
         * @param rows the rows
         * @param tail the document from the bracket behind the rows on
         */
        record Rows(String head, Iterator<? extends JsonNode> rows, String tail) implements Body {}
    }

    /** Copies the headers. */
    public Answer {
        headers = List.copyOf(headers);
    }

    /** An answer of one JSON document. */
    public static Answer json(int status, JsonNode document) {
        return new Answer(status, List.of(new Header(CONTENT_TYPE, JSON_TYPE)), new Body.Document(document));
    }

    /** A good answer of one JSON document around many rows. */
    public static Answer jsonRows(String head, Iterator<? extends JsonNode> rows, String tail) {
        return new Answer(200, List.of(new Header(CONTENT_TYPE, JSON_TYPE)), new Body.Rows(head, rows, tail));
    }

    /** An answer of plain text, as gateways in front of an API give it. */
    public static Answer plain(int status, String text) {
        return text(status, "text/plain; charset=utf-8", text);
    }

    /** An answer of text of a type. */
    public static Answer text(int status, String contentType, String text) {
        return new Answer(status, List.of(new Header(CONTENT_TYPE, contentType)), new Body.Text(text));
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, List.of(), new Body.Text(""));
    }

    /** This answer with one more header line. */
    public Answer with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, more, body);
    }

    /** This answer with another body. */
    public Answer with(Body other) {
        return new Answer(status, headers, other);
    }

    /** Whether the status is one of 200 to 299. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The whole body as text. Makes rows, however many there are, and uses them up. */
    public String text() {
        if (body instanceof Body.Document document) {
            return Json.text(document.json());
        }
        if (body instanceof Body.Rows rows) {
            StringBuilder text = new StringBuilder();
            new RowParts(rows).forEachRemaining(text::append);
            return text.toString();
        }
        return ((Body.Text) body).text();
    }
}
