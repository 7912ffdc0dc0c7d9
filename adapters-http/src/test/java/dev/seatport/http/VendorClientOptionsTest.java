package dev.seatport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.http.spi.Credentials;
import dev.seatport.http.spi.ErrorBodyFields;
import dev.seatport.http.spi.ErrorDetails;
import dev.seatport.http.spi.Secret;
import dev.seatport.http.spi.TokenUrl;
import dev.seatport.http.support.SettableClock;
import dev.seatport.http.support.VendorServer;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorClientOptionsTest {
    private static final Credentials CREDENTIALS = Credentials.clientSecret("c", Secret.of("s"));
    private static final URI URL = URI.create("https://vendor.example/api");

    private static VendorClientOptions.Builder builder(String baseUrl) {
        return VendorClientOptions.builder(VendorServer.ACME, URI.create(baseUrl), URL, CREDENTIALS);
    }

    @Test
    void haveTheDocumentedDefaults() {
        VendorClientOptions options = builder("https://vendor.example").build();
        assertThat(options.vendor()).isEqualTo(VendorServer.ACME);
        assertThat(options.limits().requestTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(options.limits().maxResponseBytes()).isEqualTo(8 * 1024 * 1024);
        assertThat(options.correlationHeader()).isEmpty();
        assertThat(options.errorBodyParser.parse(500, ErrorBodyFields.EMPTY)).isSameAs(ErrorDetails.NONE);
        assertThat(options.callListener).isNotNull();
        assertThat(options.clock().instant()).isNotNull();
        assertThat(options.tokenUrl()).isEqualTo(TokenUrl.of(URL));
    }

    @Test
    void areNotChangedByTheirBuilder() {
        VendorClientOptions.Builder builder = builder("https://vendor.example");
        VendorClientOptions options = builder.build();
        SettableClock clock = new SettableClock();
        VendorClientOptions other = builder.limits(ClientLimits.builder()
                        .requestTimeout(Duration.ofSeconds(1))
                        .maxResponseBytes(1)
                        .build())
                .clock(clock)
                .correlationHeader("X-Id")
                .build();
        assertThat(options.limits().requestTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(other.limits().requestTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(other.limits().maxResponseBytes()).isOne();
        assertThat(other.clock()).isSameAs(clock);
        assertThat(other.correlationHeader()).hasValue("X-Id");
    }

    @ParameterizedTest
    @CsvSource({
        "https://vendor.example,https://vendor.example",
        "https://vendor.example/,https://vendor.example",
        "https://vendor.example/api/,https://vendor.example/api",
        "HTTPS://vendor.example:8443/api,HTTPS://vendor.example:8443/api",
        "http://127.0.0.1:8080/,http://127.0.0.1:8080",
        "http://localhost:8080,http://localhost:8080",
        "http://[::1]:8080,http://[::1]:8080"
    })
    void stripTheTrailingSlashOfTheBaseUrl(String url, String expected) {
        assertThat(builder(url).build().baseUrl()).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://vendor.example", "http://127.0.0.2", "http://localhost.evil.example", "ftp://localhost",
                "/relative", "mailto:a@b", "https:///nohost", "https://user:pw@vendor.example",
                "https://vendor.example?x=1", "https://vendor.example#x"
            })
    void rejectUrlsThatMustNotReceiveSecrets(String url) {
        assertThatThrownBy(() -> builder(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the base URL must ")
                .hasMessageNotContaining("pw");
        URI tokenUrl = URI.create(url);
        assertThatThrownBy(() -> VendorClientOptions.builder(VendorServer.ACME, URL, tokenUrl, CREDENTIALS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the token URL must ");
        assertThatThrownBy(() -> VendorClientOptions.builder(
                        VendorServer.ACME, URL, TokenUrl.perAudience(tokenUrl, "/token"), CREDENTIALS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the token URL must ");
    }
}
