package dev.seatport.http.internal.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 01 Mar 2026 12:00:05 GMT",
                " Sun, 01 Mar 2026 12:00:05 GMT ",
                "Sun, 1 Mar 2026 12:00:05 GMT",
                "1 Mar 2026 13:00:05 +0100",
                "Sunday, 01-Mar-26 12:00:05 GMT",
                " sunday, 01-mar-26 12:00:05 gmt",
                "Sun Mar  1 12:00:05 2026",
                "Sun Mar 1 12:00:05 2026",
                "Sun Mar 01 12:00:05 2026 "
            })
    void isAnInstant(String header) {
        assertThat(HttpDate.parse(header, NOW)).hasValue(Instant.parse("2026-03-01T12:00:05Z"));
    }

    @Test
    void isTheSameInstantInTheThreeFormsOfTheRfc() {
        Instant example = Instant.parse("1994-11-06T08:49:37Z");
        assertThat(HttpDate.parse("Sun, 06 Nov 1994 08:49:37 GMT", NOW)).hasValue(example);
        assertThat(HttpDate.parse("Sunday, 06-Nov-94 08:49:37 GMT", NOW)).hasValue(example);
        assertThat(HttpDate.parse("Sun Nov  6 08:49:37 1994", NOW)).hasValue(example);
    }

    @ParameterizedTest
    @CsvSource({
        "'Wednesday, 01-Jan-76 00:00:00 GMT',2076-01-01T00:00:00Z",
        "'Saturday, 01-Jan-77 00:00:00 GMT',1977-01-01T00:00:00Z",
        "'Friday, 31-Dec-99 23:59:59 GMT',1999-12-31T23:59:59Z",
        "'Saturday, 01-Jan-00 00:00:00 GMT',2000-01-01T00:00:00Z"
    })
    void isNotMoreThanFiftyYearsAheadWhereTheYearHasTwoDigits(String header, Instant moment) {
        assertThat(HttpDate.parse(header, NOW)).hasValue(moment);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "0",
                "yesterday",
                "Mon, 01 Mar 2026 12:00:05 GMT",
                "2026-03-01T12:00:05Z",
                "Sun, 01 Mar 2026",
                "Monday, 01-Mar-26 12:00:05 GMT",
                "Sunday, 01-Mar-26 12:00:05 CET",
                "Mon Mar  1 12:00:05 2026",
                "Sat Feb 30 12:00:05 2026",
                "Sun Mar  1 25:00:05 2026",
                "Sun Mar  1 12:00:05 26"
            })
    void isEmptyIfTheHeaderIsNoDate(@Nullable String header) {
        assertThat(HttpDate.parse(header, NOW)).isEmpty();
    }
}
