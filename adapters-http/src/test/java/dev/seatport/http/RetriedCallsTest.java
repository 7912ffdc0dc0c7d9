package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.ErrorDetails;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.http.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class RetriedCallsTest {
    private static final ResponseDefinitionBuilder GOOD = okJson("{\"name\":\"one\"}");

    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    private static ClientLimits.Builder quick() {
        return ClientLimits.builder().maxBackoff(Duration.ofMillis(2));
    }

    private VendorClient client(ClientLimits.Builder limits) {
        return vendor.client(vendor.options().limits(limits.build()).random(new Random(5)));
    }

    private VendorClient clientOf(URI base) {
        return vendor.client(VendorClientOptions.builder(
                        VendorServer.ACME,
                        base,
                        vendor.url("/token"),
                        Credentials.clientSecret("the-client", Secret.of("the-secret")))
                .limits(quick().build()));
    }

    private void respondWith(ResponseDefinitionBuilder response) {
        vendor.wire().stubFor(any(urlEqualTo("/api/thing")).willReturn(response));
    }

    /** Stubs the first responses, each once, and the response after them. */
    private void respondInTurn(ResponseDefinitionBuilder last, ResponseDefinitionBuilder... first) {
        for (int i = 0; i <= first.length; i++) {
            vendor.wire()
                    .stubFor(any(urlEqualTo("/api/thing"))
                            .inScenario("turns")
                            .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "turn " + i)
                            .willReturn(i < first.length ? first[i] : last)
                            .willSetStateTo("turn " + Math.min(i + 1, first.length)));
        }
    }

    private List<LoggedRequest> sentRequests() {
        return vendor.wire().findAll(anyRequestedFor(urlEqualTo("/api/thing")));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408, 425})
    void succeedAfterTwoTransientFailures(int status) {
        VendorClient client = client(quick());
        for (VendorRequest request :
                List.of(ThingOperations.get(ThingOperations.THING), ThingOperations.post(ThingOperations.THING))) {
            vendor.wire().resetScenarios();
            vendor.wire().resetRequests();
            respondInTurn(GOOD, VendorServer.json(status, ""), VendorServer.json(status, "<html>"));
            assertThat(FailureAssertions.await(ThingOperations.fetch(client, request))
                            .value())
                    .isEqualTo("one");
            assertThat(sentRequests()).hasSize(3);
            assertThat(sentRequests())
                    .extracting(LoggedRequest::getMethod)
                    .containsOnly(sentRequests().get(0).getMethod());
            assertThat(sentRequests())
                    .extracting(LoggedRequest::getBodyAsString)
                    .containsOnly(sentRequests().get(0).getBodyAsString());
        }
        assertThat(vendor.callListener().retries()).containsExactly("thing 1", "thing 2", "thing 1", "thing 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 505, 400, 403, 404, 409, 422, 302})
    void areNotRetriedAfterAPermanentFailure(int status) {
        respondWith(VendorServer.json(status, ""));
        assertThat(FailureAssertions.failure(ThingOperations.fetch(client(quick())))
                        .attempts())
                .isOne();
        assertThat(sentRequests()).hasSize(1);
    }

    @Test
    void failWithTheNumberOfRequestsSent() {
        respondWith(VendorServer.json(503, ""));
        VendorException failure =
                FailureAssertions.failure(ThingOperations.fetch(client(quick())), FailureKind.UNAVAILABLE);
        assertThat(failure.attempts()).isEqualTo(4);
        assertThat(sentRequests()).hasSize(4);
    }

    @Test
    void areAllDelayedAfterOneRateLimitResponse() {
        respondInTurn(GOOD, VendorServer.json(429, "").withHeader("Retry-After", "1"));
        VendorClient client = client(quick());
        CompletableFuture<Observed<String>> throttled = ThingOperations.fetch(client);
        FailureAssertions.await(throttled);
        long start = System.nanoTime();
        respondInTurn(GOOD, VendorServer.json(429, "").withHeader("Retry-After", "1"));
        vendor.wire().resetScenarios();
        CompletableFuture<Observed<String>> first = ThingOperations.fetch(client);
        CompletableFuture<Observed<String>> second = first.thenCompose(ignored -> ThingOperations.fetch(client));
        FailureAssertions.await(second);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
        assertThat(vendor.callListener().throttles()).isEqualTo(2);
    }

    @Test
    void areDelayedIfTheyLeaveTheQueueAfterARateLimitResponse() {
        VendorClient client = client(quick().maxConcurrentCalls(2));
        respondWith(GOOD);
        FailureAssertions.await(ThingOperations.fetch(client));
        respondInTurn(
                GOOD,
                okJson("{\"name\":\"one\"}").withFixedDelay(200),
                VendorServer.json(429, "").withHeader("Retry-After", "1"));
        long start = System.nanoTime();
        CompletableFuture<Observed<String>> first = ThingOperations.fetch(client);
        CompletableFuture<Observed<String>> second = ThingOperations.fetch(client);
        CompletableFuture<Observed<String>> queued = ThingOperations.fetch(client);
        FailureAssertions.await(queued);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
        FailureAssertions.await(first);
        FailureAssertions.await(second);
        assertThat(sentRequests()).hasSize(5);
    }

    @Test
    void failImmediatelyIfRetryAfterExceedsTheDeadline() {
        respondWith(VendorServer.json(429, "").withHeader("Retry-After", "121"));
        VendorException failure =
                FailureAssertions.failure(ThingOperations.fetch(client(quick())), FailureKind.RATE_LIMITED);
        assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(121));
        assertThat(failure.attempts()).isOne();
    }

    @Test
    void failImmediatelyIfThePauseExceedsTheirDeadline() {
        respondWith(VendorServer.json(429, "").withHeader("Retry-After", "60"));
        VendorClient client = client(quick().deadline(Duration.ofSeconds(30)));
        FailureAssertions.failure(ThingOperations.fetch(client), FailureKind.RATE_LIMITED);
        VendorException next = FailureAssertions.failure(ThingOperations.fetch(client), FailureKind.RATE_LIMITED);
        assertThat(next.attempts()).isZero();
        assertThat(next.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(40), Duration.ofMinutes(1));
        assertThat(sentRequests()).hasSize(1);
    }

    @Test
    void stayWithinTheRetryBudgetAndRecoverImmediately() {
        respondWith(VendorServer.json(503, ""));
        VendorClient client = client(quick());
        List<CompletableFuture<Observed<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            calls.add(ThingOperations.fetch(client));
        }
        calls.forEach(call -> FailureAssertions.failure(call, FailureKind.UNAVAILABLE));
        assertThat(sentRequests()).hasSize(1_010);
        respondWith(GOOD);
        assertThat(FailureAssertions.await(ThingOperations.fetch(client)).value())
                .isEqualTo("one");
        assertThat(sentRequests()).hasSize(1_011);
    }

    @Test
    void areRetriedWhenTheBodyOfA200DeclaresUnavailable() {
        String busy = "{\"name\":[],\"busy\":\"yes\"}";
        respondInTurn(GOOD, VendorServer.json(200, busy), VendorServer.json(200, busy));
        VendorClient client = vendor.client(vendor.options()
                .limits(quick().build())
                .errorBodyParser((status, body) -> "yes".equals(body.text("busy"))
                        ? new ErrorDetails(FailureKind.UNAVAILABLE, null, List.of(), null)
                        : ErrorDetails.NONE));
        assertThat(FailureAssertions.await(ThingOperations.fetch(client)).value())
                .isEqualTo("one");
        assertThat(sentRequests()).hasSize(3);
    }

    @Test
    void areRetriedAtMostTwiceWhenTheBodyIsTruncated() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(connection -> connection
                .send("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"na")
                .hangUp())) {
            VendorException failure =
                    FailureAssertions.failure(ThingOperations.fetch(clientOf(server.url(""))), FailureKind.UNAVAILABLE);
            assertThat(failure.attempts()).isEqualTo(3);
        }
    }

    @Test
    void areNotRetriedWhenTheJsonIsTruncated() {
        respondWith(VendorServer.json(200, "{\"name\":\"on"));
        FailureAssertions.failure(ThingOperations.fetch(client(quick())), FailureKind.MALFORMED_ANSWER);
        assertThat(sentRequests()).hasSize(1);
    }

    @Test
    void areRetriedWhenTheConnectionIsRefused() throws IOException {
        URI closedPort;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closedPort = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
        assertThat(FailureAssertions.failure(ThingOperations.fetch(clientOf(closedPort)), FailureKind.UNAVAILABLE)
                        .attempts())
                .isEqualTo(4);
    }

    @Test
    void endAtTheirDeadlineAndReleaseTheirPermits() {
        respondWith(GOOD);
        VendorClient client = client(quick().maxConcurrentCalls(2).deadline(Duration.ofMillis(400)));
        FailureAssertions.await(ThingOperations.fetch(client));
        respondWith(aResponse().withStatus(200).withFixedDelay(5_000));
        List<CompletableFuture<Observed<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(ThingOperations.fetch(client));
        }
        calls.forEach(call -> FailureAssertions.failure(call, FailureKind.TIMED_OUT));
        respondWith(GOOD);
        for (int i = 0; i < 6; i++) {
            FailureAssertions.await(ThingOperations.fetch(client));
        }
    }

    @Test
    void sendNothingAfterCancellationDuringABackoff() {
        respondInTurn(GOOD, VendorServer.json(503, "").withHeader("Retry-After", "1"));
        VendorClient client = client(quick());
        CompletableFuture<Observed<String>> call = ThingOperations.fetch(client);
        while (vendor.callListener().retries().isEmpty()) {
            Thread.onSpinWait();
        }
        call.cancel(true);
        FailureAssertions.await(ThingOperations.fetch(client));
        assertThat(sentRequests()).hasSize(2);
    }

    @Test
    void areRejectedImmediatelyWhenTheQueueIsFull() {
        respondWith(okJson("{\"name\":\"one\"}").withFixedDelay(50));
        VendorClient client = client(quick());
        List<CompletableFuture<Observed<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            calls.add(ThingOperations.fetch(client));
        }
        int rejected = 0;
        for (CompletableFuture<Observed<String>> call : calls) {
            if (call.handle((value, failure) -> failure != null).join()) {
                assertThat(FailureAssertions.failure(call, FailureKind.OVERLOADED)
                                .attempts())
                        .isZero();
                rejected++;
            }
        }
        assertThat(rejected).isBetween(8_000, 8_992);
        assertThat(sentRequests()).hasSize(10_000 - rejected);
    }

    @Test
    void areDeliveredOnTheConfiguredExecutor() {
        respondWith(okJson("{\"name\":\"one\"}").withFixedDelay(200));
        ExecutorService executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "result-executor"));
        try {
            VendorClient client = vendor.client(vendor.options().executor(executor));
            CompletableFuture<String> thread = ThingOperations.fetch(client)
                    .thenApply(one -> Thread.currentThread().getName());
            assertThat(FailureAssertions.<String>await(thread)).isEqualTo("result-executor");
        } finally {
            executor.shutdown();
        }
    }
}
