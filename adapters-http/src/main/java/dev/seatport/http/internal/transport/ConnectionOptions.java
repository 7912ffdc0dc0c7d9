package dev.seatport.http.internal.transport;

import dev.seatport.http.spi.HttpProxy;
import dev.seatport.http.spi.Secret;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.TrustOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How connections are made. TLS 1.2 or 1.3 with the host's name verified, always: there is no switch against it.
 *
 * @param maxConnections how many to one host at most
 * @param connectTimeout how long a connection, and its TLS handshake, may take
 * @param keepAliveTimeout how long an idle connection is kept
 * @param proxy on the way to every host but the loopback host; {@code null} for none
 * @param trust whose certificates are trusted; {@code null} for those that Java trusts
 */
public record ConnectionOptions(
        int maxConnections,
        Duration connectTimeout,
        Duration keepAliveTimeout,
        @Nullable HttpProxy proxy,
        @Nullable TrustOptions trust) {

    /** In bytes: a page of a hundred rows comes in one piece, not in three that have to be put together. */
    private static final int MAX_CHUNK_BYTES = 64 * 1024;
    /** In bytes: content policies and cookies of gateways fill heads. */
    static final int MAX_HEAD_BYTES = 64 * 1024;

    HttpClientOptions clientOptions() {
        HttpClientOptions options = new HttpClientOptions()
                .setMaxChunkSize(MAX_CHUNK_BYTES)
                .setMaxInitialLineLength(MAX_HEAD_BYTES)
                .setMaxHeaderSize(MAX_HEAD_BYTES)
                .setConnectTimeout(Math.toIntExact(connectTimeout.toMillis()))
                .setSslHandshakeTimeout(Math.max(1, connectTimeout.toSeconds()))
                .setKeepAliveTimeout(Math.toIntExact(Math.max(1, keepAliveTimeout.toSeconds())))
                .setVerifyHost(true)
                .setTrustAll(false);
        if (trust != null) {
            options.setTrustOptions(trust);
        }
        return options;
    }

    /** The proxy on the way to a host; {@code null} for none. Nothing that is meant for this machine leaves it. */
    @Nullable
    ProxyOptions proxyTo(BaseUrl baseUrl) {
        if (proxy == null || baseUrl.isLoopback()) {
            return null;
        }
        return new ProxyOptions()
                .setHost(proxy.host())
                .setPort(proxy.port())
                .setConnectTimeout(connectTimeout)
                .setProxyAuthorization(proxy.authorization().map(Secret::reveal).orElse(null));
    }
}
