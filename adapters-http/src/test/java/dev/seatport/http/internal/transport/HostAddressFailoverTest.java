package dev.seatport.http.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.internal.resilience.AttemptException;
import dev.seatport.http.internal.scheduling.VertxScheduler;
import dev.seatport.http.spi.HttpProxy;
import dev.seatport.http.support.ConnectProxyServer;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.testkit.http.ScriptedServer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.dns.AddressResolverOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Tests hosts whose first address refuses connections. Nothing listens at 127.0.0.2, which Vert.x resolves first. */
class HostAddressFailoverTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final ExchangeLimits GENEROUS = new ExchangeLimits(LONG, LONG, LONG, 1024 * 1024);
    private static final String RESPONSE = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody";

    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setAddressResolverOptions(new AddressResolverOptions()
                    .setHostsValue(Buffer.buffer("127.0.0.2 localhost\n127.0.0.2 vendor.example\n"))));

    @AfterEach
    void close() {
        FailureAssertions.await(vertx.close().toCompletionStage());
    }

    private Transport transport(@Nullable HttpProxy proxy) {
        Context context = Transport.context(vertx);
        return new Transport(
                vertx,
                context,
                new VertxScheduler(vertx, context, System::nanoTime),
                new TransportOptions(8, Duration.ofSeconds(5), LONG, proxy, null),
                1024 * 1024);
    }

    private static URI at(String host, int port) {
        return URI.create("http://" + host + ":" + port + "/rows");
    }

    @Test
    void areTriedInTurnAndTheReachableOneIsRemembered() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(RESPONSE)) {
            int port = server.url("/").getPort();
            Transport transport = transport(null);
            for (int i = 0; i < 3; i++) {
                RawResponse response =
                        FailureAssertions.await(LocalTransport.get(transport, at("localhost", port), GENEROUS));
                assertThat(response.body()).hasToString("body");
                assertThat(server.request()).containsIgnoringCase("host: localhost:" + port + "\r\n");
            }
            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void areTriedForAHostThatListensAtAnIpv6AddressOnly() throws Exception {
        InetAddress six = InetAddress.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        try (ServerSocket listening = new ServerSocket()) {
            try {
                listening.bind(new InetSocketAddress(six, 0));
            } catch (java.net.SocketException e) {
                Assumptions.abort("no IPv6 here");
            }
            Thread server = new Thread(() -> serveOne(listening), "ipv6-server");
            server.setDaemon(true);
            server.start();
            RawResponse response = FailureAssertions.await(
                    LocalTransport.get(transport(null), at("localhost", listening.getLocalPort()), GENEROUS));
            assertThat(response.body()).hasToString("body");
        }
    }

    private static void serveOne(ServerSocket listening) {
        try (Socket socket = listening.accept()) {
            byte[] last = new byte[4];
            while (!Arrays.equals(last, "\r\n\r\n".getBytes(StandardCharsets.US_ASCII))) {
                System.arraycopy(last, 1, last, 0, 3);
                last[3] = (byte) socket.getInputStream().read();
            }
            socket.getOutputStream().write(RESPONSE.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().read();
        } catch (java.io.IOException e) {
            // The test ended.
        }
    }

    @Test
    void areTriedForAProxyToo() throws Exception {
        try (ConnectProxyServer proxy = ConnectProxyServer.refusing("403 Forbidden")) {
            HttpProxy named = HttpProxy.parse("localhost:" + proxy.address().getPort());
            AttemptException failure = LocalTransport.failure(
                    LocalTransport.get(transport(named), URI.create("https://vendor.example/"), GENEROUS),
                    FailureKind.UNAVAILABLE);
            assertThat(failure.explanation()).startsWith("the proxy did not connect; ");
            assertThat(proxy.requestHeads()).hasSize(1);
        }
    }

    @Test
    void failAsRefusedIfNoneOfThemListens() throws Exception {
        int free;
        try (ServerSocket taken = new ServerSocket(0)) {
            free = taken.getLocalPort();
        }
        for (String host : new String[] {"localhost", "127.0.0.1"}) {
            AttemptException failure = LocalTransport.failure(
                    LocalTransport.get(transport(null), at(host, free), GENEROUS), FailureKind.UNAVAILABLE);
            assertThat(failure.explanation()).isEqualTo("the connection was refused; check the host and the port");
        }
    }
}
