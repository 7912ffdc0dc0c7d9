package dev.seatport.c3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seatport.http.VendorClientOptions;
import dev.seatport.http.spi.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class C3OptionsTest {
    private static final URI HOST = URI.create("https://contoso-prod-api.azurewebsites.net");

    private static C3Options.Builder options() {
        return C3Options.builder(HOST, "client", Secret.of("CONFIDENTIAL"), "the-resource");
    }

    @Nested
    class Defaults {
        @Test
        void areTheDocumentedDirectoryAndNoScope() {
            VendorClientOptions client = options().build().client();
            assertThat(client.vendor()).isEqualTo(C3.VENDOR);
            assertThat(client.baseUrl()).isEqualTo(HOST);
            assertThat(client.tokenUrl().base())
                    .isEqualTo(URI.create("https://login.microsoftonline.com/08e91d7e-4f3f-49a0-8973-8b2547341ec7"
                            + "/oauth2/token"));
            assertThat(client.credentials().parameters()).isEqualTo(Map.of("resource", "the-resource"));
            assertThat(client.limits().requestTimeout()).isEqualTo(Duration.ofSeconds(60));
        }

        @Test
        void areOverriddenByOptions() {
            VendorClientOptions client = options()
                    .scope("the-scope")
                    .tokenUrl(URI.create("https://login.example.com/token"))
                    .requestTimeout(Duration.ofSeconds(5))
                    .build()
                    .client();
            assertThat(client.credentials().parameters())
                    .isEqualTo(Map.of("resource", "the-resource", "scope", "the-scope"));
            assertThat(client.tokenUrl().base()).isEqualTo(URI.create("https://login.example.com/token"));
            assertThat(client.limits().requestTimeout()).isEqualTo(Duration.ofSeconds(5));
        }
    }

    @Nested
    class Validation {
        @ParameterizedTest
        @ValueSource(strings = {"http://api.example.com", "/relative", "https://user@api.example.com"})
        void rejectUrlsThatWouldExposeTheSecret(String url) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> C3Options.builder(URI.create(url), "client", Secret.of("s"), "resource")
                            .build())
                    .withMessageStartingWith("the base URL must ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> options().tokenUrl(URI.create(url)).build())
                    .withMessageStartingWith("the token URL must ");
        }

        @Test
        void rejectAZeroTimeout() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> options().requestTimeout(Duration.ZERO).build());
        }
    }
}
