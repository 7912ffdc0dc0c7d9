package dev.seatport.avepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seatport.http.VendorClientOptions;
import dev.seatport.http.spi.Secret;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvePointOptionsTest {
    private static AvePointOptions.Builder options() {
        return AvePointOptions.builder("client", Secret.of("CONFIDENTIAL"));
    }

    @Nested
    class Environments {
        @ParameterizedTest
        @CsvSource({
            "COMMERCIAL, https://graph.avepointonlineservices.com,"
                    + " https://identity.avepointonlineservices.com/connect/token",
            "US_GOVERNMENT, https://graph-gov.avepointonlineservices.com,"
                    + " https://identity-gov.avepointonlineservices.com/connect/token",
            "AOS2, https://graph-aos2.avepointonlineservices.com,"
                    + " https://identity-aos2.avepointonlineservices.com/connect/token",
            "FEDRAMP, https://graphusgovapi.online15.net, https://identity.online15.net/connect/token"
        })
        void haveTheirDocumentedHosts(AvePointEnvironment environment, URI baseUrl, URI tokenUrl) {
            VendorClientOptions client =
                    options().environment(environment).build().client();
            assertThat(client.baseUrl()).isEqualTo(baseUrl);
            assertThat(client.tokenUrl().base()).isEqualTo(tokenUrl);
        }

        @Test
        void areOverriddenByUrls() {
            VendorClientOptions client = options()
                    .environment(AvePointEnvironment.AOS2)
                    .baseUrl(URI.create("https://graph-we.avepointonlineservices.com/"))
                    .tokenUrl(URI.create("https://identity.example.com/token"))
                    .build()
                    .client();
            assertThat(client.baseUrl()).isEqualTo(URI.create("https://graph-we.avepointonlineservices.com"));
            assertThat(client.tokenUrl().base()).isEqualTo(URI.create("https://identity.example.com/token"));
        }
    }

    @Nested
    class Defaults {
        @Test
        void areTheCurrentApiOfTheCommercialEnvironment() {
            AvePointOptions options = options().build();
            assertThat(options.api()).isEqualTo(AvePointApiVersion.CURRENT);
            assertThat(options.client().baseUrl()).isEqualTo(AvePointEnvironment.COMMERCIAL.baseUrl());
            assertThat(options.client().tokenUrl().base()).isEqualTo(AvePointEnvironment.COMMERCIAL.tokenUrl());
            assertThat(options.client().limits().requestTimeout()).isEqualTo(Duration.ofSeconds(60));
            assertThat(options.client().correlationHeader()).hasValue("request-id");
        }

        @Test
        void areOverriddenByATimeout() {
            assertThat(options()
                            .requestTimeout(Duration.ofSeconds(5))
                            .build()
                            .client()
                            .limits()
                            .requestTimeout())
                    .isEqualTo(Duration.ofSeconds(5));
        }
    }

    @Nested
    class Validation {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://graph.example.com",
                    "ftp://localhost",
                    "/relative",
                    "https://user@graph.example.com",
                    "https://graph.example.com?a=b",
                    "https://graph.example.com#a"
                })
        void rejectUrlsThatWouldExposeTheSecret(String url) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> options().baseUrl(URI.create(url)).build())
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

        @Test
        void rejectAnEmptyClientId() {
            assertThatIllegalArgumentException().isThrownBy(() -> AvePointOptions.builder("", Secret.of("s")));
        }
    }
}
