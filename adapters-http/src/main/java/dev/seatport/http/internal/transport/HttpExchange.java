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
 * One HTTP request with its timeouts, its size limit and its single response or failure. At its end, its connection is either reusable
 * or closed. Confined to the event loop.
 */
final class HttpExchange {
    /** Of an error body that is too large: enough to recognize HTML. */
    private static final int MAX_ERROR_PREFIX_BYTES = 16;
    /** Content encodings that change bytes. Other values of the header change nothing. */
    private static final Pattern COMPRESSED =
            Pattern.compile("\\b(?:x-)?(?:gzip|deflate|compress|br|zstd|dcb|dcz)\\b", Pattern.CASE_INSENSITIVE);
    /** No JSON text begins with this byte. */
    private static final byte GZIP_FIRST_BYTE = 0x1F;

    private final Context context;
    private final Scheduler scheduler;
    private final ExchangeLimits limits;
    private final MemoryBudget memoryBudget;
    private final ExchangeCallback callback;
    private @Nullable HttpClientRequest request;
    private @Nullable SurplusBytesHttpClientCodec connection;
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
     * Limit of the memory for all bodies that are being buffered. Each body has its own limit, but many large ones at once could fill a
     * small heap. Confined to the event loop.
     */
    static final class MemoryBudget {
        private final long bytes;
        private long reserved;

        MemoryBudget(long bytes) {
            this.bytes = bytes;
        }

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

    /** Receiver of the response or failure of an exchange. Notified once. */
    interface ExchangeCallback {
        void onResponse(RawResponse response);

        void onFailure(AttemptException failure);
    }

    /**
     * Sends the request.
     *
     * @param sending passes the request to the Web Client; called again if the connection is stale
     */
    void start(Runnable sending) {
        sender = sending;
        totalTimer = startTimer(limits.totalTimeout(), "no complete response within ");
        stepTimer = startTimer(limits.headTimeout(), "no response within ");
        sending.run();
    }

    /** Returns whether the request is sent again, and so needs a connection without earlier exchanges. */
    boolean needsNewConnection() {
        return resent;
    }

    /** Returns whether the exchange ended, possibly before it started. */
    boolean isDone() {
        return done;
    }

    /**
     * Receives the connection from the pool.
     *
     * @param codec codec of the connection
     */
    void onConnection(HttpClientRequest newRequest, SurplusBytesHttpClientCodec codec) {
        // Without handlers, Vert.x logs exceptions and quotes received bytes. The caller gets the failure anyway.
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
            // Vert.x takes an interim response for the final one. Close the connection, so that the next call does not
            // get the
            // rest.
            head.request().connection().close();
        } else if (isBodiless(status) && declaresBody(head)) {
            context.runOnContext(ignored -> abort(unexpectedBody()));
        } else if (declaredLength(head) > maxBytes) {
            // In a later task: the Web Client receives this head next, and fails on a request that was reset.
            context.runOnContext(ignored -> tooLarge(tooLargeMessage()));
        }
    }

    /** Returns whether a chunk of the body is to be kept. */
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

    /** Aborts the exchange if the body is compressed, by its header or its first byte. */
    private boolean abortIfCompressed(Buffer chunk) {
        String coding = headers.get(HttpHeaders.CONTENT_ENCODING);
        boolean compressed = coding != null && COMPRESSED.matcher(coding).find();
        if (compressed || (chunk.length() > 0 && chunk.getByte(0) == GZIP_FIRST_BYTE)) {
            abort(new AttemptException(
                    FailureKind.MALFORMED_ANSWER,
                    RetryClass.NEVER,
                    "unexpected compressed response; look for a gateway or proxy that compresses"));
            return true;
        }
        return false;
    }

    /** Reserves memory for bytes that are kept until the end. Ends the exchange if there is too little. */
    boolean tryReserve(int bytes) {
        if (!memoryBudget.tryReserve(bytes)) {
            tooLarge("not enough memory for the responses in progress; raise -Xmx or make fewer calls at once");
            return false;
        }
        reserved += bytes;
        return true;
    }

    /** Ends the exchange because the consumer needs no further chunks. */
    void endEarly() {
        finish(false, new RawResponse(status, headers, Buffer.buffer()));
    }

    /** An error is still usable without its body: by its status, headers and first bytes. */
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

    /** Receives the result of the Web Client. */
    void onResult(AsyncResult<HttpResponse<Buffer>> result) {
        if (isInterim()) {
            abort(new AttemptException(
                    FailureKind.MALFORMED_ANSWER,
                    RetryClass.TRANSIENT,
                    "an interim response (HTTP " + status
                            + ") that cannot be distinguished from the final one; look for a proxy that sends it"));
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
     * Returns whether a reused connection ended before the first byte of the response, because the server had closed it. The server
     * then may not have received the request. All requests only read, so it can be sent again.
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
        stepTimer = startTimer(limits.headTimeout(), "no response within ");
        if (sender != null) {
            sender.run();
        }
    }

    /**
     * Fails because more bytes arrived than one response has.
     *
     * @param responsesBefore number of earlier responses on the connection
     */
    void onSurplus(int responsesBefore) {
        abort(
                responsesBefore == 0
                        ? unexpectedBody()
                        : new AttemptException(
                                FailureKind.MALFORMED_ANSWER,
                                RetryClass.TRANSIENT,
                                "more bytes than one response on a reused connection, so the right response is unknown;"
                                        + " look for a proxy that sends responses twice"));
    }

    private static AttemptException unexpectedBody() {
        return new AttemptException(
                FailureKind.MALFORMED_ANSWER,
                RetryClass.NEVER,
                "a body with an HTTP status that allows none; look for a proxy that changes responses");
    }

    /** Returns whether a response with this status has no body. */
    static boolean isBodiless(int status) {
        return status == 204 || status == 205 || status == 304;
    }

    private static boolean declaresBody(HttpClientResponse head) {
        return declaredLength(head) > 0 || head.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** Cancels the exchange for the caller. */
    void cancel() {
        abort(new AttemptException(FailureKind.CLOSED, RetryClass.NEVER, "cancelled by the caller"));
    }

    /** Ends the exchange because the client is closed. */
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
     * Handles the connection before the callback, which may throw. A connection after a complete response is left alone, because
     * another exchange soon uses it.
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
        stepTimer = startTimer(limits.idleTimeout(), "the response stalled for ");
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

    /** Returns whether the head of a successful response was received. */
    boolean isSuccess() {
        return RawResponse.isSuccess(status);
    }

    private boolean isInterim() {
        return status > 0 && status < 200;
    }

    private String tooLargeMessage() {
        return "the response is larger than " + limits.maxBodyBytes() + " bytes";
    }

    private static long declaredLength(HttpClientResponse head) {
        String declared = head.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return declared == null ? 0 : Long.parseLong(declared);
        } catch (NumberFormatException e) {
            // Netty rejects such a response.
            return 0;
        }
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
