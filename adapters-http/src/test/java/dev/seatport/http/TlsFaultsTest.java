package dev.seatport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.HttpProxy;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.support.ConnectProxyServer;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.KeyFiles;
import dev.seatport.http.support.TlsServer;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.failure.VendorException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** TLS failures of servers and proxies. */
@Tag("slow")
class TlsFaultsTest {
    private static final String BODY = "{\"access_token\":\"t\",\"name\":\"one\"}";

    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    @TempDir
    private static Path folder = Path.of("");

    /** Signed by an authority that Java does not trust. */
    private static Path signed = Path.of("");

    @BeforeAll
    static void createKeyStore() {
        signed = KeyFiles.signed(folder, "signed", "-ext", "san=ip:127.0.0.1");
    }

    private static ClientLimits.Builder quick() {
        return ClientLimits.builder().maxBackoff(Duration.ofMillis(1));
    }

    private VendorClientOptions.Builder options(URI base) {
        return VendorClientOptions.builder(
                        VendorServer.ACME,
                        base,
                        base.resolve("/token"),
                        Credentials.clientSecret("the-client", Secret.of("the-secret")))
                .limits(quick().build());
    }

    private Path pem(Path pfx, String alias) throws IOException, GeneralSecurityException {
        return Files.writeString(
                folder.resolve("trusted.pem"),
                KeyFiles.pem("CERTIFICATE", KeyFiles.certificate(pfx, alias).getEncoded()));
    }

    @Nested
    class AServer {
        /** Asserts a failure on the first connection, with advice. */
        private void assertRejected(Path pfx, String host, @Nullable Path trusted) throws IOException {
            try (TlsServer server = TlsServer.answering(pfx, BODY)) {
                VendorClientOptions.Builder options = options(server.url(host, "/api"));
                VendorException failure = FailureAssertions.failure(
                        ThingOperations.fetch(
                                vendor.client(trusted == null ? options : options.extraCertificates(trusted))),
                        FailureKind.UNAVAILABLE);
                assertThat(failure)
                        .hasMessageContaining("no trustworthy TLS connection; check the host and its certificate")
                        .hasMessageNotContaining("PKIX");
                assertThat(failure.attempts()).isOne();
                assertThat(server.connections()).isOne();
            }
        }

        @Test
        void isAcceptedWhenAnExtraAuthoritySignedItsCertificate() throws Exception {
            try (TlsServer server = TlsServer.answering(signed, BODY)) {
                VendorClient client =
                        vendor.client(options(server.url("127.0.0.1", "/api")).extraCertificates(pem(signed, "ca")));
                assertThat(FailureAssertions.await(ThingOperations.fetch(client))
                                .value())
                        .isEqualTo("one");
            }
        }

        @Test
        void isAcceptedWhenTheFileOfAuthoritiesStartsWithAByteOrderMark() throws Exception {
            Path plain = pem(signed, "ca");
            Path marked = Files.writeString(folder.resolve("marked.pem"), "\uFEFF" + Files.readString(plain));
            try (TlsServer server = TlsServer.answering(signed, BODY)) {
                VendorClient client =
                        vendor.client(options(server.url("127.0.0.1", "/api")).extraCertificates(marked));
                assertThat(FailureAssertions.await(ThingOperations.fetch(client))
                                .value())
                        .isEqualTo("one");
            }
        }

        @Test
        void isRejectedWhenItsCertificateIsExpired() throws Exception {
            Path pfx = KeyFiles.signed(
                    folder, "expired", "-ext", "san=ip:127.0.0.1", "-startdate", "-10d", "-validity", "5");
            assertRejected(pfx, "127.0.0.1", pem(pfx, "ca"));
        }

        @Test
        void isRejectedWhenItsCertificateIsForAnotherHost() throws Exception {
            Path pfx = KeyFiles.signed(folder, "elsewhere", "-ext", "san=ip:127.0.0.2,dns:vendor.example");
            assertRejected(pfx, "127.0.0.1", pem(pfx, "ca"));
        }

        @Test
        void isRejectedWhenItsCertificateIsSelfSigned() throws Exception {
            assertRejected(KeyFiles.pfx(folder, "itself", "-ext", "san=ip:127.0.0.1"), "127.0.0.1", null);
        }

        @Test
        void isRejectedWhenItsAuthorityIsUnknown() throws Exception {
            assertRejected(signed, "127.0.0.1", null);
        }
    }

