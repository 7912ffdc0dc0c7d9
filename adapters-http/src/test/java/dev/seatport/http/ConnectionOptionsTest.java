package dev.seatport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.support.ConnectProxyServer;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.KeyFiles;
import dev.seatport.http.support.TlsServer;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.http.ScriptedServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS and proxies of the connection to a vendor. */
class ConnectionOptionsTest {
    private static final String BODY = "{\"access_token\":\"t\",\"name\":\"one\"}";

    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    @TempDir
    private Path folder = Path.of("");

    private VendorClientOptions.Builder options(URI base) {
        return VendorClientOptions.builder(
                VendorServer.ACME,
                base,
                base.resolve("/token"),
                Credentials.clientSecret("the-client", Secret.of("the-secret")));
    }

    @Nested
    class Tls {
        private VendorException failure(String name, boolean trusted) throws Exception {
            return (VendorException) run(name, trusted);
        }

        /** Returns the result of a call to a server with a self-signed certificate for a name. */
        private Object run(String name, boolean trusted) throws Exception {
            Path pfx = KeyFiles.pfx(folder, "server", "-ext", "san=" + name);
            Path pem = folder.resolve("ca.pem");
            Files.writeString(
                    pem, KeyFiles.pem("CERTIFICATE", KeyFiles.certificate(pfx).getEncoded()));
            try (TlsServer server = TlsServer.answering(pfx, BODY)) {
                VendorClientOptions.Builder options = options(server.url("127.0.0.1", "/api"));
                VendorClient client = vendor.client(trusted ? options.extraCertificates(pem) : options);
                return FailureAssertions.await(ThingOperations.fetch(client)
                        .handle((value, failure) -> failure == null ? value.value() : failure));
            }
        }

        @Test
        void rejectsAnUntrustedServerWithoutARetry() throws Exception {
            VendorException failure = failure("ip:127.0.0.1", false);
            assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
            assertThat(failure.getMessage()).contains("no trustworthy TLS connection");
            assertThat(failure.attempts()).isOne();
        }

        @Test
        void acceptsAServerTrustedByAnExtraCertificate() throws Exception {
            assertThat(run("ip:127.0.0.1", true)).isEqualTo("one");
        }

        @Test
        void rejectsATrustedCertificateForAnotherHost() throws Exception {
            assertThat(failure("dns:vendor.example", true).getMessage()).contains("no trustworthy TLS connection");
        }

        @Test
        void rejectsAFileWithoutCertificates() throws Exception {
            for (Path file : new Path[] {
                folder.resolve("none.pem"),
                Files.writeString(folder.resolve("empty.pem"), ""),
                Files.writeString(folder.resolve("odd.pem"), "canary")
            }) {
                VendorClientOptions.Builder options =
                        options(URI.create("https://vendor.example")).extraCertificates(file);
                assertThatThrownBy(() -> vendor.client(options))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("the CA file ")
                        .hasMessageNotContaining("canary");
            }
        }
    }

    @Nested
    class Proxy {
        private InetSocketAddress address(ScriptedServer proxy) {
            return InetSocketAddress.createUnresolved(
                    "127.0.0.1", proxy.url("/").getPort());
        }

        /** The proxy would receive the client secret in clear text. */
        @ParameterizedTest
        @ValueSource(strings = {"127.0.0.1", "localhost"})
        void isBypassedByAllRequestsToTheLoopbackHost(String host) throws Exception {
            try (ScriptedServer server = ScriptedServer.answering(
                            "HTTP/1.1 200 OK\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY);
                    ConnectProxyServer proxy = ConnectProxyServer.open()) {
                URI base = URI.create("http://" + host + ":" + server.url("/").getPort() + "/api");
                VendorClient client = vendor.client(options(base).proxy(proxy.address()));
                assertThat(FailureAssertions.await(ThingOperations.fetch(client))
                                .value())
                        .isEqualTo("one");
                assertThat(server.request()).startsWith("POST /token HTTP/1.1\r\n");
                assertThat(server.request()).startsWith("GET /api/thing HTTP/1.1\r\n");
                assertThat(proxy.requestHeads()).isEmpty();
            }
        }

        @Test
        void isUsedOnlyForTheApiWhenTheTokenEndpointIsOnTheLoopbackHost() throws Exception {
            try (ScriptedServer server = ScriptedServer.answering(
                            "HTTP/1.1 200 OK\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY);
                    ConnectProxyServer proxy = ConnectProxyServer.refusing("403 Forbidden")) {
                VendorClient client = vendor.client(VendorClientOptions.builder(
                                VendorServer.ACME,
                                URI.create("https://vendor.example/api"),
                                server.url("/token"),
                                Credentials.clientSecret("the-client", Secret.of("the-secret")))
                        .limits(VendorServer.oneTry().build())
                        .proxy(proxy.address()));
                assertThat(FailureAssertions.failure(ThingOperations.fetch(client), FailureKind.UNAVAILABLE)
                                .operation())
                        .isEqualTo("thing");
                assertThat(server.request()).startsWith("POST /token HTTP/1.1\r\n");
                assertThat(proxy.requestHeads())
                        .hasSize(1)
                        .allSatisfy(head -> assertThat(head).startsWith("CONNECT vendor.example:443 HTTP/1.1\r\n"));
            }
        }

        @Test
        void receivesAConnectRequestForATlsVendor() throws Exception {
            try (ScriptedServer proxy =
                    ScriptedServer.answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")) {
                VendorClient client = vendor.client(options(URI.create("https://vendor.example/api"))
                        .limits(VendorServer.oneTry().build())
                        .proxy(address(proxy)));
                FailureAssertions.failure(ThingOperations.fetch(client), FailureKind.UNAVAILABLE);
                assertThat(proxy.request())
                        .startsWith("CONNECT vendor.example:443 HTTP/1.1\r\n")
                        .doesNotContain("the-secret");
            }
        }
    }
}
