package dev.seatport.http.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.Serial;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a count: a whole number, or the same as a string of digits. {@code null}, {@code ""} and {@code "N/A"} say that there
 * is no count, and become {@code null}. Anything else ({@code 25.5}, {@code "abc"}, {@code true}) is malformed, for reading it
 * as some number would make a number up.
 */
final class CountDeserializer extends StdScalarDeserializer<Long> {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]{1,19}");

    CountDeserializer() {
        super(Long.class);
    }

    @Override
    public @Nullable Long deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                throw new NotACount(parser);
            }
            return parser.getLongValue();
        }
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            noteText(parser, context);
            return fromText(parser, parser.getText().strip());
        }
        throw new NotACount(parser);
    }

    private static void noteText(JsonParser parser, DeserializationContext context) throws IOException {
        Oddities oddities = Oddities.of(context);
        String name = parser.currentName();
        if (oddities != null && name != null) {
            oddities.add(parser, Long.class, name, "a text where a number is due");
        }
    }

    private static @Nullable Long fromText(JsonParser parser, String text) throws IOException {
        if (text.isEmpty() || text.equalsIgnoreCase("N/A")) {
            return null;
        }
        if (!DIGITS.matcher(text).matches()) {
            throw new NotACount(parser);
        }
        BigInteger number = new BigInteger(text.startsWith("+") ? text.substring(1) : text);
        if (number.bitLength() >= Long.SIZE) {
            throw new NotACount(parser);
        }
        return number.longValue();
    }
}
