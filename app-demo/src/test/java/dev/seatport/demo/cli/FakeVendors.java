package dev.seatport.demo.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fake of both vendors on one port. A test sets the responses. Each token request succeeds by default. */
final class FakeVendors implements AutoCloseable {
    static final String SECRET = "CANARY-secret";
    static final String TOKEN = "CANARY-token";

    private static final String TOKEN_PATHS = "/(avepoint|c3)-identity/.*";
    private static final String ALL_CUSTOMERS = "/avepoint/partner/external/v3/general/customers/batch";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    static FakeVendors start() {
        FakeVendors vendors = new FakeVendors();
        vendors.server.start();
        vendors.reset();
        return vendors;
    }

    /** Removes all responses and requests. Token requests succeed again. */
    void reset() {
        server.resetAll();
        token(aResponse()
                .withBody("{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}"));
    }

    /** Sets the response of both token endpoints. */
    void token(ResponseDefinitionBuilder response) {
        server.stubFor(post(urlPathMatching(TOKEN_PATHS)).atPriority(1).willReturn(response));
    }

    /** Sets the response to every call. */
    void respond(int status, String body) {
        respond(any(anyUrl()).atPriority(10), status, body);
    }

    /** Sets the response to every call. */
    void respond(ResponseDefinitionBuilder response) {
        server.stubFor(any(anyUrl()).atPriority(10).willReturn(response));
    }

    /** Sets a page of AvePoint's listings, whose total is {@code total}. */
    void page(int index, int total, String... rows) {
        String body = "{\"data\":[" + String.join(",", rows) + "],\"metadata\":{\"pageIndex\":" + index
                + ",\"pageSize\":100,\"totalCount\":" + total + "}}";
        respond(any(anyUrl()).withQueryParam("pageIndex", equalTo("" + index)), 200, body);
    }

    /** Sets an error response for a page. */
    void brokenPage(int index, int status) {
        respond(any(anyUrl()).withQueryParam("pageIndex", equalTo("" + index)), status, "{}");
    }

    /** Sets AvePoint's complete listing of customers. */
    void customers(String... rows) {
        page(1, rows.length, rows);
    }

    /** Sets C3's response to every call. */
    void c3(String data) {
        respond(
                any(urlPathMatching("/c3/.*")),
                200,
                "{\"Status\":\"Success\",\"RequestCorrelationID\":\"c-1\",\"Data\":" + data + "}");
    }

    private void respond(MappingBuilder call, int status, String body) {
        server.stubFor(call.willReturn(
                aResponse().withStatus(status).withHeader("request-id", "rq-7").withBody(body)));
    }

    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String vendor : List.of("avepoint", "c3")) {
            settings.put("seatport." + vendor + ".base-url", server.baseUrl() + "/" + vendor);
            settings.put("seatport." + vendor + ".token-url", tokenUrl(vendor));
            settings.put("seatport." + vendor + ".client-id", "client");
            settings.put("seatport." + vendor + ".client-secret", SECRET);
        }
        settings.put("seatport.c3.resource", "resource");
        return settings;
    }

    String tokenUrl(String vendor) {
        return server.baseUrl() + "/" + vendor + "-identity/token";
    }

    /** Returns all requests so far, including token requests. */
    List<LoggedRequest> requests() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    /** Returns all requests so far except token requests. */
    List<LoggedRequest> calls() {
        return requests().stream()
                .filter(request -> !request.getUrl().matches(TOKEN_PATHS))
                .toList();
    }

    /** Returns the form fields of the only token request. */
    Map<String, String> tokenForm() {
        List<LoggedRequest> tokenRequests = requests().stream()
                .filter(request -> request.getUrl().matches(TOKEN_PATHS))
                .toList();
        if (tokenRequests.size() != 1) {
            throw new AssertionError(tokenRequests.size() + " token requests");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : tokenRequests.get(0).getBodyAsString().split("&", -1)) {
            int at = field.indexOf('=');
            fields.put(decode(field.substring(0, at)), decode(field.substring(at + 1)));
        }
        return fields;
    }

    static boolean listsCustomers(LoggedRequest request) {
        return request.getUrl().startsWith(ALL_CUSTOMERS);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Returns a row of AvePoint's customers. */
    static String customer(String id, String organization) {
        return "{\"id\":" + JsonQuoting.json(id) + ",\"organization\":" + JsonQuoting.json(organization)
                + ",\"ownerEmail\":\"o@example.com\",\"jobStatus\":1,\"countryOrRegion\":\"Norway\",\"tenants\":[]}";
    }

    @Override
    public void close() {
        server.stop();
    }
}
