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
 * Jackson configuration for all vendors: limited depth and length, strict where a number could change, lenient otherwise.
 * Thread-safe.
 */
public final class JsonCodec {
    private static final int MAX_NESTING_DEPTH = 64;
    private static final int MAX_STRING_LENGTH = 1024 * 1024;
    private static final int MAX_NUMBER_LENGTH = 64;
    private static final int REPLACEMENT = 0xFFFD;
    private static final Buffer EMPTY_OBJECT = Buffer.buffer("{}");
    private static final JsonFactory FACTORY = factory();

    private JsonCodec() {}

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_NESTING_DEPTH)
                        .maxStringLength(MAX_STRING_LENGTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .build())
                // With duplicate keys, neither value is reliable.
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
    }

    /** Initialized on first use: many responses are decoded without databind. */
    private static final class JsonMapperHolder {
        static final JsonMapper MAPPER = JsonMapper.builder(factory())
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .addHandler(new UnknownFieldHandler())
                .addModule(new SimpleModule()
                        .addDeserializer(Long.class, new CountDeserializer())
                        .addDeserializer(String.class, new SurrogateRepairingDeserializer()))
                .build();

        private JsonMapperHolder() {}
    }

    /** Reports undocumented fields. A DTO must ignore documented fields that it does not use. */
    private static final class UnknownFieldHandler extends DeserializationProblemHandler {
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
            // Returning false lets Jackson skip the field.
            return false;
        }
    }

    /**
     * Replaces lone surrogates, which JSON escapes can express, with U+FFFD, so that every encoding can represent the text.
     */
    private static final class SurrogateRepairingDeserializer extends StringDeserializer {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            for (int i = 0; text != null && i < text.length(); i++) {
                if (Character.isSurrogate(text.charAt(i))) {
                    return replaceSurrogates(text);
                }
            }
            return text;
        }

        private static String replaceSurrogates(String text) {
            StringBuilder replaced = new StringBuilder(text.length());
            text.codePoints()
                    .forEach(c ->
                            replaced.appendCodePoint(Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c));
            return replaced.toString();
        }
    }

    /**
     * Decodes one complete document.
     *
     * @param drift collects differences from the documentation
     * @throws JsonDecodeException if it is not one JSON document of that type, or is the literal {@code null}
     */
    public static <T> T decode(Buffer body, Class<T> type, DriftCollector drift) throws JsonDecodeException {
        try {
            ByteRange bytes = bytes(body);
            T value = JsonMapperHolder.MAPPER
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
     * Decodes a document, or a part of one, from its tokens.
     *
     * @param path JSON path of the part
     * @param drift collects differences from the documentation
     * @return {@code null} for the literal {@code null}
     * @throws JsonDecodeException if it is not of that type
     */
    static <T> @Nullable T decode(TokenBuffer tokens, Class<T> type, String path, DriftCollector drift)
            throws JsonDecodeException {
        try (JsonParser parser = tokens.asParserOnFirstToken()) {
            return JsonMapperHolder.MAPPER
                    .readerFor(type)
                    .withAttribute(DriftCollector.class, drift)
                    .readValue(parser);
        } catch (IOException e) {
            throw JsonDecodeException.of(e, path);
        }
    }

    /** Range of an array that another object owns. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record ByteRange(byte[] array, int from, int length) {}

    /** Returns the bytes of a body without a copy if one array holds them. */
    static ByteRange bytes(Buffer body) {
        ByteBuf buffer = ((BufferInternal) body).getByteBuf();
        if (!buffer.hasArray()) {
            byte[] copy = body.getBytes();
            return new ByteRange(copy, 0, copy.length);
        }
        return new ByteRange(buffer.array(), buffer.arrayOffset() + buffer.readerIndex(), buffer.readableBytes());
    }

    /** Creates a non-blocking parser for a document that arrives in chunks. */
    static JsonParser incrementalParser() {
        try {
            return JsonMapperHolder.MAPPER.getFactory().createNonBlockingByteArrayParser();
        } catch (IOException e) {
            throw new IllegalStateException("a parser that reads nothing yet cannot fail to read", e);
        }
    }

    /** Creates a buffer for the tokens of a part of a document. */
    static TokenBuffer newTokenBuffer() {
        return new TokenBuffer(JsonMapperHolder.MAPPER, false);
    }

    /**
     * Decodes the fields of one complete object to texts, number texts, booleans, nulls, lists and maps. Avoids databind, whose
     * start-up takes longer than such a response.
     *
     * @return {@code null} if it is no object
     */
    public static @Nullable Map<String, @Nullable Object> decodeFields(Buffer body) {
        ByteRange bytes = bytes(body);
        try (JsonParser parser = FACTORY.createParser(bytes.array(), bytes.from(), bytes.length())) {
            return decodeFields(parser);
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * Decodes the fields of an object from its tokens.
     *
     * @return {@code null} if it is no object
     */
    static @Nullable Map<String, @Nullable Object> decodeFields(TokenBuffer tokens) {
        try (JsonParser parser = tokens.asParser()) {
            return decodeFields(parser);
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable Map<String, @Nullable Object> decodeFields(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        Map<String, @Nullable Object> fields = decodeObject(parser);
        return parser.nextToken() == null ? fields : null;
    }

    private static Map<String, @Nullable Object> decodeObject(JsonParser parser) throws IOException {
        // The JDK's immutable maps take quadratic time for keys with one hash.
        Map<String, @Nullable Object> fields = new HashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            fields.put(name, decodeValue(parser, parser.nextToken()));
        }
        return fields;
    }

    private static @Nullable Object decodeValue(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> decodeObject(parser);
            case START_ARRAY -> decodeList(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NULL -> null;
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            default -> new NumberText(parser.getText());
        };
    }

    private static List<@Nullable Object> decodeList(JsonParser parser) throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(decodeValue(parser, token));
        }
        return items;
    }

    /** Number text: not converted, because its value may be too large to compute. */
    public record NumberText(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** Encodes the body of a request. */
    public static Buffer encode(Object content) {
        if (content instanceof Map<?, ?> fields && fields.isEmpty()) {
            return EMPTY_OBJECT;
        }
        try {
            return Buffer.buffer(JsonMapperHolder.MAPPER.writeValueAsBytes(content));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "a request body that is no JSON: " + content.getClass().getName(), e);
        }
    }
}
