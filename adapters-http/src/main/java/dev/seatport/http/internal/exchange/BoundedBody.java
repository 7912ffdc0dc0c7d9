package dev.seatport.http.internal.exchange;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.codec.spi.BodyStream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a body piece by piece and lets its exchange judge every piece before it is kept. It never holds the connection
 * back: a body is read whole and bounded, then worked on from memory.
 */
final class BoundedBody implements BodyStream<Buffer> {
    private final Exchange exchange;
    private final Promise<Buffer> whole = Promise.promise();
    private final Buffer gathered = Buffer.buffer();

    BoundedBody(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public Future<Void> write(Buffer piece) {
        if (exchange.accepts(piece.length())) {
            // Copied: a piece may be a slice of a buffer that belongs to the connection.
            gathered.appendBuffer(piece);
        }
        return Future.succeededFuture();
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
