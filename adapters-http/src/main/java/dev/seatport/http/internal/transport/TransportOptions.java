package dev.seatport.http.internal.transport;

import dev.seatport.http.spi.HttpProxy;
import dev.seatport.http.spi.Secret;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.TrustOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Options of connections. TLS 1.2 or 1.3 with verification of the host name, which cannot be switched off.
 *
 * @param maxConnections limit for one host
 * @param connectTimeout limit for a connection, and again for its TLS handshake
 * @param keepAliveTimeout how long an idle connection is kept
 * @param proxy proxy for all hosts except loopback; {@code null} for none
 * @param trust trusted certificates; {@code null} for those that Java trusts
 */
public record TransportOptions(
        int maxConnections,
        Duration connectTimeout,
        Duration keepAliveTimeout,
        @Nullable HttpProxy proxy,
        @Nullable TrustOptions trust) {

    /** A page of a hundred rows arrives in one chunk, not in three that must be joined. */
    private static final int MAX_CHUNK_BYTES = 64 * 1024;
    /** Gateways add large content policies and cookies. */
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

    /** Returns the proxy for a host; {@code null} for none. Loopback requests use no proxy. */
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
