package dev.seatport.http.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Jackson, set up once for whatever vendors send: bounded, strict about what would change a number, lenient about what would
 * not. Thread-safe.
 */
public final class Json {
    private static final Buffer EMPTY_OBJECT = Buffer.buffer("{}");

    private Json() {}

    /** Set up when it is first needed: many an answer is read without it. */
    private static final class Databind {
        static final JsonMapper MAPPER = JsonMapper.builder(JsonSyntax.factory())
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .addHandler(new NewFields())
                .addModule(new SimpleModule()
                        .addDeserializer(Long.class, new CountDeserializer())
                        .addDeserializer(String.class, new WellFormedText()))
                .build();

        private Databind() {}
    }

    /**
     * Reads one complete document.
     *
     * @throws UnreadableJson if it is none, is not of that shape, or is the literal {@code null}
     */
    public static <T> T read(Buffer body, Class<T> type) throws UnreadableJson {
        return read(body, type, new Oddities());
    }

    /**
     * Reads one complete document, and notes what is odd in it though it can be read.
     *
     * @throws UnreadableJson if it is none, is not of that shape, or is the literal {@code null}
     */
    public static <T> T read(Buffer body, Class<T> type, Oddities odd) throws UnreadableJson {
        try {
            Bytes bytes = bytes(body);
            T value = Databind.MAPPER
                    .readerFor(type)
                    .withAttribute(Oddities.class, odd)
                    .readValue(bytes.array(), bytes.from(), bytes.length());
            if (value == null) {
                throw new UnreadableJson("$", "null where a value is due");
            }
            return value;
        } catch (IOException e) {
            throw UnreadableJson.of(e);
        }
    }

    /**
     * Reads one complete document, or one part of it, that was taken apart already.
     *
     * @param path where it stands, in JSON path form
     * @param odd notes what is odd in it though it can be read
     * @return {@code null} for the literal {@code null}
     * @throws UnreadableJson if it is not of that shape
     */
    public static <T> @Nullable T read(TokenBuffer tokens, Class<T> type, String path, Oddities odd)
            throws UnreadableJson {
        try (JsonParser parser = tokens.asParserOnFirstToken()) {
            return Databind.MAPPER
                    .readerFor(type)
                    .withAttribute(Oddities.class, odd)
                    .readValue(parser);
        } catch (IOException e) {
            throw UnreadableJson.of(e, path);
        }
    }

    /** Some bytes of an array, which belongs to somebody else. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Bytes(byte[] array, int from, int length) {}

    /** The bytes of a body; a copy only if they do not stand in one array. */
    public static Bytes bytes(Buffer body) {
        ByteBuf buffer = ((BufferInternal) body).getByteBuf();
        if (!buffer.hasArray()) {
            byte[] copy = body.getBytes();
            return new Bytes(copy, 0, copy.length);
        }
        return new Bytes(buffer.array(), buffer.arrayOffset() + buffer.readerIndex(), buffer.readableBytes());
    }

    /** Begins a document of which the bytes come in pieces. */
    public static JsonPieces pieces(JsonPieces.Tokens tokens) {
        try {
            return new JsonPieces(Databind.MAPPER.getFactory().createNonBlockingByteArrayParser(), tokens);
        } catch (IOException e) {
            throw new IllegalStateException("a parser that reads nothing yet cannot fail to read", e);
        }
    }

    /** A place for a part of a document, taken apart. */
    public static TokenBuffer tokens() {
        return new TokenBuffer(Databind.MAPPER, false);
    }

    /** Reads a document that was taken apart already, whatever it is. */
    public static @Nullable JsonNode readLeniently(TokenBuffer tokens) {
        try {
            return read(tokens, JsonNode.class, "$", new Oddities());
        } catch (UnreadableJson e) {
            return null;
        }
    }

    /** Reads a body that may be anything; {@code null} if it is not JSON. */
    public static @Nullable JsonNode readLeniently(Buffer body) {
        try {
            JsonNode document = Databind.MAPPER.readTree(body.getBytes());
            return document.isMissingNode() ? null : document;
        } catch (IOException e) {
            return null;
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
