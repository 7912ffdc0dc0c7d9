package dev.seatport.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.SigningCertificate;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.KeyFiles;
import dev.seatport.http.support.VendorServer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CertificateLoginTest {
    @TempDir
    private static Path folder = Path.of("");

    private static Path pfx = Path.of("");

    @RegisterExtension
    private final VendorServer vendor = new VendorServer();

    @BeforeAll
    static void createKeyStore() {
        pfx = KeyFiles.pfx(folder, "login");
    }

    @BeforeEach
    void stubThing() {
        vendor.wire().stubFor(any(urlEqualTo("/api/thing")).willReturn(okJson("{\"name\":\"one\"}")));
    }

    private VendorClient client(InstantSource clock) {
        SigningCertificate certificate = SigningCertificate.read(pfx, Secret.of(KeyFiles.PASSWORD));
        return vendor.client(VendorClientOptions.builder(
                        VendorServer.ACME,
                        vendor.url("/api"),
                        vendor.url("/token"),
                        Credentials.certificate("the-client", certificate))
                .limits(ClientLimits.builder().maxBackoff(Duration.ofMillis(2)).build())
                .clock(clock));
    }

    private List<Map<String, String>> forms() {
        return vendor.wire().findAll(postRequestedFor(urlEqualTo("/token"))).stream()
                .map(request -> Arrays.stream(request.getBodyAsString().split("&"))
                        .map(field -> field.split("=", 2))
                        .collect(Collectors.toMap(
                                field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8))))
                .toList();
    }

    private static SignedJWT assertion(Map<String, String> form) throws Exception {
        return SignedJWT.parse(String.valueOf(form.get("client_assertion")));
    }

    @Test
    void sendsAnAssertionThatAnIndependentLibraryVerifies() throws Exception {
        Instant now = Instant.now();
        FailureAssertions.await(ThingOperations.fetch(client(() -> now)));
        Map<String, String> form = forms().get(0);
        assertThat(form)
                .containsOnlyKeys("grant_type", "client_id", "client_assertion_type", "client_assertion")
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        X509Certificate certificate = KeyFiles.certificate(pfx);
        SignedJWT assertion = assertion(form);
        assertThat(assertion.verify(new RSASSAVerifier((RSAPublicKey) certificate.getPublicKey())))
                .isTrue();
        byte[] thumbprint = MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
        assertThat(assertion.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(assertion.getHeader().getKeyID())
                .isEqualTo(HexFormat.of().withUpperCase().formatHex(thumbprint));
        assertThat(assertion.getHeader().toJSONObject())
                .containsEntry("x5t", Base64.getUrlEncoder().withoutPadding().encodeToString(thumbprint));
        JWTClaimsSet claims = assertion.getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly(vendor.url("/token").toString());
        assertThat(claims.getIssuer()).isEqualTo("the-client");
        assertThat(claims.getSubject()).isEqualTo("the-client");
        assertThat(claims.getIssueTime().toInstant().getEpochSecond())
                .isEqualTo(now.minusSeconds(30).getEpochSecond());
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void sendsANewAssertionOnEachRetry() throws Exception {
        vendor.wire()
                .stubFor(post(urlEqualTo("/token"))
                        .inScenario("token")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(VendorServer.json(503, ""))
                        .willSetStateTo("up"));
        vendor.wire()
                .stubFor(post(urlEqualTo("/token"))
                        .inScenario("token")
                        .whenScenarioStateIs("up")
                        .willReturn(okJson(VendorServer.token("t"))));
        FailureAssertions.await(ThingOperations.fetch(client(InstantSource.system())));
        List<Map<String, String>> forms = forms();
        assertThat(forms).hasSize(2);
        assertThat(assertion(forms.get(0)).getJWTClaimsSet().getJWTID())
                .isNotEqualTo(assertion(forms.get(1)).getJWTClaimsSet().getJWTID());
    }

    @Test
    void failsWithoutARequestWhenTheCertificateIsExpired() {
        Instant afterExpiry =
                KeyFiles.certificate(pfx).getNotAfter().toInstant().plusSeconds(1);
        assertThat(FailureAssertions.failure(
                        ThingOperations.fetch(client(() -> afterExpiry)), FailureKind.AUTHENTICATION_FAILED))
                .hasMessageContaining("the certificate is expired or not valid yet; renew it");
        assertThat(vendor.tokenRequests()).isZero();
    }

    @Test
    void signsOffTheEventLoop() {
        Queue<String> threads = new ConcurrentLinkedQueue<>();
        InstantSource clock = () -> {
            threads.add(Thread.currentThread().getName());
            return Instant.now();
        };
        FailureAssertions.await(ThingOperations.fetch(client(clock)));
        // The thread that signs the assertion reads the clock.
        assertThat(threads).anyMatch(name -> name.contains("worker"));
    }
}
