package dev.seatport.c3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.SignedJWT;
import dev.seatport.http.spi.Secret;
import dev.seatport.testkit.http.TestResources;
import dev.seatport.testkit.wait.Await;
import java.net.URI;
import java.text.ParseException;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Token requests to an independent OAuth server, and calls to a stubbed vendor. */
@Tag("slow")
class C3OAuthServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** URI as required by RFC 8707. Only Azure AD accepts the GUIDs that C3 issues. */
    private static final String RESOURCE = "https://contoso-prod-api.azurewebsites.net/";

    private MockOAuth2Server identity;
    private StubbedC3 vendor;

    @BeforeEach
    void start() {
        identity = new MockOAuth2Server();
        identity.start(0);
        vendor = StubbedC3.start();
        vendor.fixture("license-consumption/documented.json");
    }

    @AfterEach
    void stop() {
        vendor.close();
        identity.shutdown();
    }

    private C3 connect(String tokenUrl) {
        return C3.connect(
                vendor.vertx(),
                C3Options.builder(
                                URI.create(vendor.baseUrl() + "/"), "the-client", Secret.of("s+/&~= secret"), RESOURCE)
                        .tokenUrl(URI.create(tokenUrl))
                        .scope("the-scope")
                        .build());
    }

    private int rows() {
        return rows(identity.tokenEndpointUrl("c3").toString());
    }

    private int rows(String tokenUrl) {
        return Await.rows(connect(tokenUrl).licenses().consumption(StubbedC3.CUSTOMER, StubbedC3.TENANT))
                .size();
    }

    private String authorization() {
        return vendor.calls().get(0).getHeader("Authorization");
    }

    @Nested
    class ClientCredentials {
        @Test
        void fetchATokenThatIsSentToTheVendor() throws ParseException {
            assertThat(rows()).isEqualTo(2);
            assertThat(authorization()).startsWith("Bearer ");
            SignedJWT token = SignedJWT.parse(authorization().substring("Bearer ".length()));
            assertThat(token.getJWTClaimsSet().getIssuer())
                    .isEqualTo(identity.issuerUrl("c3").toString());
            assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("the-client");
        }

        @Test
        void areSentAsAFormWithTheResourceAndTheScope() {
            rows();
            assertThat(identity.takeRequest().getBody().readUtf8().split("&"))
                    .containsExactlyInAnyOrder(
                            "grant_type=client_credentials",
                            "client_id=the-client",
                            "client_secret=s%2B%2F%26%7E%3D+secret",
                            "resource=https%3A%2F%2Fcontoso-prod-api.azurewebsites.net%2F",
                            "scope=the-scope");
        }

        @Test
        void fetchATokenIfItsNumbersAreText() throws JsonProcessingException {
            String token = identity.issueToken("c3", "the-client").serialize();
            ObjectNode response = (ObjectNode) JSON.readTree(TestResources.read("c3/token/documented.json"));
            assertThat(response.path("expires_in").isTextual()).isTrue();
            vendor.token(200, response.put("access_token", token).toString());
            assertThat(rows(vendor.baseUrl() + StubbedC3.TOKEN_PATH)).isEqualTo(2);
            assertThat(authorization()).isEqualTo("Bearer " + token);
        }
    }
}
