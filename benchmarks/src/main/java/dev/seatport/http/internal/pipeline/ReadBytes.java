package dev.seatport.http.internal.pipeline;

import dev.seatport.http.internal.auth.SecretDetector;
import dev.seatport.http.internal.codec.BufferedBody;
import dev.seatport.http.internal.transport.RawAnswer;
import dev.seatport.http.spi.FailureReader;
import dev.seatport.http.spi.Operation;
import dev.seatport.http.spi.RegularReader;
import dev.seatport.http.spi.Secret;
import dev.seatport.ports.watch.VendorWatcher;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.time.InstantSource;
import java.util.List;

/** The part of a call that begins when the bytes of a good answer are there. */
public final class ReadBytes {
    private static final MultiMap HEADERS = HttpHeaders.headers().set("Content-Type", "application/json");

    private static final AnswerReader READER = new AnswerReader(
            FailureReader.none(),
            "X-Correlation-Id",
            new VendorWatcher() {},
            InstantSource.system(),
            new SecretDetector(List.of(Secret.of("a-client-secret-of-some-length"))));

    private ReadBytes() {}

    /** As {@link CallPath} reads it. */
    public static <D, T> Response<D, BufferedBody<D, T>> read(
            Operation operation, Buffer bytes, Class<D> type, RegularReader<D, T> reader, int expected) {
        BufferedBody<D, T> body = new BufferedBody<>(
                type, new BufferedBody.FastPath<>(reader, told -> READER.early(operation, told), expected));
        body.take(bytes);
        return READER.read(new Response<>(operation, new RawAnswer(200, HEADERS, bytes), body, 1, 0));
    }
}
