package dev.seatport.sandbox.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One answer before it is written to the wire.
 *
 * @param status the HTTP status
 * @param headers the headers beside {@code Date} and the length, which the writer adds
 * @param body the body
 */
public record SandboxResponse(int status, List<Map.Entry<String, String>> headers, Body body) {
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
    public SandboxResponse {
        headers = List.copyOf(headers);
    }

    /** An answer of one JSON document. */
    public static SandboxResponse json(int status, JsonNode document) {
        return new SandboxResponse(status, List.of(Map.entry(CONTENT_TYPE, JSON_TYPE)), new Body.Document(document));
    }

    /** A good answer of one JSON document around many rows. */
    public static SandboxResponse jsonRows(String head, Iterator<? extends JsonNode> rows, String tail) {
        return new SandboxResponse(200, List.of(Map.entry(CONTENT_TYPE, JSON_TYPE)), new Body.Rows(head, rows, tail));
    }

    /** An answer of plain text, as gateways in front of an API give it. */
    public static SandboxResponse plain(int status, String text) {
        return text(status, "text/plain; charset=utf-8", text);
    }

    /** An answer of text of a type. */
    public static SandboxResponse text(int status, String contentType, String text) {
        return new SandboxResponse(status, List.of(Map.entry(CONTENT_TYPE, contentType)), new Body.Text(text));
    }

    /** An answer without a body. */
    public static SandboxResponse empty(int status) {
        return new SandboxResponse(status, List.of(), new Body.Text(""));
    }

    /** This answer with one more header line. */
    public SandboxResponse with(String name, String value) {
        return new SandboxResponse(
                status,
                Stream.concat(headers.stream(), Stream.of(Map.entry(name, value)))
                        .toList(),
                body);
    }

    /** This answer with another body. */
    public SandboxResponse with(Body other) {
        return new SandboxResponse(status, headers, other);
    }

    /** Whether the status is one of 200 to 299. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The whole body as text. Makes rows, however many there are, and uses them up. */
    public String text() {
        if (body instanceof Body.Document document) {
            return SandboxJson.text(document.json());
        }
        if (body instanceof Body.Rows rows) {
            StringBuilder text = new StringBuilder();
            new RowChunks(rows).forEachRemaining(text::append);
            return text.toString();
        }
        return ((Body.Text) body).text();
    }
}
