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

/** Both vendors on one port, which answer what a test tells them to, and a token to whoever asks. */
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

    /** Forgets answers and requests; tokens are given out again. */
    void reset() {
        server.resetAll();
        token(aResponse()
                .withBody("{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}"));
    }

    /** What both token endpoints answer. */
    void token(ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlPathMatching(TOKEN_PATHS)).atPriority(1).willReturn(answer));
    }

    /** What every call is answered. */
    void answer(int status, String body) {
        answer(any(anyUrl()).atPriority(10), status, body);
    }

    /** What every call is answered. */
    void answer(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).atPriority(10).willReturn(answer));
    }

    /** A page of AvePoint's listings, which promise so many rows. */
    void page(int index, int total, String... rows) {
        String body = "{\"data\":[" + String.join(",", rows) + "],\"metadata\":{\"pageIndex\":" + index
                + ",\"pageSize\":100,\"totalCount\":" + total + "}}";
        answer(any(anyUrl()).withQueryParam("pageIndex", equalTo("" + index)), 200, body);
    }

    /** What the call for a page is answered instead. */
    void brokenPage(int index, int status) {
        answer(any(anyUrl()).withQueryParam("pageIndex", equalTo("" + index)), status, "{}");
    }

    /** AvePoint's whole listing of customers. */
    void customers(String... rows) {
        page(1, rows.length, rows);
    }

    /** C3's answer to every call. */
    void c3(String data) {
        answer(
                any(urlPathMatching("/c3/.*")),
                200,
                "{\"Status\":\"Success\",\"RequestCorrelationID\":\"c-1\",\"Data\":" + data + "}");
    }

    private void answer(MappingBuilder call, int status, String body) {
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

    /** All requests so far, token requests among them. */
    List<LoggedRequest> requests() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    /** All requests so far but token requests. */
    List<LoggedRequest> calls() {
        return requests().stream()
                .filter(request -> !request.getUrl().matches(TOKEN_PATHS))
                .toList();
    }

    /** The form fields of the only token request. */
    Map<String, String> tokenForm() {
        List<LoggedRequest> asked = requests().stream()
                .filter(request -> request.getUrl().matches(TOKEN_PATHS))
                .toList();
        if (asked.size() != 1) {
            throw new AssertionError(asked.size() + " token requests");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : asked.get(0).getBodyAsString().split("&", -1)) {
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

    /** A row of AvePoint's customers. */
    static String customer(String id, String organization) {
        return "{\"id\":" + JsonQuoting.json(id) + ",\"organization\":" + JsonQuoting.json(organization)
                + ",\"ownerEmail\":\"o@example.com\",\"jobStatus\":1,\"countryOrRegion\":\"Norway\",\"tenants\":[]}";
    }

    @Override
    public void close() {
        server.stop();
    }
}
