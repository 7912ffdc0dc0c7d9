package dev.seatport.http.internal.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.http.AnswerContext;
import dev.seatport.http.Envelope;
import dev.seatport.http.FailureDetails;
import dev.seatport.http.FailureReader;
import dev.seatport.http.Operation;
import dev.seatport.http.Secret;
import dev.seatport.http.VendorRequest;
import dev.seatport.http.internal.auth.TokenSource;
import dev.seatport.http.internal.exchange.ExchangeFailure;
import dev.seatport.http.internal.exchange.ExchangeLimits;
import dev.seatport.http.internal.exchange.ExchangeLog;
import dev.seatport.http.internal.exchange.RawAnswer;
import dev.seatport.http.internal.exchange.Transport;
import dev.seatport.http.internal.json.Json;
import dev.seatport.http.internal.json.UnreadableJson;
import dev.seatport.http.internal.rate.Permits;
import dev.seatport.ports.failure.VendorException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way of a call, in one direction: permit, token, bounded exchange, status, JSON. What comes out is a value or a
 * {@link VendorException}, nothing else.
 */
public final class CallPath {
    private static final int UNAUTHORIZED = 401;
    private static final int NO_STATUS = 0;

    private final Parts parts;

    public CallPath(Parts parts) {
        this.parts = parts;
    }

    /**
     * What a call passes through.
     *
     * @param baseUrl what the paths of requests are relative to; without a slash at its end
     * @param correlationHeader the header with the vendor's id of the exchange; {@code null} if there is none
     */
    public record Parts(
            URI baseUrl,
            Permits permits,
            TokenSource tokens,
            Transport transport,
            ExchangeLimits limits,
            FailureReader failures,
            @Nullable String correlationHeader,
            ExchangeLog log,
            InstantSource clock) {}

    /**
     * A parsed answer.
     *
     * @param context where it came from
     */
    public record Answer<D>(D body, AnswerContext context) {}

    /** Makes the call once subscribed to; cancelling ends it wherever it is. */
    public <D> Uni<Answer<D>> call(VendorRequest request, Class<D> type) {
        return parts.permits().during(request.operation(), authorized(request)).map(sent -> read(request, sent, type));
    }

    /** A request and the answer that it came to, after so many attempts. */
    private record Sent(RawAnswer answer, int attempts) {}

    /** A token may die before its time: then one fresh one is tried, and no other. */
    private Uni<Sent> authorized(VendorRequest request) {
        String scope = request.operation().scope();
        return parts.tokens()
                .token(scope)
                .chain(token -> exchange(request, token, 1)
                        .chain(sent -> sent.answer().status() == UNAUTHORIZED
                                ? parts.tokens().replace(scope, token).chain(fresh -> exchange(request, fresh, 2))
                                : Uni.createFrom().item(sent)));
    }

    private Uni<Sent> exchange(VendorRequest request, Secret token, int attempt) {
        ExchangeLog.Entry entry = parts.log().begin(request.operation());
        return parts.transport()
                .send(call(request, token), parts.limits().forBody(request.largestAnswer()))
                .map(answer -> new Sent(answer, attempt))
                .onFailure(ExchangeFailure.class)
                .transform(broken -> {
                    entry.ended(NO_STATUS, broken.kind());
                    return broken(request.operation(), broken, attempt);
                })
                .invoke(sent -> entry.ended(sent.answer().status(), null));
    }

    private Transport.Call call(VendorRequest request, Secret token) {
        MultiMap headers = HttpHeaders.headers()
                .set(HttpHeaders.ACCEPT, "application/json")
                .set(HttpHeaders.AUTHORIZATION, "Bearer " + token.reveal())
                .set(HttpHeaders.CONTENT_TYPE, "application/json");
        Buffer body = request.body().map(Json::write).orElse(null);
        return new Transport.Call(
                request.method(), URI.create(parts.baseUrl() + request.pathAndQuery()), headers, body);
    }

    private <D> Answer<D> read(VendorRequest request, Sent sent, Class<D> type) {
        RawAnswer answer = sent.answer();
        if (!answer.good()) {
            throw failure(request.operation(), sent);
        }
        D body;
        try {
            body = Json.read(answer.body(), type);
        } catch (UnreadableJson e) {
            throw unreadable(request.operation(), sent, e);
        }
        String correlationId = header(answer);
        if (body instanceof Envelope envelope) {
            if (!envelope.succeeded()) {
                throw failure(request.operation(), sent);
            }
            correlationId = Optional.ofNullable(SafeText.clean(envelope.correlationId()))
                    .orElse(correlationId);
        }
        return new Answer<>(body, context(request.operation(), sent, correlationId));
    }

    private AnswerContext context(Operation operation, Sent sent, @Nullable String correlationId) {
        Provenance provenance = new Provenance(
                operation.vendor(), operation.name(), parts.clock().instant(), correlationId);
        return new AnswerContext(
                provenance, parts.log().watcher(), sent.answer().status(), sent.attempts());
    }

    /** A declared failure may have a shape of its own: whoever cannot read an answer looks for one before complaining. */
    private VendorException unreadable(Operation operation, Sent sent, UnreadableJson problem) {
        FailureDetails details = details(sent.answer());
        if (details.declared() != null) {
            return failure(operation, sent);
        }
        String correlationId =
                Optional.ofNullable(SafeText.clean(details.correlationId())).orElse(header(sent.answer()));
        return context(operation, sent, correlationId).malformed(problem.path(), problem.what());
    }

    private VendorException failure(Operation operation, Sent sent) {
        RawAnswer answer = sent.answer();
        FailureDetails details = details(answer);
        String correlationId =
                Optional.ofNullable(SafeText.clean(details.correlationId())).orElse(header(answer));
        return StatusFailures.of(
                operation,
                new StatusFailures.Reply(
                        answer.status(),
                        sent.attempts(),
                        details,
                        correlationId,
                        answer.headers().get(HttpHeaders.RETRY_AFTER)));
    }

    private FailureDetails details(RawAnswer answer) {
        JsonNode body = Json.readLeniently(answer.body());
        return parts.failures().read(answer.status(), body);
    }

    private @Nullable String header(RawAnswer answer) {
        return parts.correlationHeader() == null
                ? null
                : SafeText.clean(answer.headers().get(parts.correlationHeader()));
    }

    private static VendorException broken(Operation operation, ExchangeFailure failure, int attempts) {
        return VendorException.builder(failure.kind(), operation.vendor(), operation.name(), failure.explanation())
                .attempts(attempts)
                .build();
    }
}
