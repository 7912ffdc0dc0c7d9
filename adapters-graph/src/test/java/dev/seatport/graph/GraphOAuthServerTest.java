package dev.seatport.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.http.spi.Secret;
import dev.seatport.testkit.wait.Await;
import java.net.URI;
import java.text.ParseException;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Token requests to an independent OAuth server with an issuer per tenant, and calls to a stubbed vendor. */
@Tag("slow")
class GraphOAuthServerTest {
    private MockOAuth2Server identity;
    private StubbedGraph vendor;

    @BeforeEach
    void start() {
        identity = new MockOAuth2Server();
        identity.start(0);
        vendor = StubbedGraph.start();
    }

    @AfterEach
    void stop() {
        vendor.close();
        identity.shutdown();
    }

    private Graph connect() {
        return vendor.connect(GraphOptions.builder(GraphServer.PARTNER, "the-client", Secret.of("s+/&~= secret"))
                .baseUrl(vendor.baseUrl())
                .loginUrl(URI.create(identity.baseUrl().toString())));
    }

    private String issuerOfLastCall() throws ParseException {
        String authorization = vendor.calls().get(vendor.calls().size() - 1).getHeader("Authorization");
        SignedJWT token = SignedJWT.parse(authorization.substring("Bearer ".length()));
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("the-client");
        return token.getJWTClaimsSet().getIssuer();
    }

    private String issuer(String tenant) {
        return identity.issuerUrl(tenant + "/oauth2/v2.0").toString();
    }

    @Test
    void tokensComeFromTheIssuerOfTheTenant() throws ParseException {
        Graph graph = connect();
        Await.rows(graph.customers().all());
        assertThat(issuerOfLastCall()).isEqualTo(issuer(GraphServer.PARTNER));
        Await.rows(graph.licenses().consumption(StubbedGraph.CUSTOMER, new TenantId(StubbedGraph.TENANT)));
        assertThat(issuerOfLastCall()).isEqualTo(issuer(StubbedGraph.TENANT));
    }

    @Test
    void credentialsAreSentAsAFormWithTheDefaultScope() {
        Await.result(connect().acquireToken(new TenantId(StubbedGraph.TENANT)));
        assertThat(identity.takeRequest().getBody().readUtf8().split("&"))
                .containsExactlyInAnyOrder(
                        "grant_type=client_credentials",
                        "client_id=the-client",
                        "client_secret=s%2B%2F%26%7E%3D+secret",
                        "scope=https%3A%2F%2Fgraph.microsoft.com%2F.default");
    }
}
