package dev.seatport.http.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProxyTest {
    private static String login(HttpProxy proxy) {
        String value = proxy.authorization().orElseThrow().reveal();
        assertThat(value).startsWith("Basic ");
        return new String(Base64.getDecoder().decode(value.substring(6)), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "proxy.example:3128,proxy.example,3128",
        "' proxy.example:3128 ',proxy.example,3128",
        "127.0.0.1:8080,127.0.0.1,8080",
        "[::1]:8080,::1,8080",
        "http://proxy.example:3128,proxy.example,3128",
        "HTTP://proxy.example:3128/,proxy.example,3128",
        "http://proxy.example,proxy.example,80",
        "http://[fd00::1]/,fd00::1,80"
    })
    void isParsedFromHostAndPortOrAUrl(String text, String host, int port) {
        HttpProxy proxy = HttpProxy.parse(text);
        assertThat(proxy.host()).isEqualTo(host);
        assertThat(proxy.port()).isEqualTo(port);
        assertThat(proxy.authorization()).isEmpty();
        assertThat(proxy).isEqualTo(HttpProxy.of(InetSocketAddress.createUnresolved(host, port)));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "http://user:word@proxy:3128,user:word",
                "http://user:word@proxy:3128/,user:word",
                "user:word@proxy:3128,user:word",
                "http://us%20er:a%3Ab%40c%2Fd%25@proxy:3128,us er:a:b@c/d%",
                "http://user:p@ss@proxy:3128,user:p@ss",
                "http://user:a:b@proxy:3128,user:a:b",
                "http://user:a+b@proxy:3128,user:a+b",
                "http://DOMAIN\\user:word@proxy:3128,DOMAIN\\user:word",
                "http://us%C3%A9r:wörd@proxy:3128,usér:wörd",
                "http://key:@proxy:3128,key:"
            })
    void mayHaveALogin(String text, String login) {
        HttpProxy proxy = HttpProxy.parse(text);
        assertThat(login(proxy)).isEqualTo(login);
        assertThat(proxy.host()).isEqualTo("proxy");
        assertThat(proxy.port()).isEqualTo(3128);
    }

    @Test
    void treatsLoginAndPasswordAsSecrets() {
        HttpProxy plain = HttpProxy.parse("proxy.example:3128");
        assertThat(plain.secrets()).isEmpty();
        HttpProxy login = plain.withLogin("user", Secret.of("a:pass word"));
        assertThat(login.secrets()).containsExactly(login.authorization().orElseThrow(), Secret.of("a:pass word"));
    }

    @Test
    void isEqualOnlyWithTheSameLogin() {
        HttpProxy plain = HttpProxy.parse("proxy:3128");
        HttpProxy login = plain.withLogin("user", Secret.of("word"));
        assertThat(login)
                .isEqualTo(HttpProxy.parse("http://user:word@proxy:3128"))
                .hasSameHashCodeAs(plain);
        assertThat(login).isNotEqualTo(plain).isNotEqualTo(plain.withLogin("user", Secret.of("other")));
        assertThat(plain).isNotEqualTo(HttpProxy.parse("proxy:3129")).isNotEqualTo(HttpProxy.parse("other:3128"));
    }

    @Test
    void printsItsAddressAndNoLogin() {
        assertThat(HttpProxy.parse("http://canary:canary@proxy:3128")).hasToString("***@proxy:3128");
        assertThat(HttpProxy.parse("proxy:3128")).hasToString("proxy:3128");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy",
                "proxy:",
                "proxy:0",
                "proxy:65536",
                "proxy:http",
                ":3128",
                "::1:3128",
                "[::1",
                "[canary]:1",
                "https://canary:3128",
                "socks5://canary:1080",
                "socks://canary:1080",
                "ftp://canary:21",
                "://canary:1",
                "http://",
                "http:///",
                "http://:3128",
                "http://proxy:3128/canary",
                "http://proxy:3128?canary",
                "http://proxy:3128#canary",
                "http://pro xy:3128",
                "http://canary@proxy:3128",
                "canary@proxy:3128",
                "http://:canary@proxy:3128",
                "http://user:canary/1@proxy:3128",
                "http://canary:1/@proxy:3128",
                "http://user:canary%@proxy:3128",
                "http://user:canary%4@proxy:3128",
                "http://user:canary%zz@proxy:3128",
                "http://user:canary%FF@proxy:3128",
                "http://us%3Aer:canary@proxy:3128",
                "http://user:canary%0D%0A@proxy:3128",
                "http://@proxy:3128",
                "proxy:3128/",
                "http://prox\u00FF:3128"
            })
    void isRejectedWithoutQuotingTheText(String text) {
        assertThatThrownBy(() -> HttpProxy.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(is|has) [a-zA-Z0-9 -]+")
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    @Test
    void rejectsAnAmbiguousLogin() {
        HttpProxy proxy = HttpProxy.parse("proxy:3128");
        Secret password = Secret.of("canary");
        for (String user : new String[] {"", "a:b", "a\nb"}) {
            assertThatThrownBy(() -> proxy.withLogin(user, password))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("canary");
        }
        Secret broken = Secret.of("a\r\nb");
        assertThatThrownBy(() -> proxy.withLogin("user", broken)).isInstanceOf(IllegalArgumentException.class);
    }
}