    /** Runs a call against a server with a scripted TLS handshake. */
    private VendorException fetchWith(Handshake handshake, AtomicInteger connections, ClientLimits limits)
            throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(
                    () -> {
                        while (!listening.isClosed()) {
                            try (Socket socket = listening.accept()) {
                                connections.incrementAndGet();
                                handshake.handle(socket);
                            } catch (IOException e) {
                                // The client closed the connection.
                            }
                        }
                    },
                    "raw-tls");
            thread.setDaemon(true);
            thread.start();
            URI base = URI.create("https://127.0.0.1:" + listening.getLocalPort() + "/api");
            CompletableFuture<?> call =
                    ThingOperations.fetch(vendor.client(options(base).limits(limits)));
            return FailureAssertions.failure(call, FailureKind.UNAVAILABLE);
        }
    }

    private interface Handshake {
        void handle(Socket socket) throws IOException;
    }

    @Nested
    class AHandshake {
        /** ServerHello that selects TLS 1.1. */
        private final byte[] tls11 =
                HexFormat.of().parseHex("160302002a" + "02000026" + "0302" + "5a".repeat(32) + "00" + "c013" + "00");

        @Test
        void isAbortedWhenTheServerSelectsTls11() throws Exception {
            AtomicInteger connections = new AtomicInteger();
            VendorException failure = fetchWith(
                    socket -> {
                        InputStream in = socket.getInputStream();
                        OutputStream out = socket.getOutputStream();
                        in.readNBytes(5);
                        out.write(tls11);
                        in.transferTo(OutputStream.nullOutputStream());
                    },
                    connections,
                    quick().build());
            assertThat(failure).hasMessageContaining("no trustworthy TLS connection");
            assertThat(failure.attempts()).isOne();
            assertThat(connections).hasValue(1);
        }

        @Test
        void withoutAResponseTimesOutAndIsRetried() throws Exception {
            AtomicInteger connections = new AtomicInteger();
            VendorException failure = fetchWith(
                    socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()),
                    connections,
                    quick().connectTimeout(Duration.ofMillis(500)).build());
            assertThat(failure)
                    .hasMessageContaining("no connection in time; check the host, the port and the firewall");
            assertThat(failure.attempts()).isEqualTo(4);
            assertThat(connections).hasValue(4);
        }

        @Test
        void closedByTheServerIsRetried() throws Exception {
            AtomicInteger connections = new AtomicInteger();
            VendorException failure =
                    fetchWith(socket -> socket.getInputStream().read(), connections, quick().build());
            assertThat(failure).hasMessageContaining("the connection was closed before the response was complete");
            assertThat(failure.attempts()).isEqualTo(4);
            assertThat(connections).hasValue(4);
        }
    }

    @Nested
    class AProxy {
        @Test
        void tunnelsTheVendorsCertificate() throws Exception {
            Path named = KeyFiles.signed(folder, "named", "-ext", "san=dns:vendor.example");
            try (TlsServer server = TlsServer.answering(named, BODY);
                    ConnectProxyServer proxy = ConnectProxyServer.open()) {
                VendorClient client = vendor.client(options(server.url("vendor.example", "/api"))
                        .extraCertificates(pem(named, "ca"))
                        .proxy(proxy.address()));
                assertThat(FailureAssertions.await(ThingOperations.fetch(client))
                                .value())
                        .isEqualTo("one");
                assertThat(proxy.requestHeads())
                        .isNotEmpty()
                        .allSatisfy(head -> assertThat(head)
                                .startsWith("CONNECT vendor.example:" + server.port() + " HTTP/1.1\r\n")
                                .doesNotContainIgnoringCase(
                                        "bearer", "the-secret", "the-client", "proxy-authorization"));
                VendorClient clientWithoutTrust = vendor.client(
                        options(server.url("vendor.example", "/api")).proxy(proxy.address()));
                assertThat(FailureAssertions.failure(
                                ThingOperations.fetch(clientWithoutTrust), FailureKind.UNAVAILABLE))
                        .hasMessageContaining("no trustworthy TLS connection");
            }
        }

        @Test
        void receivesItsLoginAndTheVendorDoesNot() throws Exception {
            Path named = KeyFiles.signed(folder, "login", "-ext", "san=dns:vendor.example");
            try (TlsServer server = TlsServer.answering(named, BODY);
                    ConnectProxyServer proxy = ConnectProxyServer.open()) {
                HttpProxy login = HttpProxy.parse("http://us%C3%A9r:p%40ss%2F@127.0.0.1:"
                        + proxy.address().getPort());
                VendorClient client = vendor.client(options(server.url("vendor.example", "/api"))
                        .extraCertificates(pem(named, "ca"))
                        .proxy(login));
                assertThat(FailureAssertions.await(ThingOperations.fetch(client))
                                .value())
                        .isEqualTo("one");
                String expected = Base64.getEncoder().encodeToString("usér:p@ss/".getBytes(StandardCharsets.UTF_8));
                assertThat(proxy.requestHeads())
                        .isNotEmpty()
                        .allSatisfy(head -> assertThat(head)
                                .containsIgnoringCase("proxy-authorization: Basic " + expected + "\r\n"));
                assertThat(server.requests())
                        .hasSize(2)
                        .allSatisfy(request -> assertThat(request).doesNotContainIgnoringCase("proxy-", expected));
            }
        }

        @Test
        void isBypassedForTheLoopbackHost() throws Exception {
            Path named = KeyFiles.signed(folder, "here", "-ext", "san=ip:127.0.0.1,dns:localhost,dns:vendor.localhost");
            for (String host : new String[] {"127.0.0.1", "localhost", "vendor.localhost"}) {
                try (TlsServer server = TlsServer.answering(named, BODY);
                        ConnectProxyServer proxy = ConnectProxyServer.open()) {
                    VendorClient client = vendor.client(options(server.url(host, "/api"))
                            .extraCertificates(pem(named, "ca"))
                            .proxy(proxy.address()));
                    assertThat(FailureAssertions.await(ThingOperations.fetch(client))
                                    .value())
                            .isEqualTo("one");
                    assertThat(proxy.requestHeads()).isEmpty();
                }
            }
        }

        @Test
        void thatRejectsTheTunnelIsNamedInTheFailure() throws Exception {
            for (String status : new String[] {"407 Proxy Authentication Required", "403 Forbidden"}) {
                try (ConnectProxyServer proxy = ConnectProxyServer.refusing(status)) {
                    VendorClient client = vendor.client(
                            options(URI.create("https://vendor.example/api")).proxy(proxy.address()));
                    assertThat(FailureAssertions.failure(ThingOperations.fetch(client), FailureKind.UNAVAILABLE))
                            .hasMessageContaining(
                                    "the proxy did not connect; check its address, and whether it wants a "
                                            + "login or forbids the vendor's host");
                }
            }
        }
    }
}
