package dev.seatport.http.internal.call;

import dev.seatport.http.FailureReader;
import dev.seatport.http.Operation;
import dev.seatport.http.RegularReader;
import dev.seatport.http.Secret;
import dev.seatport.http.internal.auth.SecretDetector;
import dev.seatport.http.internal.call.AnswerReader.Sent;
import dev.seatport.http.internal.call.CallPath.Answer;
import dev.seatport.http.internal.exchange.RawAnswer;
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
    public static <D, T> Answer<ReadAnswer<D, T>> read(
            Operation operation, Buffer bytes, Class<D> type, RegularReader<D, T> reader, int expected) {
        RegularBody<D, T> body =
                new RegularBody<>(new WholeBody<>(type), reader, told -> READER.early(operation, told), expected);
        body.take(bytes);
        return READER.read(new Sent<>(operation, new RawAnswer(200, HEADERS, bytes), body, 1, 0));
    }
}
