package dev.seatport.sandbox;

import static dev.seatport.sandbox.SandboxClient.ALL_SCOPES;
import static dev.seatport.sandbox.SandboxClient.GENERAL;
import static dev.seatport.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxTest {
    private Sandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withCustomers(30));
        client = new SandboxClient(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void reportsTheUrlsOfItsEndpoints() {
        String root = "http://127.0.0.1:" + sandbox.port();
        assertThat(sandbox.avePointBaseUrl()).isEqualTo(root + "/avepoint");
        assertThat(sandbox.avePointTokenUrl()).isEqualTo(root + "/avepoint-identity/connect/token");
        assertThat(sandbox.c3BaseUrl()).isEqualTo(root + "/c3");
        assertThat(sandbox.c3TokenUrl()).isEqualTo(root + "/c3-identity/oauth2/token");
        assertThat(sandbox.fleet().size()).isEqualTo(30);
    }

    @Test
    void reportsAPortInUseInOneLine() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Sandbox.start(SandboxOptions.defaults().withPort(sandbox.port())))
                .withMessageContaining("127.0.0.1:" + sandbox.port())
                .withMessageContaining("in use")
                .withMessageNotContaining("\n");
    }

    @Test
    void releasesThePortOnCloseAndCanBeClosedTwice() {
        int port = sandbox.port();
        sandbox.close();
        sandbox.close();
        try (Sandbox again = Sandbox.start(SandboxOptions.defaults().withPort(port))) {
            assertThat(again.port()).isEqualTo(port);
        }
    }

    @Test
    void closesOpenConnections() throws IOException {
        try (Socket socket = connect()) {
            request(socket, "GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            assertThat(sandbox.openConnections()).isEqualTo(1);
            sandbox.close();
            assertThat(sandbox.openConnections()).isZero();
        }
    }

    @Test
    void logsRequestsInOrderAndUndecoded() {
        String token = client.avePointToken(ALL_SCOPES);
        client.send("GET", sandbox.avePointBaseUrl() + "/partner/customers/a%2Fb?x=%20", token, null);
        client.send("POST", sandbox.avePointBaseUrl() + GENERAL + "/batch", token, "{\"customerIds\":[]}");
        List<ReceivedRequest> requests = sandbox.requests();
        assertThat(requests).hasSize(3);
        assertThat(requests.get(1))
                .isEqualTo(new ReceivedRequest("GET", "/avepoint/partner/customers/a%2Fb", "x=%20", "", 404));
        assertThat(requests.get(2))
                .isEqualTo(
                        new ReceivedRequest("POST", "/avepoint" + GENERAL + "/batch", "", "{\"customerIds\":[]}", 200));
        sandbox.clearRequests();
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void masksTheSecretsOfTokenRequests() {
        client.avePointToken(ALL_SCOPES);
        client.c3Token();
        assertThat(sandbox.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.body()).contains("client_secret=***").doesNotContain("s%2B");
            assertThat(request.status()).isEqualTo(200);
        });
        assertThat(sandbox.toString()).doesNotContain(sandbox.avePointClientSecret());
    }

    @Test
    void rejectsABodyOverOneMebibyte() {
        String token = client.avePointToken(ALL_SCOPES);
        String fits = "{}" + " ".repeat((1 << 20) - 2);
        String url = sandbox.avePointBaseUrl() + GENERAL + "/batch";
        assertThat(client.send("POST", url, token, fits).statusCode()).isEqualTo(200);
        assertThat(client.send("POST", url, token, fits + " ").statusCode()).isEqualTo(413);
        assertThat(sandbox.requests().get(2).body()).isEmpty();
    }

    @Test
    void sendsNotFoundForOtherPrefixes() {
        assertThat(client.send("GET", "http://127.0.0.1:" + sandbox.port() + "/", null, null)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void rejectsAnInvalidEscape() throws IOException {
        try (Socket socket = connect()) {
            request(socket, "GET /avepoint/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(response).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void acceptsIdsOfTenThousandCharacters() {
        HttpResponse<String> response = client.avePointGet("/partner/customers/" + "9".repeat(10_000));
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("request-id")).isPresent();
    }

    @Test
    void servesAnEmptyFleet() {
        try (Sandbox empty = Sandbox.start(SandboxOptions.defaults().withCustomers(0))) {
            SandboxClient other = new SandboxClient(empty);
            assertThat(json(other.avePointGet("/partner/customers")).path("value"))
                    .isEmpty();
            assertThat(json(other.avePointPost(GENERAL + "/batch", "{}")).path("data"))
                    .isEmpty();
            assertThat(json(other.c3Get("/api/activecustomers/details/")).path("Data"))
                    .isEmpty();
        }
    }

    @Test
    void listsThousandsOfCustomersInOneDocument() {
        try (Sandbox large = Sandbox.start(SandboxOptions.defaults().withCustomers(3_000))) {
            SandboxClient other = new SandboxClient(large);
            assertThat(json(other.avePointGet("/partner/customers")).path("value"))
                    .hasSize(3_000);
            assertThat(json(other.c3Get("/api/activecustomers/details/")).path("Data"))
                    .hasSizeGreaterThan(3_000);
        }
    }

    @Test
    void stopsAListingWhenTheClientDisconnects() throws IOException {
        try (Sandbox large = Sandbox.start(SandboxOptions.defaults().withCustomers(20_000))) {
            String token = new SandboxClient(large).c3Token();
            int others = large.openConnections();
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), large.port())) {
                request(
                        socket,
                        "GET /c3/api/activecustomers/details/ HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                                + "\r\n\r\n");
                assertThat(socket.getInputStream().readNBytes(1_000)).hasSize(1_000);
                assertThat(large.openConnections()).isEqualTo(others + 1);
            }
            awaitConnections(large, others);
        }
    }

    @Test
    void acceptsARequestWithoutClientHeaders() {
        HttpResponse<String> response = client.exchange(HttpRequest.newBuilder(URI.create(sandbox.c3TokenUrl())));
        assertThat(response.statusCode()).isEqualTo(405);
    }

    @Test
    void rejectsInvalidOptions() {
        SandboxOptions options = SandboxOptions.defaults();
        assertThatThrownBy(() -> options.withCustomers(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withPort(65_536)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withTenantsOfFirstCustomer(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withTokenLifetime(Duration.ofMillis(999)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static void awaitConnections(Sandbox of, int expected) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (of.openConnections() != expected && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(of.openConnections()).isEqualTo(expected);
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), sandbox.port());
    }

    private static void request(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
