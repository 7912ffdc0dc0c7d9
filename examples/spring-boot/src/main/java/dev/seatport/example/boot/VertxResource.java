package dev.seatport.example.boot;

import io.vertx.core.Vertx;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Vert.x of the adapters. Spring closes it after them, because they depend on it. */
record VertxResource(Vertx vertx) implements AutoCloseable {
    private static final long CLOSE_TIMEOUT_SECONDS = 10;

    /** Blocks until the connections to the vendors are closed and the threads have ended. */
    @Override
    public void close() throws InterruptedException, ExecutionException, TimeoutException {
        vertx.close().toCompletionStage().toCompletableFuture().get(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
