package dev.seatport.graph;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphOptionsTest {
    private static GraphOptions.Builder options() {
        return GraphOptions.builder(GraphServer.PARTNER, "client", Secret.of("CONFIDENTIAL"));
    }

    @Nested
    class Environments {
        @ParameterizedTest
        @CsvSource({
            "GLOBAL, https://graph.microsoft.com, https://login.microsoftonline.com",
            "US_GOVERNMENT_L4, https://graph.microsoft.us, https://login.microsoftonline.us",
            "US_GOVERNMENT_DOD, https://dod-graph.microsoft.us, https://login.microsoftonline.us",
            "CHINA, https://microsoftgraph.chinacloudapi.cn, https://login.chinacloudapi.cn"
        })
        void haveTheDocumentedHostsAndTheScopeOfTheApi(GraphEnvironment environment, URI api, URI login) {
            VendorClientOptions client =
                    options().environment(environment).build().client();
            assertThat(client.vendor()).isEqualTo(Graph.VENDOR);
            assertThat(client.baseUrl()).isEqualTo(api);
            assertThat(client.tokenUrl().resolve("tenant-1"))
                    .isEqualTo(URI.create(login + "/tenant-1/oauth2/v2.0/token"));
            assertThat(client.credentials().parameters()).isEqualTo(Map.of("scope", api + "/.default"));
        }

        @Test
        void defaultToTheGlobalCloud() {
            VendorClientOptions client = options().build().client();
            assertThat(client.baseUrl()).isEqualTo(GraphEnvironment.GLOBAL.baseUrl());
            assertThat(client.tokenUrl().base()).isEqualTo(GraphEnvironment.GLOBAL.loginUrl());
            assertThat(client.limits().requestTimeout()).isEqualTo(Duration.ofSeconds(60));
        }

        @Test
        void keepTheirScopeIfTheUrlsAreOverridden() {
            VendorClientOptions client = options()
                    .environment(GraphEnvironment.CHINA)
                    .baseUrl(URI.create("https://graph.example.com"))
                    .loginUrl(URI.create("https://login.example.com"))
                    .requestTimeout(Duration.ofSeconds(5))
                    .build()
                    .client();
            assertThat(client.baseUrl()).isEqualTo(URI.create("https://graph.example.com"));
            assertThat(client.tokenUrl().base()).isEqualTo(URI.create("https://login.example.com"));
            assertThat(client.credentials().parameters())
                    .isEqualTo(Map.of("scope", "https://microsoftgraph.chinacloudapi.cn/.default"));
            assertThat(client.limits().requestTimeout()).isEqualTo(Duration.ofSeconds(5));
        }
    }

    @Nested
    class Validation {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "contoso.onmicrosoft.com",
                    "",
                    "{aaaaaaaa-0000-4000-8000-00000000000a}",
                    "common",
                    "00000000-0000-0000-0000-000000000000"
                })
        void rejectsAPartnerTenantThatIsNoGuid(String tenant) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> GraphOptions.builder(tenant, "client", Secret.of("s")))
                    .withMessageStartingWith("the partner tenant must be the id of a tenant, a GUID");
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://api.example.com", "/relative", "https://user@api.example.com"})
        void rejectsUrlsThatWouldExposeTheSecret(String url) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> options().baseUrl(URI.create(url)).build())
                    .withMessageStartingWith("the base URL must ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> options().loginUrl(URI.create(url)).build())
                    .withMessageStartingWith("the token URL must ");
        }

        @Test
        void rejectsAnEmptyClientId() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> GraphOptions.builder(GraphServer.PARTNER, "", Secret.of("s")));
        }
    }
}
