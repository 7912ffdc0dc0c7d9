package dev.seatport.sandbox.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Response before it is written.
 *
 * @param status HTTP status
 * @param headers headers except {@code Date} and the length, which the writer adds
 * @param body body
 */
public record SandboxResponse(int status, List<Map.Entry<String, String>> headers, Body body) {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON_TYPE = "application/json; charset=utf-8";

    /** Body as text, as a document, or as rows that are generated while they are sent. */
    public sealed interface Body {
        /** Any text; empty for no body. */
        record Text(String text) implements Body {}

        /** JSON document, used by this response only. */
        record Document(JsonNode json) implements Body {}

        /**
         * Document around many rows, which are generated while they are sent. The rows can be iterated once.
         *
         * @param head document up to and including the bracket before the rows
         * @param rows rows
         * @param tail document from the bracket after the rows on
         */
        record LazyRows(String head, Iterator<? extends JsonNode> rows, String tail) implements Body {}
    }

    /** Copies the headers. */
    public SandboxResponse {
        headers = List.copyOf(headers);
    }

    /** Creates a response with a JSON document. */
    public static SandboxResponse json(int status, JsonNode document) {
        return new SandboxResponse(status, List.of(Map.entry(CONTENT_TYPE, JSON_TYPE)), new Body.Document(document));
    }

    /** Creates a 200 response with a JSON document around many rows. */
    public static SandboxResponse jsonRows(String head, Iterator<? extends JsonNode> rows, String tail) {
        return new SandboxResponse(
                200, List.of(Map.entry(CONTENT_TYPE, JSON_TYPE)), new Body.LazyRows(head, rows, tail));
    }

    /** Creates a response with plain text, as a gateway in front of an API sends it. */
    public static SandboxResponse plainText(int status, String text) {
        return text(status, "text/plain; charset=utf-8", text);
    }

    /** Creates a response with text of a content type. */
    public static SandboxResponse text(int status, String contentType, String text) {
        return new SandboxResponse(status, List.of(Map.entry(CONTENT_TYPE, contentType)), new Body.Text(text));
    }

    /** Creates a response without a body. */
    public static SandboxResponse empty(int status) {
        return new SandboxResponse(status, List.of(), new Body.Text(""));
    }

    /** Adds a header line. */
    public SandboxResponse with(String name, String value) {
        return new SandboxResponse(
                status,
                Stream.concat(headers.stream(), Stream.of(Map.entry(name, value)))
                        .toList(),
                body);
    }

    /** Replaces the body. */
    public SandboxResponse with(Body other) {
        return new SandboxResponse(status, headers, other);
    }

    /** Returns whether the status is 200 to 299. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Returns the whole body as text. Consumes the rows. */
    public String text() {
        if (body instanceof Body.Document document) {
            return SandboxJson.text(document.json());
        }
        if (body instanceof Body.LazyRows rows) {
            StringBuilder text = new StringBuilder();
            new RowChunks(rows).forEachRemaining(text::append);
            return text.toString();
        }
        return ((Body.Text) body).text();
    }
}
