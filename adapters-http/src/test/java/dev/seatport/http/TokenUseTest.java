package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.failure.VendorException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenUseTest {
    private static final String GOOD = "{\"name\":\"one\"}";

    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    @BeforeEach
    void accept() {
        accept(VendorServer.TOKEN);
    }

    /** Stubs a vendor that accepts only this token. */
    private void accept(String token) {
        vendor.wire().stubFor(any(urlEqualTo("/api/thing")).willReturn(VendorServer.json(401, "")));
        vendor.wire()
                .stubFor(any(urlEqualTo("/api/thing"))
                        .withHeader("Authorization", equalTo("Bearer " + token))
                        .willReturn(okJson(GOOD)));
    }

    private static List<CompletableFuture<Observed<String>>> fetch(VendorClient client, int times) {
        List<CompletableFuture<Observed<String>>> calls = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            calls.add(ThingOperations.fetch(client));
        }
        return calls;
    }

    @Nested
    class OneRequest {
        @Test
        void servesTwoHundredConcurrentCallers() {
            vendor.tokens(okJson(VendorServer.token(VendorServer.TOKEN)).withFixedDelay(100));
            fetch(vendor.client(), 200).forEach(FailureAssertions::await);
            assertThat(vendor.tokenRequests()).isOne();
        }

        @Test
        void servesAllCallsWhileTheTokenIsValid() {
            VendorClient client = vendor.client();
            FailureAssertions.await(ThingOperations.fetch(client));
            vendor.clock().advance(Duration.ofSeconds(2900));
            FailureAssertions.await(ThingOperations.fetch(client));
            assertThat(vendor.tokenRequests()).isOne();
            vendor.clock().advance(Duration.ofSeconds(700));
            fetch(client, 50).forEach(FailureAssertions::await);
            assertThat(vendor.tokenRequests()).isEqualTo(2);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 3, 7})
        void servesTheOthersWhenOneIsCancelled(int cancelled) {
            vendor.tokens(okJson(VendorServer.token(VendorServer.TOKEN)).withFixedDelay(300));
            List<CompletableFuture<Observed<String>>> calls = fetch(vendor.client(), 8);
            calls.get(cancelled).cancel(true);
            calls.remove(cancelled);
            calls.forEach(FailureAssertions::await);
            assertThat(vendor.tokenRequests()).isOne();
        }

        @Test
        void failsForAllWaitingCallsAndIsRepeatedForTheNext() {
            VendorClient client = vendor.client();
            vendor.tokens(VendorServer.json(503, "").withFixedDelay(200));
            fetch(client, 8).forEach(call -> FailureAssertions.failure(call, FailureKind.UNAVAILABLE));
            assertThat(vendor.tokenRequests()).isOne();
            vendor.tokens(okJson(VendorServer.token(VendorServer.TOKEN)));
            FailureAssertions.await(ThingOperations.fetch(client));
        }

        @Test
        void isMadeForEachScope() {
            VendorClient client = vendor.client();
            FailureAssertions.await(ThingOperations.fetch(client));
            FailureAssertions.await(ThingOperations.fetch(client, ThingOperations.get(ThingOperations.SCOPED)));
            FailureAssertions.await(ThingOperations.fetch(client, ThingOperations.get(ThingOperations.SCOPED)));
            List<LoggedRequest> requests = vendor.wire().findAll(postRequestedFor(urlEqualTo("/token")));
            assertThat(requests)
                    .extracting(LoggedRequest::getBodyAsString)
                    .containsExactly(
                            "grant_type=client_credentials&client_id=the-client&client_secret=the-secret",
                            "grant_type=client_credentials&client_id=the-client&client_secret=the-secret"
                                    + "&scope=things.read");
        }

        @Test
        void encodesAdditionalFields() {
            Credentials credentials = Credentials.clientSecret("a b", Secret.of("p&q=r+s%"))
                    .withParameter("resource", "https://vendor.example/x?y=z");
            FailureAssertions.await(ThingOperations.fetch(vendor.client(VendorClientOptions.builder(
                    VendorServer.ACME, vendor.url("/api"), vendor.url("/token"), credentials))));
            vendor.wire()
                    .verify(postRequestedFor(urlEqualTo("/token"))
                            .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                            .withRequestBody(
                                    equalTo("grant_type=client_credentials&client_id=a+b&client_secret=p%26q%3Dr%2Bs%25"
                                            + "&resource=https%3A%2F%2Fvendor.example%2Fx%3Fy%3Dz")));
        }
    }

    @Nested
    class Unauthorized {
        private VendorClient clientWithStaleToken() {
            VendorClient client = vendor.client();
            FailureAssertions.await(ThingOperations.fetch(client));
            vendor.tokens(okJson(VendorServer.token("token-2")));
            accept("token-2");
            vendor.wire().resetRequests();
            return client;
        }

        @Test
        void causesOneTokenRequestAndOneReplayWithTheSameBody() {
            VendorClient client = clientWithStaleToken();
            assertThat(FailureAssertions.await(
                                    ThingOperations.fetch(client, ThingOperations.post(ThingOperations.THING)))
                            .value())
                    .isEqualTo("one");
            assertThat(vendor.tokenRequests()).isOne();
            List<LoggedRequest> sent = vendor.wire().findAll(postRequestedFor(urlEqualTo("/api/thing")));
            assertThat(sent)
                    .extracting(LoggedRequest::getBodyAsString)
                    .containsExactly("{\"name\":\"asked\",\"count\":7}", "{\"name\":\"asked\",\"count\":7}");
            assertThat(sent)
                    .extracting(request -> request.header("Authorization").firstValue())
                    .containsExactly("Bearer token-1", "Bearer token-2");
        }

        @Test
        void causesOneTokenRequestForAllAffectedCalls() {
            VendorClient client = clientWithStaleToken();
            fetch(client, 100).forEach(FailureAssertions::await);
            assertThat(vendor.tokenRequests()).isOne();
        }

        @Test
        void doesNotAffectQueuedCalls() {
            VendorClient client = clientWithStaleToken();
            fetch(client, 100).forEach(FailureAssertions::await);
            int maxConcurrent = ClientLimits.defaults().maxConcurrentCalls();
            assertThat(vendor.wire().findAll(getRequestedFor(urlEqualTo("/api/thing"))))
                    .hasSizeBetween(101, 100 + maxConcurrent);
        }

        @Test
        void twiceFailsTheCall() {
            accept("none");
            VendorException failure = FailureAssertions.failure(
                    ThingOperations.fetch(vendor.client()), FailureKind.AUTHENTICATION_FAILED);
            assertThat(failure.attempts()).isEqualTo(2);
            assertThat(failure.status()).hasValue(401);
            assertThat(failure.getMessage()).contains("check the client id");
            assertThat(vendor.tokenRequests()).isEqualTo(2);
            vendor.wire().verify(2, getRequestedFor(urlEqualTo("/api/thing")));
        }

        @Test
        void failsTheCallWhenNoNewTokenIsIssued() {
            VendorClient client = clientWithStaleToken();
            vendor.tokens(VendorServer.json(401, "{\"error\":\"invalid_client\"}"));
            FailureAssertions.failure(ThingOperations.fetch(client), FailureKind.AUTHENTICATION_FAILED);
            vendor.wire().verify(1, getRequestedFor(urlEqualTo("/api/thing")));
        }
    }

    @Nested
    class TokenError {
        private VendorException tokenFailure(int status, String body, FailureKind kind) {
            vendor.tokens(VendorServer.json(status, body));
            VendorException failure = FailureAssertions.failure(
                    ThingOperations.fetch(vendor.client(), ThingOperations.get(ThingOperations.SCOPED)), kind);
            assertThat(failure.operation()).isEqualTo("token");
            vendor.wire().verify(0, getRequestedFor(anyUrl()));
            return failure;
        }

        @ParameterizedTest
        @ValueSource(strings = {"invalid_client", "unauthorized_client", "invalid_grant"})
        void ofTheCredentialsIsAuthenticationFailed(String error) {
            VendorException failure = tokenFailure(
                    400,
                    "{\"error\":\"" + error + "\",\"error_description\":\"AADSTS7000215 prose\"}",
                    FailureKind.AUTHENTICATION_FAILED);
            assertThat(failure.getMessage())
                    .contains(error, "check the client id and the client secret")
                    .doesNotContain("AADSTS");
            assertThat(failure.status()).hasValue(400);
        }

        @Test
        void ofTheScopeIsPermissionDeniedAndNamesIt() {
            VendorException failure = tokenFailure(400, "{\"error\":\"invalid_scope\"}", FailureKind.PERMISSION_DENIED);
            assertThat(failure.missingScope()).hasValue("things.read");
        }

        @Test
        void ofAnotherKindIsMappedByItsStatus() {
            assertThat(tokenFailure(400, "{\"error\":\"made_up secret\"}", FailureKind.INVALID_REQUEST)
                            .getMessage())
                    .doesNotContain("made_up");
            tokenFailure(404, "", FailureKind.NOT_FOUND);
            tokenFailure(404, "<html>", FailureKind.UNAVAILABLE);
            tokenFailure(429, "", FailureKind.RATE_LIMITED);
            tokenFailure(500, "[]", FailureKind.UNAVAILABLE);
            tokenFailure(302, "", FailureKind.MALFORMED_ANSWER);
        }

        @Test
        void thatIsTransientIsRetriedUnderAnyStatus() {
            vendor.wire()
                    .stubFor(post(urlEqualTo("/token"))
                            .inScenario("busy")
                            .whenScenarioStateIs(Scenario.STARTED)
                            .willReturn(VendorServer.json(
                                    400, "{\"error\":\"temporarily_unavailable\",\"error_codes\":[90033]}"))
                            .willSetStateTo("fine"));
            vendor.wire()
                    .stubFor(post(urlEqualTo("/token"))
                            .inScenario("busy")
                            .whenScenarioStateIs("fine")
                            .willReturn(okJson(VendorServer.token(VendorServer.TOKEN))));
            VendorClient client = vendor.client(vendor.options()
                    .limits(ClientLimits.builder()
                            .attempts(2)
                            .maxBackoff(Duration.ofMillis(1))
                            .build()));
            assertThat(FailureAssertions.await(ThingOperations.fetch(client)).value())
                    .isEqualTo("one");
            assertThat(vendor.tokenRequests()).isEqualTo(2);
        }

        @Test
        void sendsNoSecretToARedirect() {
            vendor.wire().stubFor(post(urlEqualTo("/trap")).willReturn(okJson(VendorServer.token("trapped"))));
            vendor.tokens(VendorServer.json(307, "")
                    .withHeader("Location", vendor.url("/trap").toString()));
            FailureAssertions.failure(ThingOperations.fetch(vendor.client()), FailureKind.MALFORMED_ANSWER);
            vendor.wire().verify(0, postRequestedFor(urlEqualTo("/trap")));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<html><body>Sign in</body></html>",
                    "",
                    "null",
                    "[]",
                    "{}",
                    "{\"access_token\":null}",
                    "{\"access_token\":\"\"}",
                    "{\"access_token\":17}",
                    "{\"access_token\":\"a\\r\\nX-Evil: 1\"}",
                    "{\"access_token\":\"a b\"}",
                    "{\"access_token\":\"abc\",\"token_type\":\"mac\"}"
                })
        void isMalformedForAnInvalidTokenUnderAGoodStatus(String body) {
            assertThat(tokenFailure(200, body, FailureKind.MALFORMED_ANSWER).getMessage())
                    .contains("check the token URL")
                    .doesNotContain("Evil", "Sign in", "abc");
        }

        @Test
        void isTooLargeBeyondItsOwnLimit() {
            for (int length : new int[] {70_000, 10 * 1024 * 1024}) {
                tokenFailure(200, "{\"access_token\":\"" + "x".repeat(length) + "\"}", FailureKind.ANSWER_TOO_LARGE);
            }
        }
    }
}
