package dev.seatport.http.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost",
                "localhost.",
                "vendor.localhost",
                "a.b.localhost",
                "127.0.0.1",
                "127.0.0.2",
                "127.255.255.254",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]"
            })
    void isLoopback(String host) {
        assertThat(BaseUrl.of(URI.create("https://" + host + ":8443/api")).isLoopback())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vendor.example",
                "localhost.example",
                "notlocalhost",
                "127.0.0.1.example",
                "128.0.0.1",
                "10.127.0.1",
                "126.255.255.255",
                "0.0.0.0",
                "[::2]",
                "[fe80::1]",
                "1.0.0.127"
            })
    void isNotLoopback(String host) {
        assertThat(BaseUrl.of(URI.create("https://" + host + "/api")).isLoopback())
                .isFalse();
    }
}
