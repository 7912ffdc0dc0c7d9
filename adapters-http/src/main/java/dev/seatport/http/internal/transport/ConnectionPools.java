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
 * The connections to one vendor, each read with a {@link SurplusCheckingCodec}: a pool of those that are used again, and those that serve one
 * exchange. A request that met a dead connection needs one that no exchange had before. Once a vendor sent bytes that no request asked
 * for, all requests get such connections for a while, because such a vendor does it again. Lives on one event loop.
 */
final class ConnectionPools {
    private static final Duration DISTRUST_PERIOD = Duration.ofMinutes(10);

    private final Vertx vertx;
    private final ObservedEventLoop eventLoop;
    private final Scheduler scheduler;
    private final ConnectionOptions connectionOptions;
    private final HttpClientInternal pooled;
    private final Map<HttpConnection, SurplusCheckingCodec> codecs = new HashMap<>();
    private final AtomicLong suspectResponses = new AtomicLong();
    private final HostAddresses pooledAddresses;
    private @Nullable HttpClientInternal singleUse;
    private @Nullable HostAddresses singleUseAddresses;
    private boolean distrusted;
    private long distrustedUntil;

    ConnectionPools(
            Vertx vertx, ObservedEventLoop eventLoop, Scheduler scheduler, ConnectionOptions connectionOptions) {
        this.vertx = vertx;
        this.eventLoop = eventLoop;
        this.scheduler = scheduler;
        this.connectionOptions = connectionOptions;
        this.pooled = client(true);
        this.pooledAddresses = new HostAddresses(pooled);
    }

    /** Those that are used again. */
    HttpClientInternal pooled() {
        return pooled;
    }

    /** Where the exchange gets its connection. */
    HostAddresses client(HttpExchange httpExchange) {
        if (!httpExchange.needsNewConnection() && !isDistrusted()) {
            return pooledAddresses;
        }
        HostAddresses addresses = singleUseAddresses;
        if (addresses == null) {
            HttpClientInternal client = client(false);
            addresses = new HostAddresses(client);
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
        // The queue is bounded before it: a call that has a permit finds a connection.
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
        Channel channel = eventLoop.takeConnectedChannel(SurplusCheckingCodec.NAME);
        if (channel == null) {
            // It was closed while it was made, because the client was.
            connection.close();
            return;
        }
        SurplusCheckingCodec codec = new SurplusCheckingCodec(options, this::onSurplus);
        channel.pipeline().replace(SurplusCheckingCodec.NAME, SurplusCheckingCodec.NAME, codec);
        codecs.put(connection, codec);
        channel.closeFuture().addListener(closed -> codecs.remove(connection));
    }

    /** What a connection is read with. */
    SurplusCheckingCodec codec(HttpConnection connection) {
        SurplusCheckingCodec codec = codecs.get(connection);
        if (codec == null) {
            connection.close();
            throw new IllegalStateException("a connection whose bytes cannot be seen");
        }
        return codec;
    }

    private void onSurplus(int suspects) {
        distrusted = true;
        distrustedUntil = scheduler.nanoTime() + DISTRUST_PERIOD.toNanos();
        suspectResponses.addAndGet(suspects);
    }

    /** How many answers may belong to other requests than those that they were given to. From any thread. */
    long suspectResponses() {
        return suspectResponses.get();
    }

    /** Whether a connection is open whose answers could still turn out to be in doubt. */
    boolean mayFindSuspects() {
        return codecs.values().stream().anyMatch(codec -> codec.completedResponses() > 1);
    }

    Future<Void> shutdown(Duration timeout) {
        Future<Void> others = singleUse == null ? Future.succeededFuture() : singleUse.shutdown(timeout);
        return Future.join(pooled.shutdown(timeout), others).mapEmpty();
    }
}
