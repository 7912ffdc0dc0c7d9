package dev.seatport.sandbox;

import static dev.seatport.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.faults.SandboxVendorName;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusFaultsTest {
    private final AtomicLong now = new AtomicLong(1_772_359_200_000L);
    private Sandbox sandbox;
    private SandboxClient client;
    private String avePointToken;
    private String c3Token;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(
                SandboxOptions.defaults().withCustomers(3).withTime(() -> Instant.ofEpochMilli(now.get())));
        client = new SandboxClient(sandbox);
        avePointToken = client.avePointToken(SandboxClient.ALL_SCOPES);
        c3Token = client.c3Token();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @AfterEach
    void resetFaults() {
        sandbox.faults(FaultPlan.none());
        sandbox.resetStatistics();
    }

    private HttpResponse<String> callAvePoint() {
        return client.send("GET", sandbox.avePointBaseUrl() + "/partner/customers", avePointToken, null);
    }

    private HttpResponse<String> callC3() {
        return client.send("GET", sandbox.c3BaseUrl() + "/api/activecustomers/details/", c3Token, null);
    }

    private List<String> retryAfter(Fault fault) {
        sandbox.faults(FaultPlan.none().with(fault));
        return callAvePoint().headers().allValues("retry-after");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 400, 404, 418, 429, 500, 501, 503, 599})
    void sendsAnyStatusInTheVendorsFormat(int status) {
        sandbox.faults(FaultPlan.none().with(Fault.status(status)));
        assertThat(callAvePoint().statusCode()).isEqualTo(status);
        assertThat(callAvePoint().headers().firstValue("request-id")).isPresent();
        assertThat(callC3().statusCode()).isEqualTo(status);
        assertThat(json(callC3()).path("Status").asText()).isEqualTo("Error");
        assertThat(sandbox.statistics().total().good()).isZero();
    }

    @Test
    void sendsStatusesWithoutABody() {
        sandbox.faults(FaultPlan.none().with(Fault.status(204)));
        assertThat(callAvePoint().body()).isEmpty();
        assertThat(callC3().body()).isEmpty();
    }

    @Test
    void sendsAChallengeWith401() {
        sandbox.faults(FaultPlan.none().with(Fault.status(401)));
        assertThat(callAvePoint().headers().firstValue("www-authenticate")).isPresent();
        assertThat(callC3().headers().firstValue("www-authenticate")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "-1", "99999999999999999999", "soon", "Wed, 21 Oct 2015 07:28:00 GMT", "1.5"})
    void sendsAnyRetryAfterAsGiven(String value) {
        assertThat(retryAfter(Fault.status(429).retryAfter(value))).containsExactly(value);
    }

    @Test
    void sendsNoRetryAfterByDefault() {
        assertThat(retryAfter(Fault.status(429))).isEmpty();
    }

    @Test
    void sendsRetryAfterTwice() {
        assertThat(retryAfter(Fault.status(503).retryAfter("1").retryAfter("60")))
                .containsExactly("1", "60");
    }

    @Test
    void sendsDatesRelativeToItsClock() {
        assertThat(retryAfter(Fault.status(429).retryAfterDate(Duration.ofSeconds(5))))
                .containsExactly("Sun, 1 Mar 2026 10:00:05 GMT");
        assertThat(retryAfter(Fault.status(429).retryAfterDate(Duration.ofSeconds(-5))))
                .containsExactly("Sun, 1 Mar 2026 09:59:55 GMT");
    }

    @Test
    void sendsALocation() {
        sandbox.faults(FaultPlan.none().with(Fault.status(302).location("http://127.0.0.1:9/trap")));
        assertThat(callAvePoint().headers().firstValue("location")).hasValue("http://127.0.0.1:9/trap");
    }

    @Test
    void appliesTheFirstStatusOfThePlan() {
        sandbox.faults(FaultPlan.none().with(Fault.status(503)).with(Fault.status(429)));
        assertThat(callAvePoint().statusCode()).isEqualTo(503);
        assertThat(sandbox.statistics().total().totalFaults()).isEqualTo(1);
    }

    @Test
    void appliesToPathsOfNoVendor() {
        sandbox.faults(FaultPlan.none().with(Fault.status(502).at(RequestMatcher.of(RequestKind.OTHER))));
        assertThat(client.send("GET", "http://127.0.0.1:" + sandbox.port() + "/", null, null)
                        .statusCode())
                .isEqualTo(502);
        assertThat(client.send("GET", sandbox.c3BaseUrl() + "/api", c3Token, null)
                        .statusCode())
                .isEqualTo(502);
    }

    @Test
    void delaysByAFixedTime() {
        sandbox.faults(FaultPlan.none().with(Fault.latency(Duration.ofMillis(60))));
        long start = System.nanoTime();
        assertThat(callAvePoint().statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(55_000_000L);
        assertThat(sandbox.statistics().total().faults(FaultKind.LATENCY)).isEqualTo(1);
    }

    @Test
    void addsUpLatencies() {
        Fault fault = Fault.latency(Duration.ofMillis(30), Duration.ofMillis(31));
        sandbox.faults(FaultPlan.none().with(fault).with(fault));
        long start = System.nanoTime();
        callAvePoint();
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(55_000_000L);
    }

    @Test
    void limitsTheCallsPerSecondOfEachVendor() {
        sandbox.faults(FaultPlan.none().with(Fault.rateLimit(2)));
        assertThat(callAvePoint().statusCode()).isEqualTo(200);
        assertThat(callAvePoint().statusCode()).isEqualTo(200);
        HttpResponse<String> refused = callAvePoint();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().map()).doesNotContainKeys("retry-after", "x-ratelimit-limit");
        assertThat(callC3().statusCode()).isEqualTo(200);
        now.addAndGet(500);
        assertThat(callAvePoint().statusCode()).isEqualTo(200);
        assertThat(callAvePoint().statusCode()).isEqualTo(429);
        assertThat(sandbox.statistics().total().faults(FaultKind.LIMIT)).isEqualTo(2);
    }

    @Test
    void limitsTheTokenServerOnlyIfSelected() {
        sandbox.faults(FaultPlan.none().with(Fault.rateLimit(1)));
        assertThat(client.c3Token()).isNotEmpty();
        assertThat(client.c3Token()).isNotEmpty();
        sandbox.faults(FaultPlan.none().with(Fault.rateLimit(1).at(RequestMatcher.of(RequestKind.TOKEN))));
        assertThat(client.c3Token()).isNotEmpty();
        assertThat(client.c3Token()).isEmpty();
    }

    @Test
    void sendsRetryAfterWithTheRateLimit() {
        sandbox.faults(FaultPlan.none()
                .with(Fault.rateLimit(1, 1)
                        .retryAfter("1")
                        .at(RequestMatcher.all().ofVendor(SandboxVendorName.AVEPOINT))));
        callAvePoint();
        assertThat(callAvePoint().headers().firstValue("retry-after")).hasValue("1");
        assertThat(callC3().statusCode()).isEqualTo(200);
    }
}
