package dev.seatport.http.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogSanitizerTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\r\n"})
    void returnsNullForBlankText(String text) {
        assertThat(LogSanitizer.sanitize(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"E-1,E-1", "' E-1 ',E-1", "!~,!~", "a b,a_b", "é,_"})
    void keepsOnlyPrintableAscii(String text, String sanitized) {
        assertThat(LogSanitizer.sanitize(text)).isEqualTo(sanitized);
    }

    @Test
    void replacesControlCharacters() {
        assertThat(LogSanitizer.sanitize("a\r\nb\u0000c\u001b[31m\u007f\u202ed"))
                .isEqualTo("a__b_c_[31m__d");
    }

    @Test
    void truncatesAtEightyCharacters() {
        assertThat(LogSanitizer.sanitize("x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(LogSanitizer.sanitize("x".repeat(79) + "yz")).isEqualTo("x".repeat(79) + "y");
    }
}
