package dev.seatport.http.internal.call;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.AnswerContext;
import dev.seatport.http.Operation;
import dev.seatport.http.RegularReader;
import dev.seatport.http.Secret;
import dev.seatport.http.VendorRequest;
import dev.seatport.http.internal.auth.TokenEndpoint;
import dev.seatport.http.internal.auth.TokenSource;
import dev.seatport.http.internal.call.AnswerReader.Sent;
import dev.seatport.http.internal.exchange.ExchangeFailure;
import dev.seatport.http.internal.exchange.ExchangeLimits;
import dev.seatport.http.internal.exchange.ExchangeLog;
import dev.seatport.http.internal.exchange.Origin;
import dev.seatport.http.internal.exchange.Transport;
import dev.seatport.http.internal.json.Json;
import dev.seatport.http.internal.rate.Permits;
import dev.seatport.http.internal.rate.VendorGate;
import dev.seatport.http.internal.retry.AttemptFailure;
import dev.seatport.http.internal.retry.Deadline;
import dev.seatport.http.internal.retry.Retrying;
import dev.seatport.http.internal.retry.Tries;
import dev.seatport.ports.failure.VendorException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of a call, in one direction: deadline, permit, and then as often as it makes sense: token, gate, bounded exchange, status,
 * JSON. What comes out is a value or a {@link VendorException}, nothing else.
 */
public final class CallPath {
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    /** Beyond that, tokens die faster than they can be used. */
    private static final int MOST_REPLAYS = 3;

    private final Parts parts;

    public CallPath(Parts parts) {
        this.parts = parts;
    }

    /**
     * What a call passes through.
     *
     * @param base what the paths of requests are relative to
     * @param limit how long a call may take with all its waits and tries
     */
    public record Parts(
            Origin base,
            Duration limit,
            Deadline deadline,
            Permits permits,
            Retrying retrying,
            TokenSource tokens,
            VendorGate gate,
            Transport transport,
            ExchangeLimits exchange,
            AnswerReader reader,
            BodyReaders readers,
            ExchangeLog log) {}

    /**
     * A parsed answer.
     *
     * @param content what was parsed; {@code null} for a response without content (204)
     * @param context where it came from
     */
    public record Answer<D>(@Nullable D content, AnswerContext context) {
        /** Returns whether the vendor answered that there is nothing. */
        public boolean isEmpty() {
            return content == null;
        }

        /**
         * Returns what was parsed.
         *
         * @throws VendorException {@code NOT_FOUND} if there was no content
         */
        public D body() {
            if (content == null) {
                throw context.failure(
                        FailureKind.NOT_FOUND, "the vendor has no content for what was asked (HTTP 204); check the id");
            }
            return content;
        }
    }

    /** Makes the call once subscribed to; cancelling ends it wherever it is. */
    public <D> Uni<Answer<D>> call(VendorRequest request, Class<D> type) {
        return call(request, () -> new WholeBody<>(type));
    }

    /**
     * Makes the call once subscribed to, like {@link #call(VendorRequest, Class)}.
     *
     * @param reader reads the answer if it is regular
     * @param expected how many rows it has if it is a full page; 0 if that is not known
     */
    public <D, T> Uni<Answer<ReadAnswer<D, T>>> call(
            VendorRequest request, Class<D> type, RegularReader<D, T> reader, int expected) {
        return call(
                request,
                () -> new RegularBody<>(
                        new WholeBody<>(type),
                        reader,
                        told -> parts.reader().early(request.operation(), told),
                        expected));
    }

    /**
     * Makes the call once subscribed to, like {@link #call(VendorRequest, Class)}.
     *
     * @param bodies makes what takes the body of each answer, on the event loop
     */
    public <D> Uni<Answer<D>> call(VendorRequest request, Supplier<? extends AnswerBody<D>> bodies) {
        return Uni.createFrom().deferred(() -> {
            Operation operation = request.operation();
            Tries tries = parts.deadline().begin(parts.limit());
            // Not before it is this call's turn: what is true now of the token and the gate need not be then.
            Uni<Answer<D>> tried = Uni.createFrom()
                    .deferred(() -> parts.retrying()
                            .run(
                                    operation,
                                    tries,
                                    () -> attempt(request, bodies, tries).chain(this::read)));
            return parts.deadline()
                    .within(
                            parts.limit(),
                            parts.permits().during(operation, tried),
                            () -> late(operation, tries),
                            () -> gone(operation));
        });
    }

    private <D> Uni<Sent<D>> attempt(VendorRequest request, Supplier<? extends AnswerBody<D>> bodies, Tries tries) {
        String scope = request.operation().scope();
        Secret held = parts.tokens().held(scope);
        // Nearly always there is one: then nothing has to be waited for.
        return held == null
                ? parts.tokens()
                        .token(scope)
                        .chain(token -> attempt(request, bodies, tries, new Bearer(token, false, 0)))
                : attempt(request, bodies, tries, new Bearer(held, false, 0));
    }

