package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.RateLimitStatus;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.TokenUrl;
import dev.seatport.http.spi.VendorRequest;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.failure.VendorException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rate limits of single audiences, and announced limits. */
class AudienceRateLimitsTest {
    private static final String THING = "{\"name\":\"one\"}";

    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    @BeforeEach
    void serve() {
        for (String audience : List.of("one", "two")) {
            vendor.wire()
                    .stubFor(post(urlEqualTo("/login/" + audience + "/token"))
                            .willReturn(okJson(VendorServer.token("token-of-" + audience))));
            respond(audience, okJson(THING));
        }
    }

    private void respond(String audience, ResponseDefinitionBuilder response) {
        vendor.wire()
                .stubFor(get(urlEqualTo("/api/thing"))
                        .withHeader("Authorization", equalTo("Bearer token-of-" + audience))
                        .willReturn(response));
    }

    private static ResponseDefinitionBuilder refusal(String scope, int seconds) {
        return VendorServer.json(429, "")
                .withHeader("Retry-After", String.valueOf(seconds))
                .withHeader("X-Limit-Scope", scope);
    }

    private VendorClient client(ClientLimits.Builder limits) {
        return vendor.client(options(limits));
    }

    private VendorClient client(ClientLimits.Builder limits, LongSupplier nanos) {
        return vendor.client(options(limits).nanos(nanos));
    }

    private VendorClientOptions.Builder options(ClientLimits.Builder limits) {
        return VendorClientOptions.builder(
                        VendorServer.ACME,
                        vendor.url("/api"),
                        TokenUrl.perAudience(vendor.url("/login"), "/token"),
                        Credentials.clientSecret("the-client", Secret.of("the-secret")))
                .rateLimitParser(header -> RateLimitStatus.of(
                        "tenant".equals(header.apply("x-limit-scope"))
                                ? RateLimitStatus.Scope.AUDIENCE
                                : RateLimitStatus.Scope.CLIENT,
                        header.apply("x-limit-used")))
                .callListener(vendor.callListener())
                .limits(limits.build());
    }

    private static CompletableFuture<Observed<String>> fetch(VendorClient client, String audience) {
        return client.fetch(
                        () -> VendorRequest.get(ThingOperations.THING)
                                .audience(audience)
                                .path("/thing")
                                .build(),
                        ThingOperations.ThingDto.class,
                        ThingOperations::name)
                .toCompletableFuture();
    }

    private int requests(String audience) {
        return vendor.wire()
                .findAll(getRequestedFor(urlEqualTo("/api/thing"))
                        .withHeader("Authorization", equalTo("Bearer token-of-" + audience)))
                .size();
    }

    private static ClientLimits.Builder shortDeadline() {
        return ClientLimits.builder().deadline(Duration.ofSeconds(20));
    }

    @Nested
    class ARefusal {
        @Test
        void ofOneAudiencePausesThatAudienceOnly() {
            respond("one", refusal("tenant", 60));
            VendorClient client = client(shortDeadline());

            VendorException refused = FailureAssertions.failure(fetch(client, "one"), FailureKind.RATE_LIMITED);
            assertThat(refused.retryAfter()).hasValue(Duration.ofSeconds(60));
            assertThat(refused.audience()).hasValue("one");
            VendorException paused = FailureAssertions.failure(fetch(client, "one"), FailureKind.RATE_LIMITED);
            assertThat(paused.attempts()).isZero();
            assertThat(paused.audience()).hasValue("one");
            assertThat(paused)
                    .hasMessageContaining("the pause after a rate-limit response is longer than this call may take");
            FailureAssertions.await(fetch(client, "two"));

            assertThat(requests("one")).isOne();
            assertThat(vendor.callListener().throttles()).isOne();
        }

        @Test
        void ofTheClientPausesAllAudiences() {
            respond("one", refusal("application", 60));
            VendorClient client = client(shortDeadline());

            FailureAssertions.failure(fetch(client, "one"), FailureKind.RATE_LIMITED);
            VendorException paused = FailureAssertions.failure(fetch(client, "two"), FailureKind.RATE_LIMITED);

            assertThat(paused.attempts()).isZero();
            assertThat(requests("two")).isZero();
        }

        @Test
        void ofOneAudienceHoldsNoPermitDuringThePause() {
            respond("one", refusal("tenant", 60));
            VendorClient client = client(ClientLimits.builder().maxConcurrentCalls(1));
            CompletableFuture<Observed<String>> one = fetch(client, "one");
            CompletableFuture<Observed<String>> alsoOne = fetch(client, "one");

            FailureAssertions.await(fetch(client, "two"));

            assertThat(one).isNotDone();
            assertThat(alsoOne).isNotDone();
            client.close();
            FailureAssertions.failure(one, FailureKind.CLOSED);
            FailureAssertions.failure(alsoOne, FailureKind.CLOSED);
            assertThat(requests("one")).isOne();
        }

