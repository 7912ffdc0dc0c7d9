package dev.seatport.http.internal.transport;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.codec.spi.BodyStream;
import org.jspecify.annotations.Nullable;

/**
 * Body stream that buffers chunks or passes them on, after the exchange accepted them. It never pauses the connection, because a paused
 * body could not be told from a stalled one.
 */
final class LimitedBodySink implements BodyStream<Buffer> {
    private final HttpExchange exchange;
    private final @Nullable BodyChunkConsumer consumer;
    private final Promise<Buffer> result = Promise.promise();
    private final Buffer buffer = Buffer.buffer();

    /**
     * @param consumer receives the chunks of a successful response; {@code null} to buffer them
     */
    LimitedBodySink(HttpExchange exchange, @Nullable BodyChunkConsumer consumer) {
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
            // Copied: a chunk may be a slice of a buffer of the connection.
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
