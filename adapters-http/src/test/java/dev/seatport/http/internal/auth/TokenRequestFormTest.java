package dev.seatport.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.SigningCertificate;
import dev.seatport.http.spi.TokenUrl;
import dev.seatport.http.support.FailureAssertions;
import dev.seatport.http.support.KeyFiles;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenRequestFormTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        FailureAssertions.await(vertx.close().toCompletionStage());
    }

    private String build(Credentials credentials, @Nullable String scope) {
        URI url = URI.create("https://acme.example/");
        TokenRequestForm form = new TokenRequestForm(
                vertx, TokenUrl.of(url), credentials, () -> Instant.EPOCH, new SecretDetector(List.of()));
        return FailureAssertions.await(form.build(scope, url).subscribeAsCompletionStage())
                .toString();
    }

    @Test
    void containsTheEncodedSecretParametersAndScope() {
        Credentials credentials = Credentials.clientSecret("a b", Secret.of("p&q=r"))
                .withParameter("resource", "https://acme.example/x?y=z");
        assertThat(build(credentials, "things.read others"))
                .isEqualTo("grant_type=client_credentials&client_id=a+b&client_secret=p%26q%3Dr"
                        + "&resource=https%3A%2F%2Facme.example%2Fx%3Fy%3Dz&scope=things.read+others");
    }

    @Test
    void omitsTheScopeIfNoneIsRequested() {
        assertThat(build(Credentials.clientSecret("a", Secret.of("s")), null))
                .isEqualTo("grant_type=client_credentials&client_id=a&client_secret=s");
    }

    /** The vendor may send the assertion back, for example as a correlation id. */
    @Test
    void addsItsSignedAssertionToTheSecrets(@TempDir Path folder) {
        Path pfx = KeyFiles.pfx(folder, "one");
        URI url = URI.create("https://acme.example/");
        SecretDetector secrets = new SecretDetector(List.of());
        Credentials credentials =
                Credentials.certificate("a", SigningCertificate.of(KeyFiles.certificate(pfx), KeyFiles.key(pfx)));
        TokenRequestForm form = new TokenRequestForm(vertx, TokenUrl.of(url), credentials, Instant::now, secrets);
        String sent = FailureAssertions.await(form.build(null, url).subscribeAsCompletionStage())
                .toString();
        String assertion = sent.substring(sent.indexOf("client_assertion=") + "client_assertion=".length());
        assertThat(assertion).hasSizeGreaterThan(100);
        assertThat(secrets.detects(assertion.substring(20, 60))).isTrue();
    }
}
