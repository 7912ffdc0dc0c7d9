package dev.seatport.avepoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.seatport.domain.tenant.TenantKind;
import dev.seatport.http.spi.Secret;
import dev.seatport.ports.seats.TenantSeatQuery;
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
class AvePointOAuthServerTest {
    private static final TenantSeatQuery ALL = TenantSeatQuery.all(StubbedAvePoint.CUSTOMER, TenantKind.MICROSOFT_365);

    private MockOAuth2Server identity;
    private StubbedAvePoint vendor;

    @BeforeEach
    void start() {
        identity = new MockOAuth2Server();
        identity.start(0);
        vendor = StubbedAvePoint.start();
    }

    @AfterEach
    void stop() {
        vendor.close();
        identity.shutdown();
    }

    private AvePoint connect(String tokenUrl) {
        return AvePoint.connect(
                vendor.vertx(),
                AvePointOptions.builder("the-client", Secret.of("s+/&~= secret"))
                        .baseUrl(URI.create(vendor.baseUrl() + "/"))
                        .tokenUrl(URI.create(tokenUrl))
                        .build());
    }

    @Nested
    class ClientCredentials {
        @Test
        void fetchATokenThatIsSentToTheVendor() throws ParseException {
            vendor.fixture("tenant-seats/documented.json");
            AvePoint avePoint = connect(identity.tokenEndpointUrl("avepoint").toString());
            assertThat(Await.rows(avePoint.tenantSeats().seats(ALL))).hasSize(1);
            String authorization = vendor.calls().get(0).getHeader("Authorization");
            assertThat(authorization).startsWith("Bearer ");
            JWTClaimsSet claims =
                    SignedJWT.parse(authorization.substring("Bearer ".length())).getJWTClaimsSet();
            assertThat(claims.getIssuer())
                    .isEqualTo(identity.issuerUrl("avepoint").toString());
            assertThat(claims.getSubject()).isEqualTo("the-client");
        }

        @Test
        void areSentAsAForm() {
            vendor.fixture("tenant-seats/documented.json");
            Await.rows(connect(identity.tokenEndpointUrl("avepoint").toString())
                    .tenantSeats()
                    .seats(ALL));
            assertThat(identity.takeRequest().getBody().readUtf8())
                    .isEqualTo("grant_type=client_credentials&client_id=the-client"
                            + "&client_secret=s%2B%2F%26%7E%3D+secret&scope=elements.license.read.all");
        }
    }
}
