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
 * @param connections how many to one host at most
 * @param connect how long a connection, and its TLS handshake, may take
 * @param keepAlive how long an idle connection is kept
 * @param proxy on the way to every host but the loopback host; {@code null} for none
 * @param trust whose certificates are trusted; {@code null} for those that Java trusts
 */
public record ConnectionOptions(
        int connections,
        Duration connect,
        Duration keepAlive,
        @Nullable HttpProxy proxy,
        @Nullable TrustOptions trust) {

    /** In bytes: a page of a hundred rows comes in one piece, not in three that have to be put together. */
    private static final int LARGEST_PIECE = 64 * 1024;
    /** In bytes: content policies and cookies of gateways fill heads. */
    static final int LARGEST_HEAD = 64 * 1024;

    HttpClientOptions clientOptions() {
        HttpClientOptions options = new HttpClientOptions()
                .setMaxChunkSize(LARGEST_PIECE)
                .setMaxInitialLineLength(LARGEST_HEAD)
                .setMaxHeaderSize(LARGEST_HEAD)
                .setConnectTimeout(Math.toIntExact(connect.toMillis()))
                .setSslHandshakeTimeout(Math.max(1, connect.toSeconds()))
                .setKeepAliveTimeout(Math.toIntExact(Math.max(1, keepAlive.toSeconds())))
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
        if (proxy == null || baseUrl.loopback()) {
            return null;
        }
        return new ProxyOptions()
                .setHost(proxy.host())
                .setPort(proxy.port())
                .setConnectTimeout(connect)
                .setProxyAuthorization(proxy.authorization().map(Secret::reveal).orElse(null));
    }
}
