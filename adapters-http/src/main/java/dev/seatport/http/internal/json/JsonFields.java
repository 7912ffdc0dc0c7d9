package dev.seatport.http.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.seatport.http.internal.json.Json.Bytes;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, for answers that are no more than that: it takes no databind, which takes longer to get ready than
 * such an answer takes to come. Immutable.
 */
public final class JsonFields {
    private static final JsonFactory FACTORY = JsonSyntax.factory();
    /** Items of a list; further ones are left out. */
    private static final int MOST_ITEMS = 10;

    private final Map<String, Value> values;

    private JsonFields(Map<String, Value> values) {
        // No copy: immutable maps of the JDK take the square of the time for names of one hash.
        this.values = values;
    }

    /** What a value is. */
    public enum Form {
        TEXT,
        WHOLE_NUMBER,
        DECIMAL_NUMBER,
        OTHER
    }

    /**
     * A value.
     *
     * @param text the text, or how the number or word is written; empty for a list or an object
     * @param items the first texts, numbers and words of a list; empty for anything else
     */
    public record Value(Form form, String text, List<Value> items) {
        public Value {
            items = List.copyOf(items);
        }

        Value(Form form, String text) {
            this(form, text, List.of());
        }

        /** A value may be a secret. */
        @Override
        public String toString() {
            return form.toString();
        }
    }

    /** Reads one complete object; {@code null} if it is none. */
    public static @Nullable JsonFields read(Buffer body) {
        Bytes bytes = Json.bytes(body);
        try (JsonParser parser = FACTORY.createParser(bytes.array(), bytes.from(), bytes.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            Map<String, Value> values = new HashMap<>();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                values.put(name, value(parser));
            }
            return parser.nextToken() == null ? new JsonFields(values) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static Value value(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_ARRAY) {
            return new Value(Form.OTHER, "", items(parser));
        }
        if (token == JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new Value(Form.OTHER, "");
        }
        return scalar(token, parser);
    }

    private static List<Value> items(JsonParser parser) throws IOException {
        List<Value> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token.isStructStart()) {
                parser.skipChildren();
            } else if (items.size() < MOST_ITEMS) {
                items.add(scalar(token, parser));
            }
        }
        return items;
    }

    private static Value scalar(JsonToken token, JsonParser parser) throws IOException {
        Form form = switch (token) {
            case VALUE_STRING -> Form.TEXT;
            case VALUE_NUMBER_INT -> Form.WHOLE_NUMBER;
            case VALUE_NUMBER_FLOAT -> Form.DECIMAL_NUMBER;
            default -> Form.OTHER;
        };
        return new Value(form, parser.getText());
    }

    /** The value of a field; {@code null} if there is no such field. */
    public @Nullable Value get(String name) {
        return values.get(name);
    }

    /** The text of a field, or how its number or word is written; empty if there is no such field, or a list or an object. */
    public String text(String name) {
        Value value = values.get(name);
        return value == null ? "" : value.text();
    }
}
