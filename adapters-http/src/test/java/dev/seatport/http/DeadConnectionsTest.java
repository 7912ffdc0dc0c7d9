package dev.seatport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.VendorOperation;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.http.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pooled connections that the vendor closed, which the client detects when it reuses them. */
class DeadConnectionsTest {
    private static final String BODY = "{\"name\":\"thing\"}";
    private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY;

    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    private VendorClient client(ScriptedServer server, ScriptedServer tokens, ClientLimits.Builder limits) {
        return vendor.client(VendorClientOptions.builder(
                        VendorServer.ACME,
                        server.url(""),
                        tokens.url("/token"),
                        Credentials.clientSecret("the-client", Secret.of("the-secret")))
                .limits(limits.build())
                .callListener(vendor.callListener()));
    }

    private VendorClient client(ScriptedServer server, ClientLimits.Builder limits) {
        return vendor.client(VendorClientOptions.builder(
                        VendorServer.ACME,
                        server.url(""),
                        vendor.url("/token"),
                        Credentials.clientSecret("the-client", Secret.of("the-secret")))
                .limits(limits.build())
                .callListener(vendor.callListener()));
    }

    /** Creates a server that responds to the first request of each connection, and closes the connection on the second. */
    private static ScriptedServer respondingOnce(String response) throws IOException {
        Set<ScriptedServer.Connection> served = ConcurrentHashMap.newKeySet();
        return ScriptedServer.answering(connection -> {
            if (served.add(connection)) {
                connection.send(response);
            } else {
                connection.hangUp();
            }
        });
    }

    @Test
    void costACallNeitherAnAttemptNorRetryBudget() throws IOException {
        try (ScriptedServer server = respondingOnce(GOOD)) {
            VendorClient client = client(server, VendorServer.oneTry());
            List<CompletableFuture<Observed<String>>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(ThingOperations.fetch(client));
            }
            calls.forEach(FailureAssertions::await);
            for (int i = 0; i < 20; i++) {
                assertThat(FailureAssertions.await(ThingOperations.fetch(client))
                                .value())
                        .isEqualTo("thing");
            }
        }
    }

    @Test
    void areReplacedForPostRequestsWithTheSameBody() throws Exception {
        try (ScriptedServer server = respondingOnce(GOOD)) {
            VendorClient client = client(server, VendorServer.oneTry());
            FailureAssertions.await(ThingOperations.fetch(client, ThingOperations.post(ThingOperations.THING)));
            FailureAssertions.await(ThingOperations.fetch(client, ThingOperations.post(ThingOperations.THING)));
            List<String> bodies = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String request = server.request();
                bodies.add(request.substring(request.indexOf("\r\n\r\n")));
            }
            assertThat(bodies).containsOnly(bodies.get(0));
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void areReplacedForTokenRequests() throws IOException {
        String token = VendorServer.token("token");
        try (ScriptedServer tokens =
                        respondingOnce("HTTP/1.1 200 OK\r\nContent-Length: " + token.length() + "\r\n\r\n" + token);
                ScriptedServer server = ScriptedServer.answering(GOOD)) {
            VendorClient client = client(server, tokens, VendorServer.oneTry());
            for (String scope : List.of("one", "two", "three")) {
                FailureAssertions.await(client.acquireToken(new VendorOperation(VendorServer.ACME, "thing", scope)));
            }
        }
    }

    @Test
    void areReplacedOnlyOnce() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.answering(connection -> {
            if (requests.incrementAndGet() == 1) {
                connection.send(GOOD);
            } else {
                connection.hangUp();
            }
        })) {
            VendorClient client = client(server, VendorServer.oneTry());
            FailureAssertions.await(ThingOperations.fetch(client));
            VendorException failure = FailureAssertions.failure(ThingOperations.fetch(client), FailureKind.UNAVAILABLE);
            assertThat(failure.attempts()).isOne();
            assertThat(requests).hasValue(3);
        }
    }

    @Test
    void areNotReplacedAfterTheFirstByteOfTheResponse() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.answering(connection -> {
            if (requests.incrementAndGet() == 1) {
                connection.send(GOOD);
            } else {
                connection.send("H").hangUp();
            }
        })) {
            VendorClient client = client(server, VendorServer.oneTry());
            FailureAssertions.await(ThingOperations.fetch(client));
            FailureAssertions.failure(ThingOperations.fetch(client), FailureKind.UNAVAILABLE);
            assertThat(requests).hasValue(2);
        }
    }

    @Test
    void areNotReplacedBeforeTheirFirstResponse() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.answering(connection -> {
            requests.incrementAndGet();
            connection.hangUp();
        })) {
            FailureAssertions.failure(
                    ThingOperations.fetch(client(server, VendorServer.oneTry())), FailureKind.UNAVAILABLE);
            assertThat(requests).hasValue(1);
        }
    }

    @Test
    void areReplacedAfterAReset() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.answering(connection -> {
            if (requests.incrementAndGet() == 2) {
                connection.reset();
            } else {
                connection.send(GOOD);
            }
        })) {
            VendorClient client = client(server, VendorServer.oneTry().requestTimeout(Duration.ofSeconds(30)));
            FailureAssertions.await(ThingOperations.fetch(client));
            FailureAssertions.await(ThingOperations.fetch(client));
            assertThat(requests).hasValue(3);
        }
    }
}
