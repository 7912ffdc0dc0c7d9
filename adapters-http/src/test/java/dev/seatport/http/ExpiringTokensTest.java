package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.testkit.http.ScriptedServer;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tokens that the vendor rejects while calls with them are in progress. */
class ExpiringTokensTest {
    private static final String UNAUTHORIZED = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n";
    private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"name\":\"one\"}";

    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    private final AtomicInteger requests = new AtomicInteger();

    /** Stubs a sequence of different tokens. */
    @BeforeEach
    void stubTokens() {
        vendor.wire().resetMappings();
        for (int i = 1; i <= 9; i++) {
            vendor.wire()
                    .stubFor(post(urlEqualTo("/token"))
                            .inScenario("tokens")
                            .whenScenarioStateIs(i == 1 ? STARTED : "token-" + i)
                            .willReturn(okJson(VendorServer.token("token-" + i)))
                            .willSetStateTo("token-" + (i + 1)));
        }
    }

    private VendorClient client(ScriptedServer server) {
        return vendor.client(VendorClientOptions.builder(
                VendorServer.ACME,
                server.url(""),
                vendor.url("/token"),
                Credentials.clientSecret("c", Secret.of("s"))));
    }

    private static void assertBearer(ScriptedServer server, String token) throws InterruptedException {
        assertThat(server.request()).containsIgnoringCase("authorization: Bearer " + token);
    }

    @Test
    void aSecond401IsIgnoredIfTheTokenWasReplacedMeanwhile() throws Exception {
        CountDownLatch replaced = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.answering(connection -> {
            switch (requests.incrementAndGet()) {
                case 1, 3 -> connection.send(UNAUTHORIZED);
                case 2 -> {
                    await(replaced);
                    connection.send(UNAUTHORIZED);
                }
                default -> connection.send(GOOD);
            }
        })) {
            VendorClient client = client(server);
            CompletableFuture<Observed<String>> first = ThingOperations.fetch(client);
            assertBearer(server, "token-1");
            assertBearer(server, "token-2");
            assertThat(FailureAssertions.await(ThingOperations.fetch(client)).value())
                    .isEqualTo("one");
            assertBearer(server, "token-2");
            assertBearer(server, "token-3");
            replaced.countDown();
            assertThat(FailureAssertions.await(first).value()).isEqualTo("one");
            assertBearer(server, "token-3");
            assertThat(vendor.tokenRequests()).isEqualTo(3);
        }
    }

    @Test
    void aSecond401ForTheLatestTokenFailsTheCall() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(UNAUTHORIZED)) {
            FailureAssertions.failure(ThingOperations.fetch(client(server)), FailureKind.AUTHENTICATION_FAILED);
            assertBearer(server, "token-1");
            assertBearer(server, "token-2");
            assertThat(vendor.tokenRequests()).isEqualTo(2);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IOException("not released in time");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
