package dev.seatport.avepoint.internal.transport;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Decodes an id. Any JSON but a string becomes {@code null}, so that one malformed row does not end a listing. */
public final class StringOrNullDeserializer extends StdDeserializer<String> {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Used by Jackson databind. */
    public StringOrNullDeserializer() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return textOrNull(parser);
    }

    /** Returns the string at the parser. Skips any other value and returns {@code null}. */
    public static @Nullable String textOrNull(JsonParser parser) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            return parser.getText();
        }
        parser.skipChildren();
        return null;
    }
}
