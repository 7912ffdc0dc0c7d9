package dev.seatport.http.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.http.internal.transport.BaseUrl;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkResolverTest {
    private static final String CURRENT = "/v1.0/contracts?$top=5";

    private final LinkResolver links = new LinkResolver(BaseUrl.of(URI.create("https://graph.example.com/v1.0")));

    @ParameterizedTest
    @CsvSource({
        "https://graph.example.com/v1.0/contracts?$skiptoken=X%27a-b,/v1.0/contracts?$skiptoken=X%27a-b",
        "HTTPS://GRAPH.example.com:443/v1.0/contracts?p=2,/v1.0/contracts?p=2",
        "https://graph.example.com/beta/other?p=2,/beta/other?p=2",
        "https://graph.example.com,/",
        "https://graph.example.com?p=2,/?p=2",
        "//graph.example.com/v1.0/contracts?p=2,/v1.0/contracts?p=2",
        "/v1.0/contracts?p=2,/v1.0/contracts?p=2",
        "/v1.0//contracts/../x?p=2,/v1.0//contracts/../x?p=2",
        "contracts?p=2,/v1.0/contracts?p=2",
        "./contracts?p=2,/v1.0/contracts?p=2",
        "../beta/contracts?p=2,/beta/contracts?p=2",
        "?p=2,/v1.0/contracts?p=2",
        "?p=2#fragment,/v1.0/contracts?p=2",
        "#fragment,/v1.0/contracts?$top=5",
        "' /v1.0/contracts?p=2 ',/v1.0/contracts?p=2",
        "/v1.0/contracts?t=a|b{c}\"^`<d>,/v1.0/contracts?t=a%7Cb%7Bc%7D%22%5E%60%3Cd%3E"
    })
    void resolvesALinkOfTheSameServer(String link, String target) throws Exception {
        assertThat(links.resolve(CURRENT, link)).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/v1.0/contracts?p=2",
                "https://graph.example.com.evil.example/v1.0/contracts",
                "https://graph.example.com@evil.example/v1.0/contracts",
                "https://user:pw@graph.example.com/v1.0/contracts",
                "http://graph.example.com/v1.0/contracts",
                "http://graph.example.com:443/v1.0/contracts",
                "https://graph.example.com:8443/v1.0/contracts",
                "https://graph.example.com./v1.0/contracts",
                "//evil.example.com/v1.0/contracts",
                "ftp://graph.example.com/",
                "mailto:a@graph.example.com",
                "javascript:alert(1)",
                "https:contracts"
            })
    void rejectsALinkToAnotherServer(String link) {
        assertInvalid(link, "leads to another scheme, host or port than the base URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1.0/con tracts",
                "/v1.0/contracts?a=b\r\nX-Evil: 1",
                "/v1.0/contracts\u0000",
                "/v1.0/é",
                "\\\\evil.example\\x",
                "/v1.0/contracts?p=%",
                "//",
                "https://",
                "http://[::1/"
            })
    void rejectsATextThatIsNoUrl(String link) {
        assertInvalid(link, "is no URL");
    }

    @Test
    void rejectsALinkThatServersWouldReject() {
        assertInvalid("/" + "x".repeat(16_384), "is longer than 16384 characters");
    }

    private void assertInvalid(String link, String what) {
        assertThatThrownBy(() -> links.resolve(CURRENT, link))
                .isInstanceOf(LinkResolver.InvalidLinkException.class)
                .hasMessage(what);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080,http://127.0.0.1:8080/x",
        "http://[::1]:8080,http://[::1]:8080/x",
        "http://localhost,http://localhost:80/x"
    })
    void comparesHostAndPortWithTheBaseUrl(URI base, String link) throws Exception {
        assertThat(new LinkResolver(BaseUrl.of(base)).resolve("/", link)).isEqualTo("/x");
    }

    @Test
    void placesAPathBelowTheBaseUrl() {
        assertThat(links.target("/contracts?p=1")).isEqualTo("/v1.0/contracts?p=1");
        LinkResolver bare = new LinkResolver(BaseUrl.of(URI.create("https://graph.example.com")));
        assertThat(bare.target("/contracts")).isEqualTo("/contracts");
        assertThat(bare.target("")).isEqualTo("/");
    }
}
