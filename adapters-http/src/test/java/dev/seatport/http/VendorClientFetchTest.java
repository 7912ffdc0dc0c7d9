package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.failure.VendorException;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorClientFetchTest {
    private static final String GOOD = "{\"name\":\"one\",\"count\":1}";

    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    private void respondWith(ResponseDefinitionBuilder response) {
        vendor.wire().stubFor(any(urlEqualTo("/api/thing")).willReturn(response));
    }

    private void respondWith(String body) {
        respondWith(VendorServer.json(200, body));
    }

    private VendorException failure(FailureKind kind) {
        return FailureAssertions.failure(ThingOperations.fetch(vendor.client()), kind);
    }

    @Nested
    class FetchedResponse {
        @Test
        void becomesAValueWithItsProvenance() {
            respondWith(okJson(GOOD).withHeader("X-Correlation", " a-1\tb "));
            Observed<String> one = FailureAssertions.await(
                    ThingOperations.fetch(vendor.client(vendor.options().correlationHeader("x-correlation"))));
            assertThat(one.value()).isEqualTo("one");
            assertThat(one.provenance().vendor()).isEqualTo(VendorServer.ACME);
            assertThat(one.provenance().operation()).isEqualTo("thing");
            assertThat(one.provenance().at()).isEqualTo(vendor.clock().instant());
            assertThat(one.provenance().correlationId()).isEqualTo("a-1_b");
        }

        @Test
        void isReportedToTheListener() {
            respondWith(GOOD);
            FailureAssertions.await(ThingOperations.fetch(vendor.client()));
            assertThat(vendor.callListener().exchanges()).containsExactly("token 200 null", "thing 200 null");
        }

        @Test
        void followsARequestWithTheToken() {
            respondWith(GOOD);
            FailureAssertions.await(ThingOperations.fetch(vendor.client()));
            vendor.wire()
                    .verify(getRequestedFor(urlEqualTo("/api/thing"))
                            .withHeader("Authorization", equalTo("Bearer " + VendorServer.TOKEN))
                            .withHeader("Accept", equalTo("application/json"))
                            .withHeader("User-Agent", matching("seatport/[0-9].*"))
                            .withHeader("Accept-Encoding", equalTo("identity")));
            vendor.wire()
                    .verify(postRequestedFor(urlEqualTo("/token"))
                            .withHeader("User-Agent", matching("seatport/[0-9].*"))
                            .withHeader("Accept-Encoding", equalTo("identity")));
        }

        @Test
        void followsAPostRequestWithItsBody() {
            respondWith(GOOD);
            FailureAssertions.await(
                    ThingOperations.fetch(vendor.client(), ThingOperations.post(ThingOperations.THING)));
            vendor.wire()
                    .verify(postRequestedFor(urlEqualTo("/api/thing"))
                            .withHeader("Content-Type", equalTo("application/json"))
                            .withRequestBody(equalTo("{\"name\":\"asked\",\"count\":7}")));
        }

        @Test
        void mayStartWithAByteOrderMarkAndHaveUnknownFields() {
            respondWith("\uFEFF{\"name\":\"one\",\"novelty\":{\"a\":[1]}}");
            assertThat(FailureAssertions.await(ThingOperations.fetch(vendor.client()))
                            .value())
                    .isEqualTo("one");
        }

        @Test
        void isNotFollowedAsARedirect() {
            vendor.wire().stubFor(any(urlEqualTo("/trap")).willReturn(okJson(GOOD)));
            for (int status : new int[] {301, 302, 303, 307, 308}) {
                respondWith(aResponse()
                        .withStatus(status)
                        .withHeader("Location", vendor.url("/trap").toString()));
                failure(FailureKind.MALFORMED_ANSWER);
            }
            vendor.wire().verify(0, getRequestedFor(urlEqualTo("/trap")));
        }
    }

    @Nested
    class Status {
        @ParameterizedTest
        @CsvSource({
            "400,INVALID_REQUEST",
            "402,INVALID_REQUEST",
            "405,INVALID_REQUEST",
            "409,INVALID_REQUEST",
            "422,INVALID_REQUEST",
            "403,PERMISSION_DENIED",
            "404,NOT_FOUND",
            "408,UNAVAILABLE",
            "425,UNAVAILABLE",
            "429,RATE_LIMITED",
            "500,UNAVAILABLE",
            "501,UNAVAILABLE",
            "502,UNAVAILABLE",
            "503,UNAVAILABLE",
            "504,UNAVAILABLE",
            "505,UNAVAILABLE",
            "599,UNAVAILABLE",
            "300,MALFORMED_ANSWER",
            "304,MALFORMED_ANSWER"
        })
        void isMappedToAFailureKind(int status, FailureKind kind) {
            respondWith(VendorServer.json(status, "{\"error\":\"the vendor's prose\"}"));
            VendorException failure = failure(kind);
            assertThat(failure.status()).hasValue(status);
            assertThat(failure.attempts()).isOne();
            assertThat(failure.vendor()).isEqualTo(VendorServer.ACME);
            assertThat(failure.operation()).isEqualTo("thing");
            assertThat(failure.getMessage())
                    .startsWith("acme thing: " + kind + ": ")
                    .contains("(HTTP " + status + ")")
                    .doesNotContain("prose");
            assertThat(vendor.callListener().exchanges()).last().isEqualTo("thing " + status + " " + kind);
            vendor.wire().verify(1, getRequestedFor(urlEqualTo("/api/thing")));
        }

        @Test
        void of403NamesTheRequiredScope() {
            respondWith(VendorServer.json(403, ""));
            VendorException failure = FailureAssertions.failure(
                    ThingOperations.fetch(vendor.client(), ThingOperations.get(ThingOperations.SCOPED)),
                    FailureKind.PERMISSION_DENIED);
            assertThat(failure.missingScope()).hasValue("things.read");
        }

        @Test
        void keepsTheCorrelationIdAndRetryAfter() {
            respondWith(VendorServer.json(429, "")
                    .withHeader("X-Correlation", "c-1")
                    .withHeader("Retry-After", "17"));
            VendorException failure = FailureAssertions.failure(
                    ThingOperations.fetch(vendor.client(vendor.options().correlationHeader("X-Correlation"))),
                    FailureKind.RATE_LIMITED);
            assertThat(failure.correlationId()).hasValue("c-1");
            assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(17));
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "soon", "1.5", ""})
        void ignoresAnInvalidRetryAfter(String header) {
            respondWith(VendorServer.json(503, "").withHeader("Retry-After", header));
            assertThat(failure(FailureKind.UNAVAILABLE).retryAfter()).isEmpty();
        }
    }

    @Nested
    class Body {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<!DOCTYPE html><html><body>Sign in</body></html>",
                    "",
                    "   ",
                    "null",
                    "[]",
                    "\"text\"",
                    "17",
                    "{\"name\":\"Un",
                    "{\"name\":\"Uno\"} trailing",
                    "{\"name\":\"Uno\"}{\"name\":\"Due\"}",
                    "{\"name\":\"Uno\",\"name\":\"Due\"}"
                })
        void isMalformedUnlessItIsOneDocumentOfTheRightType(String body) {
            respondWith(body);
            VendorException failure = failure(FailureKind.MALFORMED_ANSWER);
            assertThat(failure.status()).hasValue(200);
            assertThat(failure.getMessage()).contains("at $").doesNotContain("Uno", "Due", "Sign", "text");
        }

        @Test
        void isNotFoundIfItIsMissing() {
            respondWith(aResponse().withStatus(204));
            assertThat(failure(FailureKind.NOT_FOUND).status()).hasValue(204);
        }

        @ParameterizedTest
        @ValueSource(strings = {"c328", "80", "e282", "eda080", "f8888080"})
        void isMalformedIfItIsNotUtf8(String bytes) {
            Buffer body = Buffer.buffer("{\"name\":\"Uno")
                    .appendBytes(HexFormat.of().parseHex(bytes))
                    .appendString("\"}");
            respondWith(aResponse().withBody(body.getBytes()));
            assertThat(failure(FailureKind.MALFORMED_ANSWER)).hasMessageNotContaining("Uno");
        }

        @Test
        void isMalformedIfItIsTooDeep() {
            respondWith("{\"name\":\"one\",\"deep\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
            assertThat(failure(FailureKind.MALFORMED_ANSWER).getMessage()).contains("larger or deeper");
        }

        @Test
        void isMalformedAtThePathOfTheInvalidValue() {
            respondWith("{\"name\":\"one\",\"count\":\"secretive\"}");
            assertThat(failure(FailureKind.MALFORMED_ANSWER).getMessage())
                    .contains("at $.count: not a whole number")
                    .doesNotContain("secretive");
            respondWith("{\"count\":1}");
            assertThat(failure(FailureKind.MALFORMED_ANSWER).getMessage()).contains("at $.name: missing");
        }

        @Test
        void isLimitedByTheOptionsOrByTheRequest() {
            respondWith("{\"name\":\"" + "x".repeat(2000) + "\"}");
            VendorClient client = vendor.client(vendor.options()
                    .limits(VendorServer.oneTry().maxResponseBytes(1000).build()));
            FailureAssertions.failure(ThingOperations.fetch(client), FailureKind.ANSWER_TOO_LARGE);
            VendorRequest withOwnLimit = VendorRequest.get(ThingOperations.THING)
                    .path("/thing")
                    .maxResponseBytes(3000)
                    .build();
            assertThat(FailureAssertions.await(ThingOperations.fetch(client, withOwnLimit))
                            .value())
                    .hasSize(2000);
        }
    }

    @Nested
    class FetchFailure {
        @Test
        void ofAnUnencodableBodyIsAnIllegalArgument() {
            VendorRequest unencodable = VendorRequest.post(ThingOperations.THING)
                    .path("/thing")
                    .json(new Object())
                    .build();
            assertThat(FailureAssertions.thrown(ThingOperations.fetch(vendor.client(), unencodable)))
                    .isInstanceOf(IllegalArgumentException.class);
            vendor.wire().verify(0, postRequestedFor(urlEqualTo("/api/thing")));
        }

        @Test
        void ofAMapperIsPassedThrough() {
            respondWith(GOOD);
            IllegalStateException bug = new IllegalStateException("a bug");
            CompletableFuture<Observed<String>> call = vendor.client()
                    .<ThingOperations.ThingDto, String>fetch(
                            () -> ThingOperations.get(ThingOperations.THING),
                            ThingOperations.ThingDto.class,
                            (dto, path, context) -> {
                                throw bug;
                            })
                    .toCompletableFuture();
            assertThat(FailureAssertions.thrown(call)).isSameAs(bug);
        }

        @Test
        void ofARequestFailsTheCallBeforeAnythingIsSent() {
            CompletableFuture<Observed<String>> call = vendor.client()
                    .fetch(
                            () -> VendorRequest.get(ThingOperations.THING)
                                    .segment("thing id", "..")
                                    .build(),
                            ThingOperations.ThingDto.class,
                            ThingOperations::name)
                    .toCompletableFuture();
            VendorException failure = FailureAssertions.failure(call, FailureKind.INVALID_REQUEST);
            assertThat(failure.attempts()).isZero();
            vendor.wire().verify(0, getRequestedFor(anyUrl()));
            assertThat(vendor.tokenRequests()).isZero();
        }

        @Test
        void ofTheConnectionIsReportedToTheListener() {
            vendor.wire()
                    .stubFor(
                            any(urlEqualTo("/api/thing")).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
            VendorException failure = failure(FailureKind.UNAVAILABLE);
            assertThat(failure.status()).isEmpty();
            assertThat(failure.attempts()).isOne();
            assertThat(vendor.callListener().exchanges()).last().isEqualTo("thing 0 UNAVAILABLE");
        }

        @Test
        void ofASlowVendorEndsAtTheRequestTimeout() {
            respondWith(okJson(GOOD).withFixedDelay(5_000));
            FailureAssertions.failure(
                    ThingOperations.fetch(vendor.client(vendor.options()
                            .limits(VendorServer.oneTry()
                                    .requestTimeout(Duration.ofMillis(200))
                                    .build()))),
                    FailureKind.TIMED_OUT);
        }
    }
}
