package dev.seatport.sandbox;

import static dev.seatport.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seatport.sandbox.faults.Fault;
import dev.seatport.sandbox.faults.FaultKind;
import dev.seatport.sandbox.faults.FaultPlan;
import dev.seatport.sandbox.faults.RequestKind;
import dev.seatport.sandbox.faults.RequestMatcher;
import dev.seatport.sandbox.faults.SandboxVendorName;
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
    private SandboxClient client;

    @BeforeAll
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults()
                .withCustomers(1)
                .withTokenLifetime(Duration.ofMinutes(10))
                .withTime(() -> Instant.ofEpochSecond(now.get())));
        client = new SandboxClient(sandbox);
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

    private void plan(Fault fault) {
        sandbox.faults(FaultPlan.none().with(fault));
    }

    private HttpResponse<String> requestToken() {
        return client.form(sandbox.avePointTokenUrl(), client.avePointForm(SandboxClient.ALL_SCOPES));
    }

    private int statusWith(String token) {
        return client.send("GET", sandbox.avePointBaseUrl() + "/partner/customers", token, null)
                .statusCode();
    }

    private JsonNode expiresIn(Fault fault) {
        plan(fault);
        return json(requestToken()).path("expires_in");
    }

    @Test
    void expiresATokenAfterSomeCalls() {
        plan(Fault.tokenDiesAfter(2));
        String token = client.avePointToken(SandboxClient.ALL_SCOPES);
        assertThat(statusWith(token)).isEqualTo(200);
        assertThat(statusWith(token)).isEqualTo(200);
        assertThat(statusWith(token)).isEqualTo(401);
        assertThat(statusWith(token)).isEqualTo(401);
        assertThat(sandbox.statistics().of(RequestKind.TOKEN).faults(FaultKind.TOKEN_DIES))
                .isEqualTo(1);
    }

    @Test
    void expiresATokenEarlierThanAnnounced() {
        plan(Fault.tokenDiesEarly(Duration.ofSeconds(30)));
        JsonNode response = json(requestToken());
        assertThat(response.path("expires_in").asInt()).isEqualTo(600);
        String token = response.path("access_token").asText();
        now.addAndGet(569);
        assertThat(statusWith(token)).isEqualTo(200);
        now.addAndGet(1);
        assertThat(statusWith(token)).isEqualTo(401);
    }

    @Test
    void announcesALifetimeInUnusualForms() {
        assertThat(expiresIn(Fault.expiresInAsString()).textValue()).isEqualTo("600");
        assertThat(expiresIn(Fault.expiresInAbsent()).isMissingNode()).isTrue();
        assertThat(expiresIn(Fault.expiresIn("null")).isNull()).isTrue();
        assertThat(expiresIn(Fault.expiresIn("-1")).asInt()).isEqualTo(-1);
        assertThat(expiresIn(Fault.expiresIn("\"soon\"")).textValue()).isEqualTo("soon");
        assertThat(expiresIn(Fault.expiresIn("{}")).isObject()).isTrue();
    }

    @Test
    void leavesAnErrorResponseUnchanged() {
        plan(Fault.expiresInAbsent());
        assertThat(client.form(sandbox.c3TokenUrl(), Map.of()).statusCode()).isEqualTo(400);
        assertThat(sandbox.statistics().of(RequestKind.TOKEN).totalFaults()).isZero();
    }

    @Test
    void failsInTheFormatOfATokenServer() {
        plan(Fault.status(503).retryAfter("1").at(RequestMatcher.of(RequestKind.TOKEN)));
        assertThat(requestToken().statusCode()).isEqualTo(503);
        assertThat(requestToken().headers().firstValue("retry-after")).hasValue("1");
        assertThat(json(requestToken()).path("error").asText()).isEqualTo("temporarily_unavailable");
        plan(Fault.status(401).at(RequestMatcher.of(RequestKind.TOKEN)));
        assertThat(json(client.form(sandbox.c3TokenUrl(), client.c3Form()))
                        .path("error")
                        .asText())
                .isEqualTo("invalid_client");
    }

    @Test
    void sendsAWebPageOrADelayedResponse() {
        plan(Fault.html().at(RequestMatcher.of(RequestKind.TOKEN)));
        assertThat(requestToken().body()).startsWith("<!DOCTYPE html>");
        plan(Fault.latency(Duration.ofMillis(40)).at(RequestMatcher.of(RequestKind.TOKEN)));
        long start = System.nanoTime();
        assertThat(requestToken().statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(35_000_000L);
    }

    @Test
    void removesTheTokenItself() {
        plan(Fault.drift(SchemaChange.MISSING_FIELD, "access_token").at(RequestMatcher.of(RequestKind.TOKEN)));
        assertThat(json(requestToken()).has("access_token")).isFalse();
    }

    @Test
    void affectsTheTokensOfOneVendorOnly() {
        plan(Fault.status(500)
                .at(RequestMatcher.all().ofVendor(SandboxVendorName.C3).ofKinds(Set.of(RequestKind.TOKEN))));
        assertThat(requestToken().statusCode()).isEqualTo(200);
        assertThat(client.c3Token()).isEmpty();
    }
}
