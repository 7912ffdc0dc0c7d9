package dev.seatport.sandbox;

import static dev.seatport.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.FaultTarget;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.faults.SchemaChange;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenFaultsTest {
    private final AtomicLong now = new AtomicLong(1_772_359_200);
    private Sandbox sandbox;
    private SandboxClient sandboxClient;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults()
                .withCustomers(1)
                .withTokenLifetime(Duration.ofMinutes(10))
                .withTime(() -> Instant.ofEpochSecond(now.get())));
        sandboxClient = new SandboxClient(sandbox);
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

    private void plan(Fault fault) {
        sandbox.faults(FaultPlan.none().with(fault));
    }

    private HttpResponse<String> askForToken() {
        return sandboxClient.form(sandbox.avePointTokenUrl(), sandboxClient.avePointForm(SandboxClient.ALL_SCOPES));
    }

    private int statusWith(String token) {
        return sandboxClient
                .send("GET", sandbox.avePointBaseUrl() + "/partner/customers", token, null)
                .statusCode();
    }

    private JsonNode expiresIn(Fault fault) {
        plan(fault);
        return json(askForToken()).path("expires_in");
    }

    @Test
    void killsATokenAfterSomeCalls() {
        plan(Fault.tokenDiesAfter(2));
        String token = sandboxClient.avePointToken(SandboxClient.ALL_SCOPES);
        assertThat(statusWith(token)).isEqualTo(200);
        assertThat(statusWith(token)).isEqualTo(200);
        assertThat(statusWith(token)).isEqualTo(401);
        assertThat(statusWith(token)).isEqualTo(401);
        assertThat(sandbox.statistics().of(RequestKind.TOKEN).faults(FaultKind.TOKEN_DIES))
                .isEqualTo(1);
    }

    @Test
    void killsATokenEarlierThanAnnounced() {
        plan(Fault.tokenDiesEarly(Duration.ofSeconds(30)));
        JsonNode answer = json(askForToken());
        assertThat(answer.path("expires_in").asInt()).isEqualTo(600);
        String token = answer.path("access_token").asText();
        now.addAndGet(569);
        assertThat(statusWith(token)).isEqualTo(200);
        now.addAndGet(1);
        assertThat(statusWith(token)).isEqualTo(401);
    }

    @Test
    void announcesALifeInOddWays() {
        assertThat(expiresIn(Fault.expiresInAsString()).textValue()).isEqualTo("600");
        assertThat(expiresIn(Fault.expiresInAbsent()).isMissingNode()).isTrue();
        assertThat(expiresIn(Fault.expiresIn("null")).isNull()).isTrue();
        assertThat(expiresIn(Fault.expiresIn("-1")).asInt()).isEqualTo(-1);
        assertThat(expiresIn(Fault.expiresIn("\"soon\"")).textValue()).isEqualTo("soon");
        assertThat(expiresIn(Fault.expiresIn("{}")).isObject()).isTrue();
    }

    @Test
    void leavesARefusalWithoutALife() {
        plan(Fault.expiresInAbsent());
        assertThat(sandboxClient.form(sandbox.c3TokenUrl(), Map.of()).statusCode())
                .isEqualTo(400);
        assertThat(sandbox.statistics().of(RequestKind.TOKEN).totalFaults()).isZero();
    }

    @Test
    void failsInTheWordsOfATokenServer() {
        plan(Fault.status(503).retryAfter("1").at(RequestMatcher.of(RequestKind.TOKEN)));
        assertThat(askForToken().statusCode()).isEqualTo(503);
        assertThat(askForToken().headers().firstValue("retry-after")).hasValue("1");
        assertThat(json(askForToken()).path("error").asText()).isEqualTo("temporarily_unavailable");
        plan(Fault.status(401).at(RequestMatcher.of(RequestKind.TOKEN)));
        assertThat(json(sandboxClient.form(sandbox.c3TokenUrl(), sandboxClient.c3Form()))
                        .path("error")
                        .asText())
                .isEqualTo("invalid_client");
    }

    @Test
    void answersAWebPageOrLate() {
        plan(Fault.html().at(RequestMatcher.of(RequestKind.TOKEN)));
        assertThat(askForToken().body()).startsWith("<!DOCTYPE html>");
        plan(Fault.latency(Duration.ofMillis(40)).at(RequestMatcher.of(RequestKind.TOKEN)));
        long start = System.nanoTime();
        assertThat(askForToken().statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(35_000_000L);
    }

    @Test
    void forgetsTheTokenItself() {
        plan(Fault.drift(SchemaChange.MISSING_FIELD, "access_token").at(RequestMatcher.of(RequestKind.TOKEN)));
        assertThat(json(askForToken()).has("access_token")).isFalse();
    }

    @Test
    void spoilsTheTokensOfOneVendorAlone() {
        plan(Fault.status(500).at(RequestMatcher.all().ofVendor(FaultTarget.C3).ofKinds(Set.of(RequestKind.TOKEN))));
        assertThat(askForToken().statusCode()).isEqualTo(200);
        assertThat(sandboxClient.c3Token()).isEmpty();
    }
}
