package dev.seatport.http.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import java.io.IOException;

/**
 * Parses one document of which the bytes come in pieces, and tells of each of its tokens. Bounded and strict like
 * {@link Json}; never waits for bytes. UTF-8 only.
 */
public final class JsonPieces {
    private final JsonParser parser;
    private final ByteArrayFeeder feeder;
    private final Tokens tokens;
    private int depth;
    private boolean complete;

    JsonPieces(JsonParser parser, Tokens tokens) {
        this.parser = parser;
        this.feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
        this.tokens = tokens;
    }

    /** Whoever is told. */
    @FunctionalInterface
    public interface Tokens {
        /**
         * The parser stands on a token.
         *
         * @param depth how many arrays and objects are open, that of the token included
         */
        void on(JsonToken token, int depth, JsonParser parser) throws UnreadableJson, IOException;
    }

    /** Parses as far as these bytes go. */
    public void take(byte[] piece) throws UnreadableJson {
        try {
            feeder.feedInput(piece, 0, piece.length);
            parse();
        } catch (IOException e) {
            throw UnreadableJson.of(e);
        }
    }

    /** Parses what only the end of the bytes shows to be whole. */
    public void end() throws UnreadableJson {
        feeder.endOfInput();
        try {
            parse();
        } catch (IOException e) {
            throw UnreadableJson.of(e);
        }
        if (!complete) {
            throw new UnreadableJson("$", "not one complete JSON document");
        }
    }

    /** Whether a whole document came. */
    public boolean complete() {
        return complete;
    }

    private void parse() throws UnreadableJson, IOException {
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.NOT_AVAILABLE) {
            if (complete) {
                throw new UnreadableJson("$", "not one JSON document of the documented shape");
            }
            depth += token.isStructStart() ? 1 : 0;
            tokens.on(token, depth, parser);
            depth -= token.isStructEnd() ? 1 : 0;
            complete = depth == 0;
            token = parser.nextToken();
        }
    }
}
