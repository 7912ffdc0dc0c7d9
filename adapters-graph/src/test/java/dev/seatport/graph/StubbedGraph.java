package dev.seatport.graph;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.testkit.http.RecordingListener;
import dev.seatport.testkit.http.TestResources;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Flow;

/** WireMock server in place of Graph, with the adapter connected to it. Responses are set by the test. */
final class StubbedGraph implements AutoCloseable {
    static final String CONTRACTS = "/v1.0/contracts";
    static final String SKUS = "/v1.0/subscribedSkus";
    static final String SUBSCRIPTIONS = "/v1.0/directory/subscriptions";
    static final String TENANT = "c7a91d3e-52b8-4f06-8e1d-3b9f604a72c5";
    static final CustomerId CUSTOMER = new CustomerId(Graph.VENDOR, TENANT);
    static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    static final String REQUEST_ID = "3c5f7d90-6e1b-48a2-b4d7-0f92c8e61a3d";
    private static final String TOKEN_PATHS = "/[^/]+/oauth2/v2.0/token";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final Vertx vertx = Vertx.vertx();
    private final RecordingListener callListener = new RecordingListener();

    static StubbedGraph start() {
        StubbedGraph vendor = new StubbedGraph();
        vendor.server.start();
        return vendor.reset();
    }

    /** Removes requests and drift, and serves tokens and the documented responses again. */
    StubbedGraph reset() {
        server.resetAll();
        callListener.clear();
        token(200, TestResources.read("graph/token/documented.json"));
        respond(CONTRACTS, 200, TestResources.read("graph/contracts/documented.json"));
        respond(SKUS, 200, TestResources.read("graph/subscribed-skus/documented.json"));
        return respond(SUBSCRIPTIONS, 200, TestResources.read("graph/subscriptions/documented.json"));
    }

    /** Sets the response of all token endpoints. */
    StubbedGraph token(int status, String body) {
        server.stubFor(post(urlPathMatching(TOKEN_PATHS))
                .willReturn(aResponse().withStatus(status).withBody(body)));
        return this;
    }

    /** Sets the response of a path. */
    StubbedGraph respond(String path, int status, String body) {
        server.stubFor(any(urlPathEqualTo(path))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("request-id", REQUEST_ID)
                        // Longer than any wait that the client accepts, which is two minutes. So a call that is
                        // throttled fails at once, and its pause is the maximum backoff.
                        .withHeader("Retry-After", "121")
                        .withBody(body)));
        return this;
    }

    /** Sets the rows of a path. */
    StubbedGraph rows(String path, JsonObject... rows) {
        return respond(
                path,
                200,
                new JsonObject().put("value", new JsonArray(List.of(rows))).encode());
    }

    Graph connect() {
        return connect(options());
    }

    Graph connect(GraphOptions.Builder options) {
        return Graph.connect(vertx, options.build());
    }

    GraphOptions.Builder options() {
        return ConnectedGraph.options(URI.create(server.baseUrl()))
                .callListener(callListener)
                .clock(() -> NOW);
    }

    /** Returns the licenses of the documented tenant. */
    Flow.Publisher<Observed<LicenseConsumption>> licenses() {
        return connect().licenses().consumption(CUSTOMER, new TenantId(TENANT));
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
                .filter(request -> !request.getUrl().matches(TOKEN_PATHS))
                .toList();
    }

    Vertx vertx() {
        return vertx;
    }

    URI baseUrl() {
        return URI.create(server.baseUrl());
    }

    @Override
    public void close() {
        vertx.close().await();
        server.stop();
    }
}
