package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.spi.Access;
import dev.seatport.http.support.Failures;
import dev.seatport.http.support.VendorServer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a token, beside the token. */
class AccessTest {
    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    private CompletableFuture<Access> access(VendorClient client) {
        return client.access(Things.SCOPED).toCompletableFuture();
    }

    private Access told(String more) {
        vendor.tokens(okJson("{\"access_token\":\"canary\",\"expires_in\":\"3599\"" + more + "}"));
        return Failures.await(access(vendor.client()));
    }

    @Test
    void isItsScopeItsLifeAndWhatWasGranted() {
        Access access = told(",\"scope\":\"things.read other.read\"");
        assertThat(access.scope()).isEqualTo("things.read");
        assertThat(access.life()).isEqualTo(Duration.ofSeconds(3599));
        assertThat(access.granted()).isEqualTo(Set.of("things.read", "other.read"));
        assertThat(access.refusedSilently()).isFalse();
        assertThat(access.toString()).doesNotContain("canary");
    }

    @Test
    void saysThatTheScopeWasNotGrantedThoughATokenCame() {
        assertThat(told(",\"scope\":\"other.read\"").refusedSilently()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"scope\":null", ",\"scope\":\" \"", ",\"scope\":[\"things.read\"]"})
    void saysNothingWhereTheEndpointSaysNothing(String more) {
        Access access = told(more);
        assertThat(access.granted()).isNull();
        assertThat(access.refusedSilently()).isFalse();
        assertThat(access.clockAhead()).isNull();
    }

    @Test
    void comparesTheClocks() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                vendor.clock().instant().plus(Duration.ofMinutes(7)).atZone(ZoneOffset.UTC));
        vendor.tokens(okJson(VendorServer.token("canary")).withHeader("Date", date));
        Duration ahead = Failures.await(access(vendor.client())).clockAhead();
        assertThat(ahead).isNotNull().isBetween(Duration.ofSeconds(-420), Duration.ofSeconds(-419));
    }

    @Test
    void asksOnceForATokenThatLives() {
        VendorClient client = vendor.client();
        Failures.await(access(client));
        Failures.await(access(client));
        assertThat(vendor.tokenRequests()).isEqualTo(1);
    }

    @Test
    void failsAsACallWould() {
        vendor.tokens(VendorServer.json(400, "{\"error\":\"invalid_client\"}"));
        assertThat(Failures.failure(access(vendor.client())).kind()).isEqualTo(FailureKind.AUTHENTICATION_FAILED);
        VendorClient closed = vendor.client();
        closed.close();
        assertThat(Failures.failure(access(closed)).kind()).isEqualTo(FailureKind.CLOSED);
    }
}
