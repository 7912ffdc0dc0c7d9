package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.ErrorBodyFields;
import dev.seatport.http.spi.ErrorBodyParser;
import dev.seatport.http.spi.ErrorDetails;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.TokenMetadata;
import dev.seatport.http.spi.TokenUrl;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.failure.VendorException;
import dev.seatport.testkit.http.ScriptedServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls for audiences: each has its own token, and all share one client. */
class AudiencesTest {
    private static final String THING = "{\"name\":\"one\"}";

    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    @BeforeEach
    void serve() {
        vendor.wire().stubFor(get(urlEqualTo("/api/thing")).willReturn(okJson(THING)));
        for (String audience : List.of("one", "two")) {
            tokens(audience, okJson(VendorServer.token("token-of-" + audience)));
        }
    }

    private void tokens(String audience, ResponseDefinitionBuilder response) {
        vendor.wire().stubFor(post(urlEqualTo("/login/" + audience + "/token")).willReturn(response));
    }

    private VendorClientOptions.Builder options() {
        return options(vendor.url("/api"), vendor.url("/login")).callListener(vendor.callListener());
    }

    private static VendorClientOptions.Builder options(URI baseUrl, URI loginUrl) {
        return VendorClientOptions.builder(
                        VendorServer.ACME,
                        baseUrl,
                        TokenUrl.perAudience(loginUrl, "/token"),
                        Credentials.clientSecret("the-client", Secret.of("the-secret")))
                .limits(VendorServer.oneTry().build());
    }

    private static CompletableFuture<Observed<String>> fetch(VendorClient client, String audience) {
        return client.fetch(
                        () -> VendorRequest.get(ThingOperations.SCOPED)
                                .audience(audience)
                                .path("/thing")
                                .build(),
                        ThingOperations.ThingDto.class,
                        ThingOperations::name)
                .toCompletableFuture();
    }

    private static void respond(ScriptedServer.Connection connection, String body) throws IOException {
        connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
    }

    private int tokenRequests(String audience) {
        return vendor.wire()
                .findAll(postRequestedFor(urlEqualTo("/login/" + audience + "/token")))
                .size();
    }

