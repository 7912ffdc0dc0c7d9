package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.support.DemandSubscriber;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.listing.Listings;
import dev.seatport.testkit.http.ScriptedServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClosingTest {
    private static final String GOOD = "{\"name\":\"one\"}";

    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    @Test
    void rejectsNewCallsOfEveryKind() {
        vendor.wire().stubFor(any(urlEqualTo("/api/thing")).willReturn(okJson(GOOD)));
        VendorClient client = vendor.client();
        FailureAssertions.await(ThingOperations.fetch(client));
        client.close();
        client.close();
        vendor.wire().resetRequests();
        assertThat(FailureAssertions.failure(ThingOperations.fetch(client), FailureKind.CLOSED))
                .hasMessage("acme thing: CLOSED: this client was closed");
        PagedNumbersQuery query = new PagedNumbersQuery(vendor, 10);
        assertThat(FailureAssertions.await(Listings.collect(query.publisher(client)))
                        .failure()
                        .map(failure -> failure.kind()))
                .hasValue(FailureKind.CLOSED);
        vendor.wire().verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void endsAListingBetweenTwoPages() {
        PagedNumbersQuery query = new PagedNumbersQuery(vendor, 10);
        query.serve(1, 10, 0, 10, 20);
        VendorClient client = vendor.client();
        DemandSubscriber<Observed<Long>> subscriber =
                DemandSubscriber.of(query.publisher(client)).request(10);
        subscriber.next(10);
        client.close();
        subscriber.request(1);
        assertThat(FailureAssertions.vendorException(subscriber.failure()).kind())
                .isEqualTo(FailureKind.CLOSED);
        assertThat(query.requestedPages()).hasSize(1);
    }

    @Test
    void rejectsQueuedCallsAndLetsCallsInProgressFinish() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.answering(connection -> {
            if (!wait(release)) {
                throw new IOException("not released in time");
            }
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n" + GOOD);
        })) {
            VendorClient client = vendor.client(VendorClientOptions.builder(
                    VendorServer.ACME,
                    server.url(""),
                    vendor.url("/token"),
                    Credentials.clientSecret("c", Secret.of("s"))));
            List<CompletableFuture<Observed<String>>> calls = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                calls.add(ThingOperations.fetch(client));
            }
            for (int i = 0; i < 8; i++) {
                server.request();
            }
            client.close();
            for (CompletableFuture<Observed<String>> queued : calls.subList(8, 12)) {
                FailureAssertions.failure(queued, FailureKind.CLOSED);
            }
            release.countDown();
            for (CompletableFuture<Observed<String>> inProgress : calls.subList(0, 8)) {
                assertThat(FailureAssertions.await(inProgress).value()).isEqualTo("one");
            }
            assertThat(server.clientClosed()).isTrue();
        }
    }

    @Test
    void letsACallFinishThatWaitsForItsToken() throws Exception {
        vendor.wire().stubFor(any(urlEqualTo("/api/thing")).willReturn(okJson(GOOD)));
        CountDownLatch release = new CountDownLatch(1);
        String token = VendorServer.token("t");
        try (ScriptedServer slow = ScriptedServer.answering(connection -> {
            if (wait(release)) {
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + token.length() + "\r\n\r\n" + token);
            }
        })) {
            VendorClient client = vendor.client(VendorClientOptions.builder(
                    VendorServer.ACME,
                    vendor.url("/api"),
                    slow.url("/token"),
                    Credentials.clientSecret("c", Secret.of("s"))));
            CompletableFuture<Observed<String>> call = ThingOperations.fetch(client);
            slow.request();
            client.close();
            release.countDown();
            assertThat(FailureAssertions.await(call).value()).isEqualTo("one");
        }
    }

    @Test
    void ofItsVertxFailsLaterCalls() {
        VendorClient client = vendor.client();
        FailureAssertions.await(vendor.vertx().close().toCompletionStage());
        FailureAssertions.failure(ThingOperations.fetch(client), FailureKind.CLOSED);
        client.close();
        client.close();
    }

    @Test
    void ofItsVertxFailsQueuedCallsAndCallsBetweenRetries() throws Exception {
        String rateLimited = "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 60\r\nContent-Length: 0\r\n\r\n";
        try (ScriptedServer server = ScriptedServer.answering(rateLimited)) {
            VendorClient client = vendor.client(VendorClientOptions.builder(
                            VendorServer.ACME,
                            server.url(""),
                            vendor.url("/token"),
                            Credentials.clientSecret("c", Secret.of("s")))
                    .callListener(vendor.callListener()));
            List<CompletableFuture<Observed<String>>> calls = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                calls.add(ThingOperations.fetch(client));
            }
            server.request();
            FailureAssertions.await(vendor.vertx().close().toCompletionStage());
            for (CompletableFuture<Observed<String>> call : calls) {
                FailureAssertions.failure(call, FailureKind.CLOSED);
            }
            assertThat(server.clientClosed()).isTrue();
        }
    }

    @Test
    void isAllowedOnTheEventLoop() {
        vendor.wire().stubFor(any(urlEqualTo("/api/thing")).willReturn(okJson(GOOD)));
        VendorClient client = vendor.client();
        FailureAssertions.await(ThingOperations.fetch(client).thenAccept(ignored -> client.close()));
        FailureAssertions.failure(ThingOperations.fetch(client), FailureKind.CLOSED);
    }

    private static boolean wait(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
