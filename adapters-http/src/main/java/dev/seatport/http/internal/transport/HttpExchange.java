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
    private static final int MAX_ERROR_PREFIX_BYTES = 16;
    /** Content codings that change bytes; other words in the header are mistakes that change nothing. */
    private static final Pattern COMPRESSED =
            Pattern.compile("\\b(?:x-)?(?:gzip|deflate|compress|br|zstd|dcb|dcz)\\b", Pattern.CASE_INSENSITIVE);
    /** No JSON text begins with it. */
    private static final byte GZIP_FIRST_BYTE = 0x1F;

    private final Context context;
    private final Scheduler scheduler;
    private final ExchangeLimits limits;
    private final MemoryBudget memoryBudget;
    private final ExchangeCallback callback;
    private @Nullable HttpClientRequest request;
    private @Nullable SurplusCheckingCodec connection;
    private @Nullable Runnable sender;
    private boolean resent;
    private boolean done;
    private Buffer firstChunk = Buffer.buffer(0);
    private long received;
    private long reserved;
    private long maxBytes;
    private int status;
    private MultiMap headers = HttpHeaders.headers();
    private @Nullable ScheduledTask totalTimer;
    private @Nullable ScheduledTask stepTimer;

    HttpExchange(
            Context context,
            Scheduler scheduler,
            ExchangeLimits limits,
            MemoryBudget memoryBudget,
            ExchangeCallback callback) {
        this.context = context;
        this.scheduler = scheduler;
        this.limits = limits;
        this.memoryBudget = memoryBudget;
        this.callback = callback;
        this.maxBytes = limits.maxBodyBytes();
    }

    /**
     * How much memory the bodies that are being gathered may take together. Each has its own limit, but many large ones at once
     * could still fill a small heap. Used on one event loop.
     */
    static final class MemoryBudget {
        private final long bytes;
        private long reserved;

        MemoryBudget(long bytes) {
            this.bytes = bytes;
        }

        /** Takes that much, if there is that much left. */
        boolean tryReserve(int requested) {
            if (requested > bytes - reserved) {
                return false;
            }
            reserved += requested;
            return true;
        }

        void release(long released) {
            reserved -= released;
        }
    }

    /** Whoever waits for the end of the exchange; told once. */
    interface ExchangeCallback {
        void onResponse(RawResponse response);

        void onFailure(AttemptException failure);
    }

    /**
     * Sends the request.
     *
     * @param sending hands the request to the Web Client; called once more if the connection turns out to be dead
     */
    void start(Runnable sending) {
        sender = sending;
        totalTimer = startTimer(limits.totalTimeout(), "no complete answer within ");
        stepTimer = startTimer(limits.headTimeout(), "no answer within ");
        sending.run();
    }

    /** Whether the request is sent for the second time, so that it needs a connection that no exchange had before. */
    boolean needsNewConnection() {
        return resent;
    }

    /** Whether it came to its end, also before it began. */
    boolean isDone() {
        return done;
    }

    /**
     * The pool has a connection for this exchange.
     *
     * @param codec what the connection is read with
     */
    void onConnection(HttpClientRequest newRequest, SurplusCheckingCodec codec) {
        // Without handlers Vert.x logs what broke, quoting what it received; whoever sent the request is told anyway.
        newRequest.exceptionHandler(broken -> {});
        newRequest.connection().exceptionHandler(broken -> {});
        if (done) {
            newRequest.reset();
            return;
        }
        request = newRequest;
        connection = codec;
        codec.attach(this);
        newRequest.response().onSuccess(this::onHead);
    }

    private void onHead(HttpClientResponse head) {
        if (done) {
            return;
        }
        status = head.statusCode();
        headers = head.headers();
        maxBytes = isSuccess() ? limits.maxBodyBytes() : ExchangeLimits.MAX_ERROR_BODY_BYTES;
        restartIdleTimer();
        if (isInterim()) {
            // Vert.x takes it for the last one. What follows on this connection is not the next call's.
            head.request().connection().close();
        } else if (isBodiless(status) && declaresBody(head)) {
            context.runOnContext(ignored -> abort(unexpectedBody()));
        } else if (declaredLength(head) > maxBytes) {
            // Not at once: the Web Client is about to be given this head too, and stumbles over one that was reset.
            context.runOnContext(ignored -> tooLarge(tooLargeMessage()));
        }
    }

    /** Whether a further piece of the body is to be kept. */
    boolean acceptChunk(Buffer chunk) {
        if (done) {
            return false;
        }
        if (received == 0) {
            firstChunk = chunk;
            if (isSuccess() && abortIfCompressed(chunk)) {
                return false;
            }
        }
        received += chunk.length();
        restartIdleTimer();
        if (isBodiless(status)) {
            abort(unexpectedBody());
        } else if (received > maxBytes) {
            tooLarge(tooLargeMessage());
        }
        return !done;
    }

    /** Whether the body is compressed, by what its head says or by how it begins; then this is the end. */
    private boolean abortIfCompressed(Buffer chunk) {
        String coding = headers.get(HttpHeaders.CONTENT_ENCODING);
        boolean compressed = coding != null && COMPRESSED.matcher(coding).find();
        if (compressed || (chunk.length() > 0 && chunk.getByte(0) == GZIP_FIRST_BYTE)) {
            abort(new AttemptException(
                    FailureKind.MALFORMED_ANSWER,
                    RetryClass.NEVER,
                    "a compressed answer, though none was asked for; look for a gateway or proxy that compresses"));
            return true;
        }
        return false;
    }

    /** Whether there is memory for bytes that are kept until the end; if not, this is the end. */
    boolean tryReserve(int bytes) {
        if (!memoryBudget.tryReserve(bytes)) {
            tooLarge("the answers under way would fill the memory; give Java more (-Xmx) or ask for fewer at once");
            return false;
        }
        reserved += bytes;
        return true;
    }

    /** Whoever takes the body wants no more of it. */
    void endEarly() {
        finish(false, new RawResponse(status, headers, Buffer.buffer()));
    }

    /** The body of a failure is dispensable: its status, headers and beginning are not. */
    private void tooLarge(String explanation) {
        if (isSuccess()) {
            abort(new AttemptException(FailureKind.ANSWER_TOO_LARGE, RetryClass.NEVER, explanation));
        } else {
            finish(
                    false,
                    new RawResponse(
                            status,
                            headers,
                            firstChunk.getBuffer(0, Math.min(firstChunk.length(), MAX_ERROR_PREFIX_BYTES))));
        }
    }

    /** The Web Client is done. */
    void onResult(AsyncResult<HttpResponse<Buffer>> result) {
        if (isInterim()) {
            abort(new AttemptException(
                    FailureKind.MALFORMED_ANSWER,
                    RetryClass.TRANSIENT,
                    "an interim answer (HTTP " + status
                            + ") that cannot be told from the last one; look for a proxy that sends it"));
        } else if (result.succeeded()) {
            HttpResponse<Buffer> response = result.result();
            Buffer body = response.body() == null ? Buffer.buffer() : response.body();
            finish(true, new RawResponse(response.statusCode(), response.headers(), body));
        } else if (isStaleConnection(result.cause())) {
            resend();
        } else {
            abort(ConnectionErrorMapper.translate(result.cause(), status != 0));
        }
    }

    /**
     * Whether a connection that was used before ended before the first byte of the response: the server had closed it already. Nothing
     * is known of the request then, and all requests only read.
     */
    private boolean isStaleConnection(Throwable cause) {
        if (done || resent || status != 0) {
            return false;
        }
        return connection == null
                ? cause instanceof HttpClosedException
                : connection.completedResponses() > 0 && !connection.responding();
    }

    private void resend() {
        resent = true;
        request = null;
        connection = null;
        cancelTimer(stepTimer);
        stepTimer = startTimer(limits.headTimeout(), "no answer within ");
        if (sender != null) {
            sender.run();
        }
    }

    /**
     * More bytes came than one response has.
     *
     * @param responsesBefore how many responses the connection had brought
     */
    void onSurplus(int responsesBefore) {
        abort(
                responsesBefore == 0
                        ? unexpectedBody()
                        : new AttemptException(
                                FailureKind.MALFORMED_ANSWER,
                                RetryClass.TRANSIENT,
                                "more bytes than one answer on a connection that was used before, so that it is not known"
                                        + " which is the right one; look for a proxy that sends answers twice"));
    }

    private static AttemptException unexpectedBody() {
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

    private void finish(boolean complete, RawResponse response) {
        end(complete, o -> o.onResponse(response));
    }

    private void abort(AttemptException failure) {
        end(false, o -> o.onFailure(failure));
    }

    /**
     * The connection is seen to before anybody is told, for whoever is told may throw. One that served its whole answer is
     * left alone: it is in use by another exchange soon.
     */
    private void end(boolean complete, Consumer<ExchangeCallback> notification) {
        if (done) {
            return;
        }
        done = true;
        cancelTimer(totalTimer);
        cancelTimer(stepTimer);
        memoryBudget.release(reserved);
        if (!complete && request != null) {
            request.reset();
        }
        notification.accept(callback);
    }

    private void restartIdleTimer() {
        cancelTimer(stepTimer);
        stepTimer = startTimer(limits.idleTimeout(), "the answer stalled for ");
    }

    private ScheduledTask startTimer(Duration timeout, String explanation) {
        return scheduler
                .fixedTimeout(timeout)
                .schedule(() -> abort(new AttemptException(
                        FailureKind.TIMED_OUT,
                        RetryClass.TRANSIENT,
                        explanation + seconds(timeout) + "; try again later")));
    }

    private static void cancelTimer(@Nullable ScheduledTask timer) {
        if (timer != null) {
            timer.cancel();
        }
    }

    /** Whether the head of a good answer came. */
    boolean isSuccess() {
        return RawResponse.isSuccess(status);
    }

    private boolean isInterim() {
        return status > 0 && status < 200;
    }

    private String tooLargeMessage() {
        return "the answer is larger than " + limits.maxBodyBytes() + " bytes";
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
