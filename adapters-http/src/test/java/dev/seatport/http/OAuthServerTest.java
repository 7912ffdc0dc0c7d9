package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.VendorServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Client credentials flow against an independent OAuth 2.0 server. */
@Tag("slow")
class OAuthServerTest {
    private final MockOAuth2Server oauth = new MockOAuth2Server();

    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    @BeforeEach
    void start() {
        oauth.start();
        vendor.wire().stubFor(any(urlEqualTo("/api/thing")).willReturn(VendorServer.json(401, "")));
        vendor.wire()
                .stubFor(get(urlEqualTo("/api/thing"))
                        .withHeader("Authorization", matching("Bearer ey[^ ]+"))
                        .willReturn(okJson("{\"name\":\"one\"}")));
    }

    @AfterEach
    void stop() {
        oauth.shutdown();
    }

    private VendorClient client(URI tokenUrl) {
        return vendor.client(VendorClientOptions.builder(
                        VendorServer.ACME,
                        vendor.url("/api"),
                        tokenUrl,
                        Credentials.clientSecret("the-client", Secret.of("the-secret")))
                .clock(vendor.clock())
                .nanos(vendor.clock()::nanos));
    }

    private VendorClient client() {
        return client(oauth.tokenEndpointUrl("acme").uri());
    }

    @Test
    void issuesATokenThatTheVendorAccepts() throws InterruptedException, ParseException {
        assertThat(FailureAssertions.await(ThingOperations.fetch(client(), ThingOperations.get(ThingOperations.SCOPED)))
                        .value())
                .isEqualTo("one");
        String form = oauth.takeRequest().getBody().readString(StandardCharsets.UTF_8);
        assertThat(form).contains("grant_type=client_credentials", "scope=things.read");
        String bearer = vendor.wire()
                .findAll(getRequestedFor(urlEqualTo("/api/thing")))
                .get(0)
                .getHeader("Authorization");
        SignedJWT token = SignedJWT.parse(bearer.substring("Bearer ".length()));
        assertThat(token.getJWTClaimsSet().getIssuer())
                .isEqualTo(oauth.issuerUrl("acme").toString());
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("the-client");
    }

    @Test
    void receivesASecondRequestOnlyWhenTheTokenExpires() throws InterruptedException {
        VendorClient client = client();
        for (int i = 0; i < 5; i++) {
            FailureAssertions.await(ThingOperations.fetch(client));
        }
        vendor.clock().advance(Duration.ofHours(1));
        FailureAssertions.await(ThingOperations.fetch(client));
        assertThat(oauth.takeRequest()).isNotNull();
        assertThat(oauth.takeRequest()).isNotNull();
        vendor.wire().verify(0, getRequestedFor(urlEqualTo("/api/thing")).withHeader("Authorization", absent()));
    }

    @Test
    void isNotFoundUnderAWrongTokenUrl() {
        URI wrong = oauth.url("/acme/nothing-here").uri();
        assertThat(FailureAssertions.failure(ThingOperations.fetch(client(wrong)))
                        .getMessage())
                .contains("check the token URL");
    }
}
