package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Observed;
import dev.seatport.http.support.DemandSubscriber;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(30)
class TokenRenewalTest {
    /** Age of a one-hour token between its renewal and its expiry. */
    private static final Duration RENEWAL_AGE = Duration.ofSeconds(3_350);

    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    @BeforeEach
    void stubThing() {
        vendor.wire().stubFor(any(urlEqualTo("/api/thing")).willReturn(okJson("{\"name\":\"one\"}")));
    }

    private int callsWith(String token) {
        return vendor.wire()
                .findAll(getRequestedFor(urlEqualTo("/api/thing"))
                        .withHeader("Authorization", equalTo("Bearer " + token)))
                .size();
    }

    @Test
    void happensOnceInTheBackgroundWhileTheOldTokenIsUsed() {
        VendorClient client = vendor.client();
        FailureAssertions.await(ThingOperations.fetch(client));
        vendor.tokens(okJson(VendorServer.token("token-2")).withFixedDelay(500));
        vendor.clock().advance(RENEWAL_AGE);
        for (int i = 0; i < 5; i++) {
            FailureAssertions.await(ThingOperations.fetch(client));
        }
        assertThat(callsWith(VendorServer.TOKEN)).isGreaterThan(1);
        while (callsWith("token-2") == 0) {
            FailureAssertions.await(ThingOperations.fetch(client));
        }
        assertThat(vendor.tokenRequests()).isEqualTo(2);
    }

    @Test
    void keepsTheOldTokenUntilItExpiresIfItFails() {
        VendorClient client = vendor.client();
        FailureAssertions.await(ThingOperations.fetch(client));
        vendor.tokens(VendorServer.json(503, ""));
        vendor.clock().advance(RENEWAL_AGE);
        while (vendor.tokenRequests() < 2) {
            FailureAssertions.await(ThingOperations.fetch(client));
        }
        for (int i = 0; i < 20; i++) {
            FailureAssertions.await(ThingOperations.fetch(client));
        }
        assertThat(vendor.tokenRequests()).isEqualTo(2);
        vendor.clock().advance(Duration.ofSeconds(260));
        FailureAssertions.failure(ThingOperations.fetch(client), FailureKind.UNAVAILABLE);
    }

    @Test
    void followsTheMonotonicClockAndIgnoresTheTimeOfDay() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        VendorClient client = vendor.client(vendor.options().clock(now::get).nanos(System::nanoTime));
        FailureAssertions.await(ThingOperations.fetch(client));
        now.set(Instant.parse("2046-01-01T00:00:00Z"));
        FailureAssertions.await(ThingOperations.fetch(client));
        now.set(Instant.parse("2006-01-01T00:00:00Z"));
        FailureAssertions.await(ThingOperations.fetch(client));
        assertThat(vendor.tokenRequests()).isOne();
    }

    @Test
    void isRetriedWhenTheEndpointIsBusyOrDown() {
        String[] states = {Scenario.STARTED, "down", "up"};
        for (int i = 0; i < 3; i++) {
            vendor.wire()
                    .stubFor(post(urlEqualTo("/token"))
                            .inScenario("token")
                            .whenScenarioStateIs(states[i])
                            .willReturn(
                                    i == 2
                                            ? okJson(VendorServer.token("late"))
                                            : VendorServer.json(i == 0 ? 429 : 500, ""))
                            .willSetStateTo(states[Math.min(i + 1, 2)]));
        }
        VendorClient client = vendor.client(vendor.options().limits(ClientLimits.defaults()));
        FailureAssertions.await(ThingOperations.fetch(client).orTimeout(60, TimeUnit.SECONDS));
        assertThat(vendor.tokenRequests()).isEqualTo(3);
        assertThat(vendor.callListener().retries()).containsExactly("token 1", "token 2");
    }

    @Test
    void isNotRetriedWhenTheCredentialsAreWrong() {
        vendor.tokens(VendorServer.json(500, "{\"error\":\"invalid_client\"}"));
        VendorClient client = vendor.client(vendor.options().limits(ClientLimits.defaults()));
        FailureAssertions.failure(ThingOperations.fetch(client), FailureKind.AUTHENTICATION_FAILED);
        assertThat(vendor.tokenRequests()).isOne();
    }

    @Test
    void betweenTwoPagesLosesNoRow() {
        PagedNumbersQuery query = new PagedNumbersQuery(vendor, 10);
        query.serve(1, 10, 0, 10, 20);
        query.serve(2, 10, 10, 20, 20);
        DemandSubscriber<Observed<Long>> subscriber =
                DemandSubscriber.of(query.publisher(vendor.client())).request(10);
        assertThat(PagedNumbersQuery.values(subscriber.next(10))).isEqualTo(PagedNumbersQuery.ids(0, 10));
        vendor.clock().advance(Duration.ofHours(2));
        subscriber.request(11);
        assertThat(PagedNumbersQuery.values(subscriber.next(10))).isEqualTo(PagedNumbersQuery.ids(10, 20));
        subscriber.completed();
        assertThat(vendor.tokenRequests()).isEqualTo(2);
        assertThat(query.requestedPages()).hasSize(2);
    }
}
