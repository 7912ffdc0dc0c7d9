package dev.seatport.http.internal.transport;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClientConfig;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.http.HttpClientInternal;
import io.vertx.core.internal.http.HttpClientTransport;
import io.vertx.core.internal.net.endpoint.EndpointResolverInternal;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.spi.metrics.Metrics;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * HTTP client that passes each request of the Web Client to its exchange. The Web Client does not expose its request. Without it, an
 * exchange could not end a stalled body, an endless body or a cancelled call.
 *
 * <p>Confined to the event loop. The Web Client must create its request during {@code send()}, on the same thread; {@link #send} throws
 * if it does not.
 */
final class CancellableHttpClient implements HttpClientInternal {
    private final ConnectionPools connectionPools;
    private final HttpClientInternal pooled;
    private @Nullable HttpExchange current;

    CancellableHttpClient(ConnectionPools connectionPools) {
        this.connectionPools = connectionPools;
        this.pooled = connectionPools.pooled();
    }

    /** Runs {@code send}, and assigns its request to the exchange. */
    void send(HttpExchange exchange, Runnable send) {
        current = exchange;
        try {
            send.run();
            if (current != null) {
                throw new IllegalStateException(
                        "internal error of this Vert.x version: the Web Client did not create its request in send()");
            }
        } finally {
            current = null;
        }
    }

    @Override
    public Future<HttpClientRequest> request(RequestOptions options) {
        HttpExchange exchange = current;
        current = null;
        if (exchange == null) {
            return Future.failedFuture(new IllegalStateException("a request without an exchange"));
        }
        try {
            return connectionPools
                    .client(exchange)
                    .request(options, exchange::isDone)
                    .map(request -> {
                        exchange.onConnection(request, connectionPools.codec(request.connection()));
                        return request;
                    });
        } catch (IllegalStateException closed) {
            // Thrown, not returned, after the client or its Vertx was closed.
            exchange.close();
            return Future.failedFuture(closed);
        }
    }

    @Override
    public Future<Void> shutdown(Duration timeout) {
        return connectionPools.shutdown(timeout);
    }

    @Override
    public Future<Boolean> updateSSLOptions(ClientSSLOptions options, boolean force) {
        return pooled.updateSSLOptions(options, force);
    }

    @Override
    public Future<HttpClientConnection> connect(HttpConnectOptions options) {
        return pooled.connect(options);
    }

    @Override
    public boolean isMetricsEnabled() {
        return pooled.isMetricsEnabled();
    }

    @Override
    public Metrics getMetrics() {
        return pooled.getMetrics();
    }

    @Override
    public VertxInternal vertx() {
        return pooled.vertx();
    }

    @Override
    public Function<HttpClientResponse, Future<RequestOptions>> redirectHandler() {
        return pooled.redirectHandler();
    }

    @Override
    public HttpClientTransport tcpTransport() {
        return pooled.tcpTransport();
    }

    @Override
    public HttpClientTransport quicTransport() {
        return pooled.quicTransport();
    }

    @Override
    public HttpClientInternal exceptionHandler(Handler<Throwable> handler) {
        pooled.exceptionHandler(handler);
        return this;
    }

    @Override
    public HttpClientConfig config() {
        return pooled.config();
    }

    @Override
    public EndpointResolverInternal originResolver() {
        return pooled.originResolver();
    }

    @Override
    public EndpointResolverInternal resolver() {
        return pooled.resolver();
    }

    @Override
    public Future<Void> closeFuture() {
        return pooled.closeFuture();
    }
}