    @Nested
    class Tokens {
        @Test
        void areSentToTheirAudienceOnly() {
            VendorClient client = vendor.client(options());
            for (String audience : List.of("one", "two", "one")) {
                FailureAssertions.await(fetch(client, audience));
            }
            vendor.wire()
                    .verify(2, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer token-of-one")));
            vendor.wire()
                    .verify(1, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer token-of-two")));
            assertThat(tokenRequests("one")).isOne();
            assertThat(tokenRequests("two")).isOne();
        }

        @Test
        void areRequestedOnceForConcurrentCalls() {
            VendorClient client = vendor.client(options());
            List<CompletableFuture<Observed<String>>> calls = IntStream.range(0, 40)
                    .mapToObj(call -> fetch(client, call % 2 == 0 ? "one" : "two"))
                    .toList();
            calls.forEach(FailureAssertions::await);
            assertThat(tokenRequests("one")).isOne();
            assertThat(tokenRequests("two")).isOne();
        }

        @Test
        void areAcquiredForAnAudienceWithoutACall() {
            VendorClient client = vendor.client(options());
            TokenMetadata token =
                    FailureAssertions.await(client.acquireToken(ThingOperations.SCOPED.forAudience("one")));
            assertThat(token.scope()).isEqualTo("things.read");
            FailureAssertions.await(fetch(client, "one"));
            assertThat(tokenRequests("one")).isOne();
        }

        @Test
        void areFetchedAgainBeyondTheLimitOfTheCache() {
            VendorClient client = vendor.client(
                    options().limits(VendorServer.oneTry().maxCachedTokens(1).build()));
            for (String audience : List.of("one", "two", "one")) {
                FailureAssertions.await(fetch(client, audience));
            }
            assertThat(tokenRequests("one")).isEqualTo(2);
        }

        @Test
        void ofManyAudiencesUseOnePool() throws Exception {
            AtomicInteger tokenRequests = new AtomicInteger();
            try (ScriptedServer server = ScriptedServer.answering(connection -> {
                String request = connection.request();
                boolean token = request.startsWith("POST /login/tenant-");
                respond(connection, token ? VendorServer.token("token-" + tokenRequests.incrementAndGet()) : THING);
            })) {
                VendorClient client = vendor.client(options(server.url("/api"), server.url("/login")));
                List<CompletableFuture<Observed<String>>> calls = IntStream.range(0, 300)
                        .mapToObj(tenant -> fetch(client, "tenant-" + tenant))
                        .toList();
                calls.forEach(FailureAssertions::await);
                assertThat(tokenRequests).hasValue(300);
                assertThat(server.connections())
                        .isLessThanOrEqualTo(ClientLimits.defaults().maxConcurrentCalls());
            }
        }
    }

    @Nested
    class Failures {
        private VendorException failure(VendorClient client, String audience, FailureKind kind) {
            VendorException failure = FailureAssertions.failure(fetch(client, audience), kind);
            assertThat(failure.audience()).hasValue(audience);
            assertThat(failure.getMessage()).contains("(audience " + audience);
            return failure;
        }

        @Test
        void ofTheApiNameTheirAudience() {
            VendorClient client = vendor.client(options());
            vendor.wire().stubFor(get(urlEqualTo("/api/thing")).willReturn(VendorServer.json(403, "")));
            assertThat(failure(client, "one", FailureKind.PERMISSION_DENIED).missingScope())
                    .hasValue("things.read");
            vendor.wire().stubFor(get(urlEqualTo("/api/thing")).willReturn(okJson("{")));
            failure(client, "two", FailureKind.MALFORMED_ANSWER);
            vendor.wire().stubFor(get(urlEqualTo("/api/thing")).willReturn(okJson("{}")));
            failure(client, "two", FailureKind.MALFORMED_ANSWER);
            vendor.wire().stubFor(get(urlEqualTo("/api/thing")).willReturn(VendorServer.json(204, "")));
            failure(client, "one", FailureKind.NOT_FOUND);
            client.close();
            failure(client, "one", FailureKind.CLOSED);
        }

        @Test
        void ofATokenConcernItsAudienceOnly() {
            tokens("one", VendorServer.json(400, "{\"error\":\"unauthorized_client\",\"error_codes\":[700016]}"));
            VendorClient client = vendor.client(options());
            VendorException failure = failure(client, "one", FailureKind.AUTHENTICATION_FAILED);
            assertThat(failure.operation()).isEqualTo("token");
            assertThat(failure).hasMessageContaining("with code 700016 (HTTP 400)");
            FailureAssertions.await(fetch(client, "two"));
        }

        @Test
        void ofATokenHaveTheKindOfTheVendorsParser() {
            tokens(
                    "one",
                    VendorServer.json(
                            400,
                            "{\"error\":\"invalid_request\",\"error_codes\":[90002],\"error_description\":\"canary\"}"));
            ErrorBodyParser parser = new ErrorBodyParser() {
                @Override
                public ErrorDetails parse(int status, ErrorBodyFields body) {
                    return ErrorDetails.NONE;
                }

                @Override
                public ErrorDetails parseTokenError(int status, ErrorBodyFields body) {
                    FailureKind kind = body.texts("error_codes").contains("90002") ? FailureKind.NOT_FOUND : null;
                    return new ErrorDetails(kind, body.text("error_description"), List.of(), null);
                }
            };
            VendorException failure =
                    failure(vendor.client(options().errorBodyParser(parser)), "one", FailureKind.NOT_FOUND);
            assertThat(failure)
                    .hasMessageContaining("with code 90002 (HTTP 400)")
                    .hasMessageNotContaining("canary");
            assertThat(failure.attempts()).isOne();
        }

        @Test
        void ofARefusedTokenRenewTheTokenOfTheirAudienceOnly() {
            VendorClient client = vendor.client(options());
            FailureAssertions.await(fetch(client, "one"));
            FailureAssertions.await(fetch(client, "two"));
            vendor.wire()
                    .stubFor(get(urlEqualTo("/api/thing"))
                            .withHeader("Authorization", equalTo("Bearer token-of-one"))
                            .willReturn(VendorServer.json(401, "")));
            failure(client, "one", FailureKind.AUTHENTICATION_FAILED);
            FailureAssertions.await(fetch(client, "two"));
            assertThat(tokenRequests("one")).isEqualTo(2);
            assertThat(tokenRequests("two")).isOne();
        }

        @Test
        void ofARequestWithoutAnAudienceComeBeforeAnyRequest() {
            VendorException failure = FailureAssertions.failure(
                    ThingOperations.fetch(vendor.client(options())), FailureKind.INVALID_REQUEST);
            assertThat(failure).hasMessageContaining("the request names no audience");
            vendor.wire().verify(0, anyRequestedFor(anyUrl()));
        }

        @Test
        void ofAnAudienceThatTheTokenUrlDoesNotHaveComeBeforeAnyRequest() {
            VendorException failure =
                    FailureAssertions.failure(fetch(vendor.client(), "one"), FailureKind.INVALID_REQUEST);
            assertThat(failure).hasMessageContaining("the request names an audience");
            vendor.wire().verify(0, anyRequestedFor(anyUrl()));
        }

        @Test
        void ofAnAudienceThatMustNotAppearInAPathComeBeforeAnyRequest() {
            VendorException failure =
                    FailureAssertions.failure(fetch(vendor.client(options()), "../one"), FailureKind.INVALID_REQUEST);
            assertThat(failure).hasMessageContaining("the audience cannot be sent: it holds");
            vendor.wire().verify(0, anyRequestedFor(anyUrl()));
        }

        @Test
        void ofAFullQueueNameTheirAudience() throws Exception {
            CompletableFuture<Void> released = new CompletableFuture<>();
            try (ScriptedServer server = ScriptedServer.answering(connection -> {
                if (connection.request().startsWith("GET ")) {
                    FailureAssertions.await(released);
                }
                respond(connection, connection.request().startsWith("GET ") ? THING : VendorServer.token("a-token"));
            })) {
                VendorClient client = vendor.client(options(server.url("/api"), server.url("/login"))
                        .limits(VendorServer.oneTry()
                                .maxConcurrentCalls(1)
                                .maxQueuedCalls(1)
                                .build()));
                CompletableFuture<Observed<String>> active = fetch(client, "one");
                CompletableFuture<Observed<String>> queued = fetch(client, "one");
                failure(client, "two", FailureKind.OVERLOADED);
                released.complete(null);
                FailureAssertions.await(active);
                FailureAssertions.await(queued);
            }
        }
    }
}
