package dev.seatport.http.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Decodes text so that every encoding can hold it: half of a surrogate pair, which JSON can spell, becomes U+FFFD. */
final class WellFormedText extends StringDeserializer {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int REPLACEMENT = 0xFFFD;

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = super.deserialize(parser, context);
        return text == null ? null : of(text);
    }

    private static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> safe.appendCodePoint(Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c));
        return safe.toString();
    }
}
