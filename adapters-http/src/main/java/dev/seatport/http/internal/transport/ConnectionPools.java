package dev.seatport.http.internal.transport;

import dev.seatport.http.internal.scheduling.Scheduler;
import io.netty.channel.Channel;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.internal.http.HttpClientInternal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Connections to one vendor, each with a {@link SurplusBytesHttpClientCodec}: a pool of reusable connections, and connections for a single
 * exchange. Confined to the event loop.
 *
 * <p>A request that met a stale connection gets a new one. After a vendor sent bytes without a request, all requests get single-use
 * connections for ten minutes, because such a vendor repeats it.
 */
final class ConnectionPools {
    private static final Duration DISTRUST_PERIOD = Duration.ofMinutes(10);

    private final Vertx vertx;
    private final ChannelLookupEventLoop eventLoop;
    private final Scheduler scheduler;
    private final TransportOptions connectionOptions;
    private final HttpClientInternal pooled;
    private final Map<HttpConnection, SurplusBytesHttpClientCodec> codecs = new HashMap<>();
    private final AtomicLong suspectResponses = new AtomicLong();
    private final HostAddressFailover pooledAddresses;
    private @Nullable HttpClientInternal singleUse;
    private @Nullable HostAddressFailover singleUseAddresses;
    private boolean distrusted;
    private long distrustedUntil;

    ConnectionPools(
            Vertx vertx, ChannelLookupEventLoop eventLoop, Scheduler scheduler, TransportOptions connectionOptions) {
        this.vertx = vertx;
        this.eventLoop = eventLoop;
        this.scheduler = scheduler;
        this.connectionOptions = connectionOptions;
        this.pooled = client(true);
        this.pooledAddresses = new HostAddressFailover(pooled);
    }

    HttpClientInternal pooled() {
        return pooled;
    }

    /** Returns the source of connections for an exchange. */
    HostAddressFailover client(HttpExchange httpExchange) {
        if (!httpExchange.needsNewConnection() && !isDistrusted()) {
            return pooledAddresses;
        }
        HostAddressFailover addresses = singleUseAddresses;
        if (addresses == null) {
            HttpClientInternal client = client(false);
            addresses = new HostAddressFailover(client);
            singleUse = client;
            singleUseAddresses = addresses;
        }
        return addresses;
    }

    private boolean isDistrusted() {
        distrusted = distrusted && scheduler.nanoTime() - distrustedUntil < 0;
        return distrusted;
    }

    private HttpClientInternal client(boolean keepAlive) {
        HttpClientOptions options = connectionOptions.clientOptions().setKeepAlive(keepAlive);
        // The bulkhead bounds the queue: a call with a permit finds a connection.
        PoolOptions pool = new PoolOptions()
                .setHttp1MaxSize(connectionOptions.maxConnections())
                .setMaxWaitQueueSize(-1);
        return (HttpClientInternal) vertx.httpClientBuilder()
                .with(options)
                .with(pool)
                .withConnectHandler(made -> installCodec(made, options))
                .build();
    }

    private void installCodec(HttpConnection connection, HttpClientOptions options) {
        Channel channel = eventLoop.takeConnectedChannel(SurplusBytesHttpClientCodec.NAME);
        if (channel == null) {
            // The client was closed while the connection was made.
            connection.close();
            return;
        }
        SurplusBytesHttpClientCodec codec = new SurplusBytesHttpClientCodec(options, this::onSurplus);
        channel.pipeline().replace(SurplusBytesHttpClientCodec.NAME, SurplusBytesHttpClientCodec.NAME, codec);
        codecs.put(connection, codec);
        channel.closeFuture().addListener(closed -> codecs.remove(connection));
    }

    /** Returns the codec of a connection. */
    SurplusBytesHttpClientCodec codec(HttpConnection connection) {
        SurplusBytesHttpClientCodec codec = codecs.get(connection);
        if (codec == null) {
            connection.close();
            throw new IllegalStateException("a connection without a surplus-checking codec");
        }
        return codec;
    }

    private void onSurplus(int suspects) {
        distrusted = true;
        distrustedUntil = scheduler.nanoTime() + DISTRUST_PERIOD.toNanos();
        suspectResponses.addAndGet(suspects);
    }

    /** Returns the number of responses that may belong to other requests. Thread-safe. */
    long suspectResponses() {
        return suspectResponses.get();
    }

    /** Returns whether an open connection may still show that its responses are suspect. */
    boolean mayFindSuspects() {
        return codecs.values().stream().anyMatch(codec -> codec.completedResponses() > 1);
    }

    Future<Void> shutdown(Duration timeout) {
        Future<Void> others = singleUse == null ? Future.succeededFuture() : singleUse.shutdown(timeout);
        return Future.join(pooled.shutdown(timeout), others).mapEmpty();
    }
}