        @Test
        void ofOneAudienceUsesUpNoAttempt() {
            for (int refusals = 0; refusals < 6; refusals++) {
                vendor.wire()
                        .stubFor(get(urlEqualTo("/api/thing"))
                                .withHeader("Authorization", equalTo("Bearer token-of-one"))
                                .inScenario("refusals")
                                .whenScenarioStateIs(refusals == 0 ? Scenario.STARTED : "refused " + refusals)
                                .willSetStateTo("refused " + (refusals + 1))
                                .willReturn(refusal("tenant", 0)));
            }

            ClientLimits.Builder limits = ClientLimits.builder().attempts(2).maxBackoff(Duration.ofMillis(1));
            FailureAssertions.await(fetch(client(limits), "one"));

            assertThat(requests("one")).isEqualTo(7);
            assertThat(vendor.callListener().retries()).hasSize(6);
        }

        @Test
        void ofOneAudiencePausesTheCallsThatWaitInTheRateLimiter() {
            respond("one", refusal("tenant", 115));
            VendorClient client = client(
                    ClientLimits.builder().requestsPerSecond(0.02).deadline(Duration.ofSeconds(70)),
                    vendor.clock()::nanos);
            CompletableFuture<Observed<String>> refused = fetch(client, "one");
            CompletableFuture<Observed<String>> waiting = fetch(client, "one");
            FailureAssertions.failure(refused, FailureKind.RATE_LIMITED);
            assertThat(waiting).isNotDone();

            vendor.clock().advance(Duration.ofSeconds(51));
            CompletableFuture<Observed<String>> next = fetch(client, "two");

            assertThat(FailureAssertions.failure(waiting, FailureKind.RATE_LIMITED)
                            .attempts())
                    .isZero();
            assertThat(requests("one")).isOne();
            assertThat(next).isNotDone();
        }

        @Test
        void ofOneAudienceIsFinalWithoutRetries() {
            respond("one", refusal("tenant", 0));
            FailureAssertions.failure(fetch(client(VendorServer.oneTry()), "one"), FailureKind.RATE_LIMITED);
            assertThat(requests("one")).isOne();
        }

        @Test
        void ofOneAudienceLeavesOtherFailuresOfItAsTheyAre() {
            respond("one", VendorServer.json(403, "").withHeader("X-Limit-Scope", "tenant"));
            VendorClient client = client(ClientLimits.builder());
            FailureAssertions.failure(fetch(client, "one"), FailureKind.PERMISSION_DENIED);
            respond("one", okJson(THING));
            FailureAssertions.await(fetch(client, "one"));
        }
    }

    /** The clock of the client stands still until the test advances it, so its pauses do not depend on the speed of the machine. */
    @Nested
    class AnAnnouncedLimit {
        private final AtomicLong nanos = new AtomicLong();

        private VendorClient client(ClientLimits.Builder limits) {
            return AudienceRateLimitsTest.this.client(limits, nanos::get);
        }

        @Test
        void slowsTheClientBeforeARefusal() {
            respond("one", okJson(THING).withHeader("X-Limit-Used", "1.2"));
            VendorClient client = client(ClientLimits.builder());
            FailureAssertions.await(fetch(client, "one"));
            FailureAssertions.await(fetch(client, "one"));
            CompletableFuture<Observed<String>> slowed = fetch(client, "one");
            // A token request has its own rate limiter, and comes after the request of a call that does not wait.
            FailureAssertions.await(client.acquireToken(ThingOperations.THING.forAudience("two")));

            assertThat(slowed).isNotDone();
            assertThat(requests("one")).isEqualTo(2);
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            FailureAssertions.await(slowed);
            assertThat(vendor.callListener().throttles()).isZero();
        }

        @Test
        void ofOneAudienceSlowsThatAudience() {
            respond("one", okJson(THING).withHeader("X-Limit-Used", "1").withHeader("X-Limit-Scope", "tenant"));
            VendorClient client = client(ClientLimits.builder());
            FailureAssertions.await(fetch(client, "one"));
            CompletableFuture<Observed<String>> slowed = fetch(client, "one");
            FailureAssertions.await(fetch(client, "two"));

            assertThat(slowed).isNotDone();
            assertThat(requests("one")).isOne();
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            FailureAssertions.await(slowed);
            assertThat(vendor.callListener().throttles()).isZero();
        }

        @Test
        void ofOneAudienceFailsNoCallWithoutTimeForThePause() {
            respond("one", okJson(THING).withHeader("X-Limit-Used", "1").withHeader("X-Limit-Scope", "tenant"));
            VendorClient client = client(ClientLimits.builder().deadline(Duration.ofMillis(900)));
            FailureAssertions.await(fetch(client, "one"));
            FailureAssertions.await(fetch(client, "one"));
            assertThat(requests("one")).isEqualTo(2);
        }

        @Test
        void isNotReportedByAParserThatFails() {
            VendorClient client = vendor.client(options(ClientLimits.builder()).rateLimitParser(header -> {
                throw new IllegalStateException("no such header");
            }));
            FailureAssertions.await(fetch(client, "one"));
        }
    }
}
