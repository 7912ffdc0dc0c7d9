package dev.seatport.http.internal.transport;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.internal.resilience.AttemptException.RetryClass;
import dev.seatport.http.internal.scheduling.Scheduler;
import dev.seatport.http.internal.scheduling.Scheduler.ScheduledTask;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: its deadline, its idle time, its size, and the one answer or failure that it comes to. When it is
 * over for whatever reason, its connection is free or closed. Lives on one event loop.
 */
final class HttpExchange {
    /** Of an error's body that is too large: enough to tell a page of HTML from anything else. */
    private static final int KEPT_BYTES = 16;
    /** Content codings that change bytes; other words in the header are mistakes that change nothing. */
    private static final Pattern PACKED =
            Pattern.compile("\\b(?:x-)?(?:gzip|deflate|compress|br|zstd|dcb|dcz)\\b", Pattern.CASE_INSENSITIVE);
    /** No JSON text begins with it. */
    private static final byte FIRST_BYTE_OF_GZIP = 0x1F;

    private final Context context;
    private final Scheduler time;
    private final ExchangeLimits limits;
    private final MemoryBudget memoryBudget;
    private final ExchangeCallback exchangeCallback;
    private @Nullable HttpClientRequest request;
    private @Nullable SurplusCheckingCodec connection;
    private @Nullable Runnable send;
    private boolean again;
    private boolean over;
    private Buffer first = Buffer.buffer(0);
    private long received;
    private long reserved;
    private long accepted;
    private int status;
    private MultiMap headers = HttpHeaders.headers();
    private @Nullable ScheduledTask totalAlarm;
    private @Nullable ScheduledTask stepAlarm;

    HttpExchange(
            Context context,
            Scheduler time,
            ExchangeLimits limits,
            MemoryBudget memoryBudget,
            ExchangeCallback exchangeCallback) {
        this.context = context;
        this.time = time;
        this.limits = limits;
        this.memoryBudget = memoryBudget;
        this.exchangeCallback = exchangeCallback;
        this.accepted = limits.bodyBytes();
    }

    /**
     * How much memory the bodies that are being gathered may take together. Each has its own limit, but many large ones at once
     * could still fill a small heap. Used on one event loop.
     */
    static final class MemoryBudget {
        private final long bytes;
        private long taken;

        MemoryBudget(long bytes) {
            this.bytes = bytes;
        }

        /** Takes that much, if there is that much left. */
        boolean take(int wanted) {
            if (wanted > bytes - taken) {
                return false;
            }
            taken += wanted;
            return true;
        }

        void giveBack(long given) {
            taken -= given;
        }
    }

    /** Whoever waits for the end of the exchange; told once. */
    interface ExchangeCallback {
        void answered(RawResponse answer);

        void failed(AttemptException failure);
    }

    /**
     * Sends the request.
     *
     * @param sending hands the request to the Web Client; called once more if the connection turns out to be dead
     */
    void begin(Runnable sending) {
        send = sending;
        totalAlarm = alarm(limits.total(), "no complete answer within ");
        stepAlarm = alarm(limits.head(), "no answer within ");
        sending.run();
    }

    /** Whether the request is sent for the second time, so that it needs a connection that no exchange had before. */
    boolean needsNewConnection() {
        return again;
    }

    /** Whether it came to its end, also before it began. */
    boolean over() {
        return over;
    }

    /**
     * The pool has a connection for this exchange.
     *
     * @param codec what the connection is read with
     */
    void requested(HttpClientRequest given, SurplusCheckingCodec codec) {
        // Without handlers Vert.x logs what broke, quoting what it received; whoever sent the request is told anyway.
        given.exceptionHandler(broken -> {});
        given.connection().exceptionHandler(broken -> {});
        if (over) {
            given.reset();
            return;
        }
        request = given;
        connection = codec;
        codec.serve(this);
        given.response().onSuccess(this::headed);
    }

    private void headed(HttpClientResponse head) {
        if (over) {
            return;
        }
        status = head.statusCode();
        headers = head.headers();
        accepted = good() ? limits.bodyBytes() : ExchangeLimits.ERROR_BODY_BYTES;
        restartIdleTimer();
        if (interim()) {
            // Vert.x takes it for the last one. What follows on this connection is not the next call's.
            head.request().connection().close();
        } else if (isBodiless(status) && declaresBody(head)) {
            context.runOnContext(ignored -> abort(bodyWhereNoneMayBe()));
        } else if (declaredLength(head) > accepted) {
            // Not at once: the Web Client is about to be given this head too, and stumbles over one that was reset.
            context.runOnContext(ignored -> tooLarge(beyondLimit()));
        }
    }

    /** Whether a further piece of the body is to be kept. */
    boolean accepts(Buffer piece) {
        if (over) {
            return false;
        }
        if (received == 0) {
            first = piece;
            if (good() && packed(piece)) {
                return false;
            }
        }
        received += piece.length();
        restartIdleTimer();
        if (isBodiless(status)) {
            abort(bodyWhereNoneMayBe());
        } else if (received > accepted) {
            tooLarge(beyondLimit());
        }
        return !over;
    }

    /** Whether the body is compressed, by what its head says or by how it begins; then this is the end. */
    private boolean packed(Buffer piece) {
        String coding = headers.get(HttpHeaders.CONTENT_ENCODING);
        boolean packed = coding != null && PACKED.matcher(coding).find();
        if (packed || (piece.length() > 0 && piece.getByte(0) == FIRST_BYTE_OF_GZIP)) {
            abort(new AttemptException(
                    FailureKind.MALFORMED_ANSWER,
                    RetryClass.NEVER,
                    "a compressed answer, though none was asked for; look for a gateway or proxy that compresses"));
            return true;
        }
        return false;
    }

