package dev.seatport.http.internal.pipeline;

import dev.seatport.http.internal.auth.SecretDetector;
import dev.seatport.http.internal.codec.BufferedBody;
import dev.seatport.http.internal.transport.RawResponse;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.FastResponseReader;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.ports.events.CallListener;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.time.InstantSource;
import java.util.List;

/** Decodes a successful response from its bytes on. */
public final class BytesDecodeBenchmark {
    private static final MultiMap HEADERS = HttpHeaders.headers().set("Content-Type", "application/json");

    private static final ResponseHandler RESPONSE_HANDLER = new ResponseHandler(
            ErrorBodyParser.none(),
            "X-Correlation-Id",
            new CallListener() {},
            InstantSource.system(),
            new SecretDetector(List.of(Secret.of("a-client-secret-of-some-length"))));

    private static final Secret TOKEN = Secret.of("an-access-token-of-some-length");

    private BytesDecodeBenchmark() {}

    /** Decodes the bytes in the same way as {@link CallPipeline}. */
    public static <D, T> DecodableResponse<D, BufferedBody<D, T>> decode(
            VendorOperation operation, Buffer bytes, Class<D> type, FastResponseReader<D, T> reader, int expectedRows) {
        BufferedBody<D, T> body = new BufferedBody<>(
                type,
                new BufferedBody.FastDecoder<>(
                        reader, listener -> RESPONSE_HANDLER.partialContext(operation, listener), expectedRows));
        body.accept(bytes);
        return RESPONSE_HANDLER.decode(
                new DecodableResponse<>(operation, TOKEN, new RawResponse(200, HEADERS, bytes), body, 1, 0));
    }
}
