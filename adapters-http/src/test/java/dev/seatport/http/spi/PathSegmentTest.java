package dev.seatport.http.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathSegmentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a/b",
                "/",
                "a\\b",
                "a?b",
                "a#b",
                "100%",
                "%2e%2e",
                "a;b",
                "\r\n",
                "a\tb",
                "\u0000",
                "\u007f",
                "\u009f",
                "\ud800",
                "x\udc00y"
            })
    void mustNotDenoteAnotherPath(String id) {
        assertThat(PathSegment.validationError(id)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "...", ".a", "a..b", "-", "~", "a b", "a+b", "שלום", "😀", "a&b=c", "é", " "})
    void mayBeAnythingElse(String id) {
        assertThat(PathSegment.validationError(id)).isEmpty();
        String encoded = PathSegment.encode(id);
        assertThat(encoded).matches("([A-Za-z0-9._~-]|%[0-9A-F]{2})+");
        assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(id);
    }

    @Test
    void mayHaveUpTo128Characters() {
        assertThat(PathSegment.validationError("x".repeat(128))).isEmpty();
        assertThat(PathSegment.validationError("x".repeat(129))).isPresent();
        assertThat(PathSegment.validationError("x".repeat(10_000))).isPresent();
    }

    @Test
    void isNotQuotedInTheValidationError() {
        assertThat(PathSegment.validationError("canary/..").orElseThrow()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "z", "A", "Z", "0", "9", "-", ".", "_"})
    void isReturnedAsItIsIfAllCharactersAreUnreserved(String unreserved) {
        String id = "~" + unreserved;
        assertThat(PathSegment.encode(id)).isSameAs(id);
    }

    /** Characters next to letters, digits and marks in ASCII. */
    @ParameterizedTest
    @CsvSource({"`,%60", "{,%7B", "@,%40", "[,%5B", ":,%3A", "/,%2F", "^,%5E", "!,%21", "*,%2A", "+,%2B", "' ',%20"})
    void hasItsReservedCharactersEncoded(String reserved, String encoded) {
        assertThat(PathSegment.encode("a" + reserved + "~")).isEqualTo("a" + encoded + "~");
    }
}
