package dev.seatport.sandbox.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON trees and their text form. */
public final class SandboxJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SandboxJson() {}

    /** Creates an empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Creates an empty array. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** Returns the document as compact text. */
    public static String text(JsonNode document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /**
     * Parses one JSON document.
     *
     * @return empty if the text is not exactly one JSON document
     */
    public static Optional<JsonNode> parse(String text) {
        try {
            JsonNode document = MAPPER.readTree(text);
            return document == null || document.isMissingNode() ? Optional.empty() : Optional.of(document);
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    /** Writes a count as a number, as a string of digits, or as null. */
    public static void putCount(ObjectNode row, String key, @Nullable Long count, boolean asString) {
        if (count != null && asString) {
            row.put(key, Long.toString(count));
        } else {
            row.put(key, count);
        }
    }
}
