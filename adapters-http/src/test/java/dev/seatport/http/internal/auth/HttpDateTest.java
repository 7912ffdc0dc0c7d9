package dev.seatport.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 01 Mar 2026 12:00:05 GMT",
                " Sun, 01 Mar 2026 12:00:05 GMT ",
                "Sun, 1 Mar 2026 12:00:05 GMT",
                "1 Mar 2026 13:00:05 +0100"
            })
    void isAMoment(String header) {
        assertThat(HttpDate.read(header)).hasValue(Instant.parse("2026-03-01T12:00:05Z"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "0", "yesterday", "Mon, 01 Mar 2026 12:00:05 GMT", "2026-03-01T12:00:05Z", "Sun, 01 Mar 2026"
            })
    void isLeftOutWhereItIsNoDate(@Nullable String header) {
        assertThat(HttpDate.read(header)).isEmpty();
    }
}
