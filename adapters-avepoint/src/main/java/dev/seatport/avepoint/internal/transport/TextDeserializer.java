package dev.seatport.avepoint.internal.transport;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Reads an id that must be a text. Any other JSON is read as no id, so that one odd row does not end a listing. */
public final class TextDeserializer extends StdDeserializer<String> {
    @Serial
    private static final long serialVersionUID = 1L;

    /** For databind. */
    public TextDeserializer() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return read(parser);
    }

    /** Returns the text at the parser; {@code null} for anything else, which is skipped. */
    public static @Nullable String read(JsonParser parser) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            return parser.getText();
        }
        parser.skipChildren();
        return null;
    }
}
