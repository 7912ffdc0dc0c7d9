package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.spi.TokenMetadata;
import dev.seatport.http.support.FailureAssertions;
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

/** Metadata of an access token. */
class TokenMetadataTest {
    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    private CompletableFuture<TokenMetadata> acquireToken(VendorClient client) {
        return client.acquireToken(ThingOperations.SCOPED).toCompletableFuture();
    }

    private TokenMetadata tokenInfo(String extraFields) {
        vendor.tokens(okJson("{\"access_token\":\"canary\",\"expires_in\":\"3599\"" + extraFields + "}"));
        return FailureAssertions.await(acquireToken(vendor.client()));
    }

    @Test
    void containsScopeLifetimeAndGrantedScopes() {
        TokenMetadata tokenMetadata = tokenInfo(",\"scope\":\"things.read other.read\"");
        assertThat(tokenMetadata.scope()).isEqualTo("things.read");
        assertThat(tokenMetadata.lifetime()).isEqualTo(Duration.ofSeconds(3599));
        assertThat(tokenMetadata.grantedScopes()).isEqualTo(Set.of("things.read", "other.read"));
        assertThat(tokenMetadata.isScopeMissing()).isFalse();
        assertThat(tokenMetadata.toString()).doesNotContain("canary");
    }

    @Test
    void reportsAScopeThatWasNotGranted() {
        assertThat(tokenInfo(",\"scope\":\"other.read\"").isScopeMissing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"scope\":null", ",\"scope\":\" \"", ",\"scope\":[\"things.read\"]"})
    void hasNoGrantedScopesIfTheEndpointReportsNone(String extraFields) {
        TokenMetadata tokenMetadata = tokenInfo(extraFields);
        assertThat(tokenMetadata.grantedScopes()).isNull();
        assertThat(tokenMetadata.isScopeMissing()).isFalse();
        assertThat(tokenMetadata.clockAhead()).isNull();
    }

    @Test
    void comparesTheClocks() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                vendor.clock().instant().plus(Duration.ofMinutes(7)).atZone(ZoneOffset.UTC));
        vendor.tokens(okJson(VendorServer.token("canary")).withHeader("Date", date));
        Duration ahead = FailureAssertions.await(acquireToken(vendor.client())).clockAhead();
        assertThat(ahead).isNotNull().isBetween(Duration.ofSeconds(-420), Duration.ofSeconds(-419));
    }

    @Test
    void isAcquiredOnceWhileTheTokenIsValid() {
        VendorClient client = vendor.client();
        FailureAssertions.await(acquireToken(client));
        FailureAssertions.await(acquireToken(client));
        assertThat(vendor.tokenRequests()).isEqualTo(1);
    }

    @Test
    void failsLikeACall() {
        vendor.tokens(VendorServer.json(400, "{\"error\":\"invalid_client\"}"));
        assertThat(FailureAssertions.failure(acquireToken(vendor.client())).kind())
                .isEqualTo(FailureKind.AUTHENTICATION_FAILED);
        VendorClient closed = vendor.client();
        closed.close();
        assertThat(FailureAssertions.failure(acquireToken(closed)).kind()).isEqualTo(FailureKind.CLOSED);
    }
}
