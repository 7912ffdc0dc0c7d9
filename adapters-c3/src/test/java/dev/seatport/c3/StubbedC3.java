package dev.seatport.c3;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.spi.Secret;
import dev.seatport.testkit.http.RecordingListener;
import dev.seatport.testkit.http.TestResources;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** WireMock server in place of the vendor, with the adapter connected to it. Responses are set by the test. */
final class StubbedC3 implements AutoCloseable {
    static final CustomerId CUSTOMER = new CustomerId(C3.VENDOR, "9582D9F2-1234945-AB56-DADED948C1C4");
    static final TenantId TENANT = new TenantId("0f96f6b1-fe7f-4322-8567-152d0f2ff171");
    static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    static final String TOKEN_PATH = "/directory/oauth2/token";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final Vertx vertx = Vertx.vertx();
    private final RecordingListener callListener = new RecordingListener();

    static StubbedC3 start() {
        StubbedC3 vendor = new StubbedC3();
        vendor.server.start();
        return vendor.reset();
    }

    /** Removes responses, requests and drift, and serves tokens again. */
    StubbedC3 reset() {
        server.resetAll();
        callListener.clear();
        return token(200, TestResources.read("c3/token/documented.json"));
    }

    /** Sets the response of the token endpoint. */
    StubbedC3 token(int status, String body) {
        server.stubFor(post(urlPathEqualTo(TOKEN_PATH))
                .atPriority(1)
                .willReturn(aResponse().withStatus(status).withBody(body)));
        return this;
    }

    /** Sets the response of all other requests. */
    StubbedC3 respond(int status, String body) {
        ResponseDefinitionBuilder response = aResponse().withStatus(status).withBody(body);
        // Longer than the maximum backoff. Otherwise the rate limiter delays the call until its timeout.
        server.stubFor(any(anyUrl())
                .atPriority(10)
                .willReturn(status == 429 ? response.withHeader("Retry-After", "121") : response));
        return this;
    }

    StubbedC3 fixture(String name) {
        return respond(200, TestResources.read("c3/" + name));
    }

    C3 connect() {
        return connect(options("the-resource"));
    }

    C3 connect(C3Options.Builder options) {
        return C3.connect(vertx, options.build());
    }

    C3Options.Builder options(String resource) {
        return C3Options.builder(URI.create(server.baseUrl()), "client", Secret.of("CONFIDENTIAL-secret"), resource)
                .tokenUrl(URI.create(server.baseUrl() + TOKEN_PATH))
                .callListener(callListener)
                .clock(() -> NOW);
    }

    List<String> drifts() {
        return callListener.driftTexts();
    }

    /** Returns the received requests, with token requests. */
    List<LoggedRequest> requests() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    /** Returns the received requests without token requests. */
    List<LoggedRequest> calls() {
        return requests().stream()
                .filter(request -> !request.getUrl().equals(TOKEN_PATH))
                .toList();
    }

    Vertx vertx() {
        return vertx;
    }

    String baseUrl() {
        return server.baseUrl();
    }

    @Override
    public void close() {
        vertx.close().await();
        server.stop();
    }
}