    /**
     * A token may die before its time: then one fresh one is tried, and no other. A token that somebody replaced while it was under
     * way says nothing about the fresh one, so its refusal is not counted; but there is an end to that too.
     */
    private <D> Uni<Sent<D>> attempt(
            VendorRequest request, Supplier<? extends AnswerBody<D>> bodies, Tries tries, Bearer bearer) {
        Operation operation = request.operation();
        return send(request, bodies.get(), bearer.token(), tries).chain(sent -> {
            if (sent.answer().good()) {
                parts.tokens().proven(operation, bearer.token());
            }
            if (sent.answer().status() != UNAUTHORIZED || sent.answer().ofGateway()) {
                return Uni.createFrom().item(sent);
            }
            return parts.tokens().refused(operation, bearer.token()).chain(current -> {
                if (bearer.replays() == MOST_REPLAYS || (current && bearer.refreshed())) {
                    return Uni.createFrom().item(sent);
                }
                Duration pause = current ? parts.tokens().pause(operation) : Duration.ZERO;
                if (!pause.isZero()) {
                    return Uni.createFrom().failure(unauthorized(operation, tries, pause));
                }
                return parts.tokens()
                        .replace(operation.scope(), bearer.token())
                        .chain(fresh -> attempt(request, bodies, tries, bearer.next(fresh, current)));
            });
        });
    }

    /**
     * What one attempt is sent with.
     *
     * @param refreshed whether it had its one fresh token
     * @param replays how often it was sent again
     */
    private record Bearer(Secret token, boolean refreshed, int replays) {
        Bearer next(Secret fresh, boolean counts) {
            return new Bearer(fresh, refreshed || counts, replays + 1);
        }
    }

    private <D> Uni<Sent<D>> send(VendorRequest request, AnswerBody<D> body, Secret token, Tries tries) {
        Duration closed = parts.gate().closedFor();
        if (!closed.isZero() && !parts.deadline().leaves(tries, closed)) {
            return Uni.createFrom().failure(throttled(request.operation(), tries, closed));
        }
        OptionalLong passed = parts.gate().passAtOnce();
        return passed.isEmpty()
                ? parts.gate().pass().chain(sentAt -> exchange(request, body, token, tries.send(), sentAt))
                : exchange(request, body, token, tries.send(), passed.getAsLong());
    }

    private <D> Uni<Sent<D>> exchange(
            VendorRequest request, AnswerBody<D> body, Secret token, int attempt, long sentAt) {
        Operation operation = request.operation();
        ExchangeLog.Entry entry = parts.log().begin(operation, attempt);
        return parts.transport()
                .send(call(request, token), parts.exchange().forBody(request.largestAnswer()), body)
                .onItemOrFailure()
                .transformToUni((answer, failure) -> {
                    if (failure != null) {
                        return Uni.createFrom().failure(ended(operation, failure, sentAt, entry));
                    }
                    entry.ended(answer);
                    return Uni.createFrom().item(new Sent<>(operation, answer, body, attempt, sentAt));
                });
    }

    private static Throwable ended(Operation operation, Throwable failure, long sentAt, ExchangeLog.Entry entry) {
        if (failure instanceof ExchangeFailure broken) {
            entry.ended(broken.kind());
            return broken(operation, broken, sentAt);
        }
        return failure;
    }

    private <D> Uni<Answer<D>> read(Sent<D> sent) {
        if (sent.answer().status() != TOO_MANY_REQUESTS) {
            parts.gate().accepted(sent.sentAt());
        }
        return sent.answer().good() && parts.readers().worthwhile(sent.body())
                ? parts.readers().read(sent.body()).map(body -> parts.reader().read(sent.with(body)))
                : Uni.createFrom().item(parts.reader().read(sent));
    }

    private Transport.Call call(VendorRequest request, Secret token) {
        MultiMap headers = HttpHeaders.headers()
                .set(HttpHeaders.ACCEPT, "application/json")
                .set(HttpHeaders.AUTHORIZATION, "Bearer " + token.reveal())
                .set(HttpHeaders.CONTENT_TYPE, "application/json");
        Buffer body = request.body().map(Json::write).orElse(null);
        return new Transport.Call(request.method(), parts.base(), request.pathAndQuery(), headers, body);
    }

    private static AttemptFailure broken(Operation operation, ExchangeFailure failure, long sentAt) {
        return new AttemptFailure(
                failure.again(),
                attempts -> VendorException.builder(
                                failure.kind(), operation.vendor(), operation.name(), failure.explanation())
                        .attempts(attempts)
                        .build(),
                null,
                sentAt);
    }

    /** Whoever cannot outlast what the vendor asked for need not wait for it. */
    private static VendorException throttled(Operation operation, Tries tries, Duration closed) {
        return VendorException.builder(
                        FailureKind.RATE_LIMITED,
                        operation.vendor(),
                        operation.name(),
                        "the vendor asked to be left alone for longer than this call may take; try again later")
                .attempts(tries.sent())
                .retryAfter(closed)
                .build();
    }

    private static VendorException unauthorized(Operation operation, Tries tries, Duration pause) {
        return VendorException.builder(
                        FailureKind.AUTHENTICATION_FAILED,
                        operation.vendor(),
                        operation.name(),
                        TokenEndpoint.refusedInARow(pause))
                .status(UNAUTHORIZED)
                .attempts(tries.sent())
                .build();
    }

    private static VendorException gone(Operation operation) {
        return VendorException.builder(
                        FailureKind.CLOSED, operation.vendor(), operation.name(), "this client was closed")
                .build();
    }

    private VendorException late(Operation operation, Tries tries) {
        boolean refused = tries.refusedForTheRate();
        String limit = parts.limit().toSeconds() + " s and " + tries.sent() + " requests; ";
        return VendorException.builder(
                        refused ? FailureKind.RATE_LIMITED : FailureKind.TIMED_OUT,
                        operation.vendor(),
                        operation.name(),
                        refused
                                ? "the vendor was asked too often for " + limit
                                        + "set a limit of requests a second, or try again later"
                                : "no answer within " + limit + "try again later")
                .attempts(tries.sent())
                .build();
    }
}
