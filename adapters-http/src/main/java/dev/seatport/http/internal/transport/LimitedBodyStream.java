package dev.seatport.http.internal.transport;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.codec.spi.BodyStream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a body piece by piece, or hands it on, and lets its exchange judge every piece before. It never pauses the
 * connection: a paused body looks like one that stalls.
 */
final class LimitedBodyStream implements BodyStream<Buffer> {
    private final HttpExchange exchange;
    private final @Nullable BodyChunkConsumer consumer;
    private final Promise<Buffer> result = Promise.promise();
    private final Buffer buffer = Buffer.buffer();

    /** A body of which the pieces of a good answer are handed on; {@code null} if they are gathered like others. */
    LimitedBodyStream(HttpExchange exchange, @Nullable BodyChunkConsumer consumer) {
        this.exchange = exchange;
        this.consumer = consumer;
    }

    @Override
    public Future<Void> write(Buffer chunk) {
        if (exchange.acceptChunk(chunk)) {
            consume(chunk);
        }
        return Future.succeededFuture();
    }

    private void consume(Buffer chunk) {
        BodyChunkConsumer receiver = exchange.isSuccess() ? consumer : null;
        boolean retained = receiver == null || receiver.retainsBytes();
        if (retained && !exchange.tryReserve(chunk.length())) {
            return;
        }
        if (receiver == null) {
            // Copied: a piece may be a slice of a buffer that belongs to the connection.
            buffer.appendBuffer(chunk);
        } else if (!receiver.accept(chunk)) {
            exchange.endEarly();
        }
    }

    @Override
    public Future<Void> end() {
        result.tryComplete(buffer);
        return Future.succeededFuture();
    }

    @Override
    public Future<Buffer> result() {
        return result.future();
    }

    @Override
    public void handle(Throwable failure) {
        result.tryFail(failure);
    }

    @Override
    public WriteStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        return this;
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int maxSize) {
        return this;
    }

    @Override
    public boolean writeQueueFull() {
        return false;
    }

    @Override
    public WriteStream<Buffer> drainHandler(@Nullable Handler<Void> handler) {
        return this;
    }
}
