package dev.seatport.sandbox;

import static dev.seatport.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.FaultTarget;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
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
    private SandboxClient sandboxClient;
    private String avePointToken;
    private String c3Token;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(
                SandboxOptions.defaults().withCustomers(3).withTime(() -> Instant.ofEpochMilli(now.get())));
        sandboxClient = new SandboxClient(sandbox);
        avePointToken = sandboxClient.avePointToken(SandboxClient.ALL_SCOPES);
        c3Token = sandboxClient.c3Token();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @AfterEach
    void turnOff() {
        sandbox.faults(FaultPlan.none());
        sandbox.resetStatistics();
    }

    private HttpResponse<String> askAvePoint() {
        return sandboxClient.send("GET", sandbox.avePointBaseUrl() + "/partner/customers", avePointToken, null);
    }

    private HttpResponse<String> askC3() {
        return sandboxClient.send("GET", sandbox.c3BaseUrl() + "/api/activecustomers/details/", c3Token, null);
    }

    private List<String> retryAfter(Fault fault) {
        sandbox.faults(FaultPlan.none().with(fault));
        return askAvePoint().headers().allValues("retry-after");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 400, 404, 418, 429, 500, 501, 503, 599})
    void answersAnyStatusInTheVendorsForm(int status) {
        sandbox.faults(FaultPlan.none().with(Fault.status(status)));
        assertThat(askAvePoint().statusCode()).isEqualTo(status);
        assertThat(askAvePoint().headers().firstValue("request-id")).isPresent();
        assertThat(askC3().statusCode()).isEqualTo(status);
        assertThat(json(askC3()).path("Status").asText()).isEqualTo("Error");
        assertThat(sandbox.statistics().total().good()).isZero();
    }

    @Test
    void answersStatusesWithoutABody() {
        sandbox.faults(FaultPlan.none().with(Fault.status(204)));
        assertThat(askAvePoint().body()).isEmpty();
        assertThat(askC3().body()).isEmpty();
    }

    @Test
    void challengesWhomItRefuses() {
        sandbox.faults(FaultPlan.none().with(Fault.status(401)));
        assertThat(askAvePoint().headers().firstValue("www-authenticate")).isPresent();
        assertThat(askC3().headers().firstValue("www-authenticate")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "-1", "99999999999999999999", "soon", "Wed, 21 Oct 2015 07:28:00 GMT", "1.5"})
    void sendsAnyRetryAfterAsItIsGiven(String value) {
        assertThat(retryAfter(Fault.status(429).retryAfter(value))).containsExactly(value);
    }

    @Test
    void sendsNoRetryAfterUnlessTold() {
        assertThat(retryAfter(Fault.status(429))).isEmpty();
    }

    @Test
    void doublesTheRetryAfter() {
        assertThat(retryAfter(Fault.status(503).retryAfter("1").retryAfter("60")))
                .containsExactly("1", "60");
    }

    @Test
    void countsDatesFromItsOwnTime() {
        assertThat(retryAfter(Fault.status(429).retryAfterDate(Duration.ofSeconds(5))))
                .containsExactly("Sun, 1 Mar 2026 10:00:05 GMT");
        assertThat(retryAfter(Fault.status(429).retryAfterDate(Duration.ofSeconds(-5))))
                .containsExactly("Sun, 1 Mar 2026 09:59:55 GMT");
    }

    @Test
    void sendsCallersElsewhere() {
        sandbox.faults(FaultPlan.none().with(Fault.status(302).location("http://127.0.0.1:9/trap")));
        assertThat(askAvePoint().headers().firstValue("location")).hasValue("http://127.0.0.1:9/trap");
    }

    @Test
    void letsTheFirstStatusOfThePlanDecide() {
        sandbox.faults(FaultPlan.none().with(Fault.status(503)).with(Fault.status(429)));
        assertThat(askAvePoint().statusCode()).isEqualTo(503);
        assertThat(sandbox.statistics().total().totalFaults()).isEqualTo(1);
    }

    @Test
    void failsPathsThatBelongToNobodyToo() {
        sandbox.faults(FaultPlan.none().with(Fault.status(502).at(RequestMatcher.of(RequestKind.OTHER))));
        assertThat(sandboxClient
                        .send("GET", "http://127.0.0.1:" + sandbox.port() + "/", null, null)
                        .statusCode())
                .isEqualTo(502);
        assertThat(sandboxClient
                        .send("GET", sandbox.c3BaseUrl() + "/api", c3Token, null)
                        .statusCode())
                .isEqualTo(502);
    }

    @Test
    void waitsAFixedTime() {
        sandbox.faults(FaultPlan.none().with(Fault.latency(Duration.ofMillis(60))));
        long start = System.nanoTime();
        assertThat(askAvePoint().statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(55_000_000L);
        assertThat(sandbox.statistics().total().faults(FaultKind.LATENCY)).isEqualTo(1);
    }

    @Test
    void waitsAsLongAsAllLatenciesTogether() {
        Fault fault = Fault.latency(Duration.ofMillis(30), Duration.ofMillis(31));
        sandbox.faults(FaultPlan.none().with(fault).with(fault));
        long start = System.nanoTime();
        askAvePoint();
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(55_000_000L);
    }

    @Test
    void limitsTheCallsPerSecondOfEachVendor() {
        sandbox.faults(FaultPlan.none().with(Fault.rateLimit(2)));
        assertThat(askAvePoint().statusCode()).isEqualTo(200);
        assertThat(askAvePoint().statusCode()).isEqualTo(200);
        HttpResponse<String> refused = askAvePoint();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().map()).doesNotContainKeys("retry-after", "x-ratelimit-limit");
        assertThat(askC3().statusCode()).isEqualTo(200);
        now.addAndGet(500);
        assertThat(askAvePoint().statusCode()).isEqualTo(200);
        assertThat(askAvePoint().statusCode()).isEqualTo(429);
        assertThat(sandbox.statistics().total().faults(FaultKind.LIMIT)).isEqualTo(2);
    }

    @Test
    void limitsWithoutTheTokenServerUnlessItIsAimedAt() {
        sandbox.faults(FaultPlan.none().with(Fault.rateLimit(1)));
        assertThat(sandboxClient.c3Token()).isNotEmpty();
        assertThat(sandboxClient.c3Token()).isNotEmpty();
        sandbox.faults(FaultPlan.none().with(Fault.rateLimit(1).at(RequestMatcher.of(RequestKind.TOKEN))));
        assertThat(sandboxClient.c3Token()).isNotEmpty();
        assertThat(sandboxClient.c3Token()).isEmpty();
    }

    @Test
    void tellsWhenToComeBackIfToldSo() {
        sandbox.faults(FaultPlan.none()
                .with(Fault.rateLimit(1, 1)
                        .retryAfter("1")
                        .at(RequestMatcher.all().ofVendor(FaultTarget.AVEPOINT))));
        askAvePoint();
        assertThat(askAvePoint().headers().firstValue("retry-after")).hasValue("1");
        assertThat(askC3().statusCode()).isEqualTo(200);
    }
}
