package dev.seatport.sandbox.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One answer before it is written to the wire.
 *
 * @param status the HTTP status
 * @param headers the headers beside {@code Date} and the length, which the writer adds
 * @param body the body
 */
public record Answer(int status, Map<String, String> headers, Body body) {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON_TYPE = "application/json; charset=utf-8";

    /** A body: whole, or in parts that are made while they are sent. */
    public sealed interface Body {
        /** A body of known length; empty for none. */
        record Whole(String text) implements Body {}

        /** A body too large to be made at once; it can be read one time. */
        record Parts(Iterator<String> parts) implements Body {}
    }

    /** Copies the headers. */
    public Answer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** An answer of one JSON document. */
    public static Answer json(int status, JsonNode document) {
        return new Answer(status, Map.of(CONTENT_TYPE, JSON_TYPE), new Body.Whole(Json.text(document)));
    }

    /** A good answer of one JSON document that comes in parts. */
    public static Answer jsonParts(Iterator<String> parts) {
        return new Answer(200, Map.of(CONTENT_TYPE, JSON_TYPE), new Body.Parts(parts));
    }

    /** An answer of plain text, as gateways in front of an API give it. */
    public static Answer plain(int status, String text) {
        return new Answer(status, Map.of(CONTENT_TYPE, "text/plain; charset=utf-8"), new Body.Whole(text));
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new Body.Whole(""));
    }

    /** This answer with one more header. */
    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }
}
