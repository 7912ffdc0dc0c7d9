package dev.seatport.avepoint;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.http.spi.Secret;
import dev.seatport.testkit.http.RecordingListener;
import dev.seatport.testkit.http.TestResources;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** WireMock server in place of the vendor, with the adapter connected to it. Responses are set by the test. */
final class StubbedAvePoint implements AutoCloseable {
    static final CustomerId CUSTOMER = new CustomerId(AvePoint.VENDOR, "00427fbc-8832-46cf-a1d2-582fa46ec638");
    static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    static final String TOKEN_PATH = "/connect/token";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final Vertx vertx = Vertx.vertx();
    private final RecordingListener callListener = new RecordingListener();

    static StubbedAvePoint start() {
        StubbedAvePoint vendor = new StubbedAvePoint();
        vendor.server.start();
        return vendor.reset();
    }

    /** Removes responses, requests and drift, and serves tokens again. */
    StubbedAvePoint reset() {
        server.resetAll();
        callListener.clear();
        return token(200, TestResources.read("avepoint/token/documented.json"));
    }

    /** Sets the response of the token endpoint. */
    StubbedAvePoint token(int status, String body) {
        server.stubFor(post(urlPathEqualTo(TOKEN_PATH))
                .atPriority(1)
                .willReturn(aResponse().withStatus(status).withBody(body)));
        return this;
    }

    /** Sets the response of all other requests. */
    StubbedAvePoint respond(int status, String body) {
        return respond(any(anyUrl()).atPriority(10), status, body);
    }

    StubbedAvePoint fixture(String name) {
        return respond(200, TestResources.read("avepoint/" + name));
    }

    /** Sets the response of requests for a page. */
    StubbedAvePoint page(int index, String name) {
        return respond(
                any(anyUrl()).withQueryParam("pageIndex", equalTo(String.valueOf(index))),
                200,
                TestResources.read("avepoint/" + name));
    }

    private StubbedAvePoint respond(MappingBuilder call, int status, String body) {
        ResponseDefinitionBuilder response =
                aResponse().withStatus(status).withHeader("request-id", "rq-7").withBody(body);
        // Longer than the maximum backoff. Otherwise the rate limiter delays the call until its timeout.
        server.stubFor(call.willReturn(status == 429 ? response.withHeader("Retry-After", "121") : response));
        return this;
    }

    /** Delays all responses except tokens. */
    StubbedAvePoint slow(Duration delay) {
        server.stubFor(
                any(anyUrl()).atPriority(10).willReturn(aResponse().withFixedDelay(Math.toIntExact(delay.toMillis()))));
        return this;
    }

    AvePoint connect() {
        return connect(AvePointApiVersion.CURRENT);
    }

    AvePoint connect(AvePointApiVersion api) {
        return connect(options().api(api));
    }

    AvePoint connect(AvePointOptions.Builder options) {
        return AvePoint.connect(vertx, options.build());
    }

    AvePointOptions.Builder options() {
        return AvePointOptions.builder("client", Secret.of("CONFIDENTIAL-secret"))
                .baseUrl(URI.create(server.baseUrl()))
                .tokenUrl(URI.create(server.baseUrl() + TOKEN_PATH))
                .callListener(callListener)
                .clock(() -> NOW);
    }

    int repeated() {
        return callListener.repeated();
    }

    List<String> drifts() {
        return callListener.driftTexts();
    }

    RecordingListener callListener() {
        return callListener;
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
