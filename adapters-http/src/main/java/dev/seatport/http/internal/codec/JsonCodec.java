package dev.seatport.http.internal.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Jackson, set up once for all that vendors send: bounded in depth and length, strict where a number could change, lenient
 * elsewhere. Thread-safe.
 */
public final class JsonCodec {
    private static final int DEEPEST = 64;
    private static final int LONGEST_STRING = 1024 * 1024;
    private static final int LONGEST_NUMBER = 64;
    private static final int REPLACEMENT = 0xFFFD;
    private static final Buffer EMPTY_OBJECT = Buffer.buffer("{}");
    private static final JsonFactory FACTORY = factory();

    private JsonCodec() {}

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_STRING)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                // Of two values for one key, neither is known to be right.
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
    }

    /** Set up when it is first needed: many a response is read without it. */
    private static final class Databind {
        static final JsonMapper MAPPER = JsonMapper.builder(factory())
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .addHandler(new UnknownFields())
                .addModule(new SimpleModule()
                        .addDeserializer(Long.class, new CountDeserializer())
                        .addDeserializer(String.class, new WellFormedText()))
                .build();

        private Databind() {}
    }

    /** Notes fields that no document of the vendor's names. Those that are named and not wanted are for the DTO to ignore. */
    private static final class UnknownFields extends DeserializationProblemHandler {
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> deserializer,
                Object ownerOrItsClass,
                String name) {
            DriftCollector drift = DriftCollector.of(context);
            if (drift != null) {
                drift.add(parser, deserializer.handledType(), name, "a new field");
            }
            // Not handled: Jackson skips it.
            return false;
        }
    }

    /** Decodes text so that every encoding can hold it: half of a surrogate pair, which JSON can spell, becomes U+FFFD. */
    private static final class WellFormedText extends StringDeserializer {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            for (int i = 0; text != null && i < text.length(); i++) {
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

    /**
     * Reads one complete document, and notes what is odd in it though it can be read.
     *
     * @throws JsonDecodeException if it is none, is not of that shape, or is the literal {@code null}
     */
    public static <T> T read(Buffer body, Class<T> type, DriftCollector drift) throws JsonDecodeException {
        try {
            Bytes bytes = bytes(body);
            T value = Databind.MAPPER
                    .readerFor(type)
                    .withAttribute(DriftCollector.class, drift)
                    .readValue(bytes.array(), bytes.from(), bytes.length());
            if (value == null) {
                throw new JsonDecodeException("$", "null where a value is due");
            }
            return value;
        } catch (IOException e) {
            throw JsonDecodeException.of(e);
        }
    }

    /**
     * Reads one complete document, or one part of it, that was taken apart already.
     *
     * @param path where it stands, in JSON path form
     * @param drift notes what is odd in it though it can be read
     * @return {@code null} for the literal {@code null}
     * @throws JsonDecodeException if it is not of that shape
     */
    static <T> @Nullable T read(TokenBuffer tokens, Class<T> type, String path, DriftCollector drift)
            throws JsonDecodeException {
        try (JsonParser parser = tokens.asParserOnFirstToken()) {
            return Databind.MAPPER
                    .readerFor(type)
                    .withAttribute(DriftCollector.class, drift)
                    .readValue(parser);
        } catch (IOException e) {
            throw JsonDecodeException.of(e, path);
        }
    }

    /** Bytes of an array that has another owner. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Bytes(byte[] array, int from, int length) {}

    /** The bytes of a body; a copy only if they do not stand in one array. */
    static Bytes bytes(Buffer body) {
        ByteBuf buffer = ((BufferInternal) body).getByteBuf();
        if (!buffer.hasArray()) {
            byte[] copy = body.getBytes();
            return new Bytes(copy, 0, copy.length);
        }
        return new Bytes(buffer.array(), buffer.arrayOffset() + buffer.readerIndex(), buffer.readableBytes());
    }

    /** A parser of a document of which the bytes come in pieces. */
    static JsonParser incrementalParser() {
        try {
            return Databind.MAPPER.getFactory().createNonBlockingByteArrayParser();
        } catch (IOException e) {
            throw new IllegalStateException("a parser that reads nothing yet cannot fail to read", e);
        }
    }

    /** A place for a part of a document, taken apart. */
    static TokenBuffer tokens() {
        return new TokenBuffer(Databind.MAPPER, false);
    }

    /**
     * The fields of one complete object: texts, numbers as they are written, booleans, nulls, lists and maps. Needs no databind, which
     * takes longer to get ready than such a response takes to come.
     *
     * @return {@code null} if it is no object
     */
    public static @Nullable Map<String, @Nullable Object> fields(Buffer body) {
        Bytes bytes = bytes(body);
        try (JsonParser parser = FACTORY.createParser(bytes.array(), bytes.from(), bytes.length())) {
            return fields(parser);
        } catch (IOException e) {
            return null;
        }
    }

    /** The same of a document that was taken apart already. */
    static @Nullable Map<String, @Nullable Object> fields(TokenBuffer tokens) {
        try (JsonParser parser = tokens.asParser()) {
            return fields(parser);
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable Map<String, @Nullable Object> fields(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        Map<String, @Nullable Object> fields = object(parser);
        return parser.nextToken() == null ? fields : null;
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        // Immutable maps of the JDK take the square of the time for names of one hash.
        Map<String, @Nullable Object> fields = new HashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            fields.put(name, value(parser, parser.nextToken()));
        }
        return fields;
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NULL -> null;
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            default -> new NumberText(parser.getText());
        };
    }

    private static List<@Nullable Object> list(JsonParser parser) throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return items;
    }

    /** A number as it is written: its value is asked for only where it is known to be bounded. */
    public record NumberText(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** Writes what is sent. */
    public static Buffer write(Object content) {
        if (content instanceof Map<?, ?> fields && fields.isEmpty()) {
            return EMPTY_OBJECT;
        }
        try {
            return Buffer.buffer(Databind.MAPPER.writeValueAsBytes(content));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "a request body that is no JSON: " + content.getClass().getName(), e);
        }
    }
}
