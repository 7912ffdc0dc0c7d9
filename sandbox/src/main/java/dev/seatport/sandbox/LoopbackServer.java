package dev.seatport.sandbox;

import dev.seatport.sandbox.wire.SocketTrackingTransport;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.BindException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** HTTP/1.1 server on the loopback address. It owns a Vertx. Thread-safe. Must not be called on its own event loop. */
final class LoopbackServer implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    private static final int TIMEOUT_SECONDS = 10;
    /** In bytes. Requests with ids of several thousand characters must reach the endpoints. */
    private static final int MAX_REQUEST_LINE_BYTES = 32 * 1024;

    private final Vertx vertx;
    private final HttpServer server;
    private final AtomicInteger openConnections = new AtomicInteger();
    private final Runnable connectionsChanged;
    private boolean closed;

    /**
     * Starts the server and waits until it listens.
     *
     * @param sockets transport of the server's own Vertx
     * @param connectionsChanged runs when a connection was opened or closed
     * @param handler creates the request handler for that Vertx
     */
    LoopbackServer(
            int port,
            SocketTrackingTransport sockets,
            Runnable connectionsChanged,
            Function<Vertx, Handler<HttpServerRequest>> handler) {
        this.connectionsChanged = connectionsChanged;
        this.vertx = Vertx.builder().with(vertxOptions()).withTransport(sockets).build();
        this.server = vertx.createHttpServer(serverOptions(port))
                .connectionHandler(this::track)
                .exceptionHandler(brokenConnection -> {})
                .requestHandler(handler.apply(vertx));
        listen(port);
    }

    int port() {
        return server.actualPort();
    }

    int openConnections() {
        return openConnections.get();
    }

    /** Closes the connections and the Vertx and waits for both. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            await(vertx.close());
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("the sandbox did not close within " + TIMEOUT_SECONDS + " s", failure);
        }
    }

    private void listen(int port) {
        try {
            await(server.listen());
        } catch (ExecutionException | TimeoutException failure) {
            awaitQuietly(vertx.close());
            boolean portTaken = failure.getCause() instanceof BindException;
            String reason = portTaken ? "the port is in use or not permitted" : "the server did not start";
            throw new IllegalStateException("cannot listen on " + HOST + ":" + port + ": " + reason);
        }
    }

    private void track(HttpConnection connection) {
        openConnections.incrementAndGet();
        connection.closeHandler(closing -> {
            openConnections.decrementAndGet();
            connectionsChanged.run();
        });
        connectionsChanged.run();
    }

    private static void await(Future<?> future) throws ExecutionException, TimeoutException {
        try {
            future.toCompletionStage().toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the sandbox");
        }
    }

    private static void awaitQuietly(Future<?> future) {
        try {
            await(future);
        } catch (ExecutionException | TimeoutException alreadyFailing) {
            // The caller gets the failure to listen.
        }
    }

    private static VertxOptions vertxOptions() {
        return new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false));
    }

    private static HttpServerOptions serverOptions(int port) {
        return new HttpServerOptions()
                .setHost(HOST)
                .setPort(port)
                .setReuseAddress(true)
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true)
                .setMaxInitialLineLength(MAX_REQUEST_LINE_BYTES);
    }
}
