package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterHeaderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static @Nullable Duration parse(@Nullable String date, String... values) {
        return RetryAfterHeader.parse(List.of(values), date, NOW).orElse(null);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "' 17 ',17", "007,7", "120,120", "86400,86400"})
    void isParsedAsSeconds(String value, long seconds) {
        assertThat(parse(null, value)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "99999999999999999999999999", "999999999999999999"})
    void isAHundredYearsWhenItIsHuge(String value) {
        assertThat(parse(null, value)).isEqualTo(Duration.ofDays(36_500));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+1",
                "1.5",
                "1e3",
                "soon",
                "12s",
                "0x10",
                "١٢",
                "Sun, 01 Mar 2026",
                "1, 2",
                "Mon, 01 Mar 2026 12:00:10 GMT",
                "Sun, 31 Feb 2026 12:00:10 GMT",
                "2026-03-01T12:00:10Z"
            })
    void isIgnoredWhenItIsNeitherSecondsNorADate(String value) {
        assertThat(parse(null, value)).isNull();
    }

    @Test
    void isADateComparedWithTheDateOfTheResponse() {
        assertThat(parse("Sun, 01 Mar 2026 09:30:00 GMT", "Sun, 01 Mar 2026 09:30:45 GMT"))
                .isEqualTo(Duration.ofSeconds(45));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sunday, 01-Mar-26 12:00:45 GMT", "Sun Mar  1 12:00:45 2026"})
    void isADateInObsoleteForms(String value) {
        assertThat(parse(null, value)).isEqualTo(Duration.ofSeconds(45));
        assertThat(parse("Sunday, 01-Mar-26 12:00:15 GMT", value)).isEqualTo(Duration.ofSeconds(30));
        assertThat(parse("Sun Mar  1 12:00:25 2026", value)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void isADateComparedWithTheClientClockIfTheResponseHasNoDate() {
        assertThat(parse(null, "Sun, 01 Mar 2026 12:00:10 GMT")).isEqualTo(Duration.ofSeconds(10));
        assertThat(parse("yesterday", "Sun, 01 Mar 2026 12:00:10 GMT")).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void isZeroIfTheDateIsPast() {
        assertThat(parse(null, "Sun, 01 Mar 2026 11:59:59 GMT")).isEqualTo(Duration.ZERO);
        assertThat(parse("Sun, 01 Mar 2026 13:00:00 GMT", "Sun, 01 Mar 2026 12:00:10 GMT"))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void isTheLongestOfSeveral() {
        assertThat(parse(null, "3", "9", "soon", "1")).isEqualTo(Duration.ofSeconds(9));
        assertThat(parse(null)).isNull();
    }
}
