package dev.seatport.http.internal.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.io.Serial;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Deserializes a count: a whole number in any notation ({@code 25}, {@code 25.0}, {@code 2.5e1}), or a string of one. {@code
 * null}, {@code ""}, {@code "N/A"} and numbers beyond 64 bits become {@code null}. Any other value ({@code 25.5}, {@code
 * "abc"}, {@code true}) is malformed, because converting it would invent a number.
 */
final class CountDeserializer extends StdScalarDeserializer<Long> {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9]{1,64}(?:\\.[0-9]{1,64})?(?:[eE][+-]?[0-9]{1,9})?");
    /** A number of 20 digits never fits into 64 bits. */
    private static final int MIN_DIGITS_BEYOND_LONG = 20;

    /** Thrown for a value that is not a whole number. */
    static final class InvalidCountException extends MismatchedInputException {
        @Serial
        private static final long serialVersionUID = 1L;

        InvalidCountException(JsonParser parser) {
            super(parser, "not a whole number", Long.class);
        }
    }

    CountDeserializer() {
        super(Long.class);
    }

    @Override
    public @Nullable Long deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_NUMBER_INT)
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return parser.getLongValue();
        }
        if (parser.currentToken().isNumeric()) {
            return toLong(parser, context, parser.getText());
        }
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            reportDrift(parser, context, "a text where a number is due");
            String text = parser.getText().strip();
            return text.isEmpty() || text.equalsIgnoreCase("N/A") ? null : toLong(parser, context, text);
        }
        throw new InvalidCountException(parser);
    }

    private static void reportDrift(JsonParser parser, DeserializationContext context, String what) throws IOException {
        DriftCollector drift = DriftCollector.of(context);
        String name = parser.currentName();
        if (drift != null && name != null) {
            drift.add(parser, Long.class, name, what);
        }
    }

    /** Checks the exponent before expanding the number: a short text can denote a number of a billion digits. */
    private static @Nullable Long toLong(JsonParser parser, DeserializationContext context, String text)
            throws IOException {
        if (!NUMBER.matcher(text).matches()) {
            throw new InvalidCountException(parser);
        }
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        if (number.scale() > 0) {
            throw new InvalidCountException(parser);
        }
        if ((long) number.precision() - number.scale() < MIN_DIGITS_BEYOND_LONG) {
            BigInteger whole = number.toBigInteger();
            if (whole.bitLength() < Long.SIZE) {
                return whole.longValue();
            }
        }
        reportDrift(parser, context, "a number beyond 64 bits");
        return null;
    }
}
