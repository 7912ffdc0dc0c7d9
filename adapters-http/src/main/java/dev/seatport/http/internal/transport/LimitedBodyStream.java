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
    private final HttpExchange httpExchange;
    private final @Nullable BodyChunkConsumer bodyChunkConsumer;
    private final Promise<Buffer> whole = Promise.promise();
    private final Buffer gathered = Buffer.buffer();

    /** A body of which the pieces of a good answer are handed on; {@code null} if they are gathered like others. */
    LimitedBodyStream(HttpExchange httpExchange, @Nullable BodyChunkConsumer bodyChunkConsumer) {
        this.httpExchange = httpExchange;
        this.bodyChunkConsumer = bodyChunkConsumer;
    }

    @Override
    public Future<Void> write(Buffer piece) {
        if (httpExchange.accepts(piece)) {
            keep(piece);
        }
        return Future.succeededFuture();
    }

    private void keep(Buffer piece) {
        BodyChunkConsumer taker = httpExchange.good() ? bodyChunkConsumer : null;
        boolean gathers = taker == null || taker.gathers();
        if (gathers && !httpExchange.reserves(piece.length())) {
            return;
        }
        if (taker == null) {
            // Copied: a piece may be a slice of a buffer that belongs to the connection.
            gathered.appendBuffer(piece);
        } else if (!taker.take(piece)) {
            httpExchange.enough();
        }
    }

    @Override
    public Future<Void> end() {
        whole.tryComplete(gathered);
        return Future.succeededFuture();
    }

    @Override
    public Future<Buffer> result() {
        return whole.future();
    }

    @Override
    public void handle(Throwable failure) {
        whole.tryFail(failure);
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