    /** Whether there is memory for bytes that are kept until the end; if not, this is the end. */
    boolean reserves(int bytes) {
        if (!memoryBudget.take(bytes)) {
            tooLarge("the answers under way would fill the memory; give Java more (-Xmx) or ask for fewer at once");
            return false;
        }
        reserved += bytes;
        return true;
    }

    /** Whoever takes the body wants no more of it. */
    void enough() {
        finish(false, new RawResponse(status, headers, Buffer.buffer()));
    }

    /** The body of a failure is dispensable: its status, headers and beginning are not. */
    private void tooLarge(String explanation) {
        if (good()) {
            abort(new AttemptException(FailureKind.ANSWER_TOO_LARGE, RetryClass.NEVER, explanation));
        } else {
            finish(false, new RawResponse(status, headers, first.getBuffer(0, Math.min(first.length(), KEPT_BYTES))));
        }
    }

    /** The Web Client is done. */
    void ended(AsyncResult<HttpResponse<Buffer>> result) {
        if (interim()) {
            abort(new AttemptException(
                    FailureKind.MALFORMED_ANSWER,
                    RetryClass.TRANSIENT,
                    "an interim answer (HTTP " + status
                            + ") that cannot be told from the last one; look for a proxy that sends it"));
        } else if (result.succeeded()) {
            HttpResponse<Buffer> answer = result.result();
            Buffer body = answer.body() == null ? Buffer.buffer() : answer.body();
            finish(true, new RawResponse(answer.statusCode(), answer.headers(), body));
        } else if (isOfADeadConnection(result.cause())) {
            sendAgain();
        } else {
            abort(ConnectionErrorMapper.translate(result.cause(), status != 0));
        }
    }

    /**
     * Whether a connection that was used before ended before the first byte of the response: the server had closed it already. Nothing
     * is known of the request then, and all requests only read.
     */
    private boolean isOfADeadConnection(Throwable cause) {
        if (over || again || status != 0) {
            return false;
        }
        return connection == null
                ? cause instanceof HttpClosedException
                : connection.served() > 0 && !connection.answering();
    }

    private void sendAgain() {
        again = true;
        request = null;
        connection = null;
        callOff(stepAlarm);
        stepAlarm = alarm(limits.head(), "no answer within ");
        if (send != null) {
            send.run();
        }
    }

    /**
     * More bytes came than one response has.
     *
     * @param before how many responses the connection had brought
     */
    void surplus(int before) {
        abort(
                before == 0
                        ? bodyWhereNoneMayBe()
                        : new AttemptException(
                                FailureKind.MALFORMED_ANSWER,
                                RetryClass.TRANSIENT,
                                "more bytes than one answer on a connection that was used before, so that it is not known"
                                        + " which is the right one; look for a proxy that sends answers twice"));
    }

    private static AttemptException bodyWhereNoneMayBe() {
        return new AttemptException(
                FailureKind.MALFORMED_ANSWER,
                RetryClass.NEVER,
                "a body behind a status that has none; look for a proxy that changes answers");
    }

    /** Whether an answer of this status has no body. */
    static boolean isBodiless(int status) {
        return status == 204 || status == 205 || status == 304;
    }

    private static boolean declaresBody(HttpClientResponse head) {
        return declaredLength(head) > 0 || head.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** Nobody wants the answer any more. */
    void cancel() {
        abort(new AttemptException(FailureKind.CLOSED, RetryClass.NEVER, "cancelled by the caller"));
    }

    /** The client is closed and waits no longer. */
    void close() {
        abort(new AttemptException(FailureKind.CLOSED, RetryClass.NEVER, "this client was closed"));
    }

    private void finish(boolean whole, RawResponse answer) {
        end(whole, o -> o.answered(answer));
    }

    private void abort(AttemptException failure) {
        end(false, o -> o.failed(failure));
    }

    /**
     * The connection is seen to before anybody is told, for whoever is told may throw. One that served its whole answer is
     * left alone: it is in use by another exchange soon.
     */
    private void end(boolean whole, Consumer<ExchangeCallback> tell) {
        if (over) {
            return;
        }
        over = true;
        callOff(totalAlarm);
        callOff(stepAlarm);
        memoryBudget.giveBack(reserved);
        if (!whole && request != null) {
            request.reset();
        }
        tell.accept(exchangeCallback);
    }

    private void restartIdleTimer() {
        callOff(stepAlarm);
        stepAlarm = alarm(limits.idle(), "the answer stalled for ");
    }

    private ScheduledTask alarm(Duration after, String explanation) {
        return time.fixedTimeout(after)
                .begin(() -> abort(new AttemptException(
                        FailureKind.TIMED_OUT,
                        RetryClass.TRANSIENT,
                        explanation + seconds(after) + "; try again later")));
    }

    private static void callOff(@Nullable ScheduledTask scheduledTask) {
        if (scheduledTask != null) {
            scheduledTask.callOff();
        }
    }

    /** Whether the head of a good answer came. */
    boolean good() {
        return RawResponse.good(status);
    }

    private boolean interim() {
        return status > 0 && status < 200;
    }

    private String beyondLimit() {
        return "the answer is larger than " + limits.bodyBytes() + " bytes";
    }

    private static long declaredLength(HttpClientResponse head) {
        String declared = head.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return declared == null ? 0 : Long.parseLong(declared);
        } catch (NumberFormatException e) {
            // Netty refuses such an answer itself; nothing is declared here.
            return 0;
        }
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
