package dev.seatport.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.http.spi.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretDetectorTest {
    private static final String SECRET = "0123456789abcdefghijklmnopqrstuvwxyz";

    private final SecretDetector detector = new SecretDetector(List.of(Secret.of(SECRET)));

    private static String token(int number) {
        return "token-of-some-length-" + number + "-" + "x".repeat(number) + "-end";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SECRET,
                "0123456789abcdef",
                "klmnopqrstuvwxyz",
                "before 456789abcdefghij after",
                "456789ABCDEFGHIJ",
                "a-0123456789abcde-0123456789abcdef"
            })
    void findsSixteenCharactersInARow(String text) {
        assertThat(detector.detects(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789abcde",
                "0123456789abcde-fghijklmnopqrst",
                "8d8b5b6e-63b4-4a3e-9e0e-6f8a3f7a2b11",
                "zyxwvutsrqponmlkjihgfedcba9876543210"
            })
    void findsNothingInOtherTexts(String text) {
        assertThat(detector.detects(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaaaaaaaa", "AAAAAAAAAAAAAAAA", "zzzzzzzzzzzzzzzz", "ZZZZZZZZZZZZZZZZ"})
    void ignoresTheCaseOfTheFirstAndTheLastLetter(String text) {
        SecretDetector letters =
                new SecretDetector(List.of(Secret.of("AAAAAAAAAAAAAAAA"), Secret.of("zzzzzzzzzzzzzzzz")));
        assertThat(letters.detects(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@@@@@@@@@@@@@@@@", "[[[[[[[[[[[[[[[["})
    void keepsTheCharactersNextToTheLettersApart(String text) {
        SecretDetector neighbours =
                new SecretDetector(List.of(Secret.of("````````````````"), Secret.of("{{{{{{{{{{{{{{{{")));
        assertThat(neighbours.detects(text)).isFalse();
    }

    @Test
    void findsNothingWhereThereIsNoText() {
        assertThat(detector.detects(null)).isFalse();
    }

    @Test
    void findsTheUrlEncodedSecret() {
        SecretDetector odd = new SecretDetector(List.of(Secret.of("a&b&c&d&e&f&g&h&i")));
        assertThat(odd.detects("x=a%26b%26c%26d%26e%26f")).isTrue();
        assertThat(odd.detects("a&b&c&d&e&f&g&h&")).isTrue();
    }

    @Test
    void findsASecretOfEightToFifteenCharactersAsAWhole() {
        SecretDetector small = new SecretDetector(List.of(Secret.of("hunter42"), Secret.of("short-7")));
        assertThat(small.detects("id-hunter42-1")).isTrue();
        assertThat(small.detects("hunter42")).isTrue();
        assertThat(small.detects("id-hunter4-1")).isFalse();
        assertThat(small.detects("id-short-7-1")).isFalse();
    }

    @Test
    void findsTheLastThirtyTwoTokens() {
        detector.add(token(1));
        for (int i = 2; i <= 32; i++) {
            detector.add("another-" + token(i));
        }
        assertThat(detector.detects("some-length-1-x-end")).isTrue();
        assertThat(detector.detects(token(32))).isTrue();
        detector.add("one-more-token-of-no-account");
        assertThat(detector.detects("some-length-1-x-end")).isFalse();
        assertThat(detector.detects(SECRET)).isTrue();
    }

    @Test
    void keepsATokenThatIsAddedAgainWhenItIsUsed() {
        detector.add(token(1));
        for (int i = 2; i <= 100; i++) {
            detector.add("another-" + token(i));
            detector.add(token(1));
        }
        assertThat(detector.detects("some-length-1-x-end")).isTrue();
        assertThat(detector.detects("length-99-xxxxxx")).isTrue();
        assertThat(detector.detects("length-60-xxxxxx")).isFalse();
    }

    @Test
    void keepsTheThirtyTwoTokensUsedLast() {
        for (int i = 1; i <= 32; i++) {
            detector.add("another-" + token(i));
        }
        detector.add("another-" + token(20));
        for (int i = 101; i <= 131; i++) {
            detector.add("another-" + token(i));
        }
        assertThat(detector.detects("length-20-xxxxxx")).isTrue();
        assertThat(detector.detects("length-32-xxxxxx")).isFalse();
    }

    /** Texts are cut at this length before they are shown. */
    @Test
    void searchesOnlyTheCharactersThatMayBeShown() {
        assertThat(detector.detects("-".repeat(240) + SECRET)).isTrue();
        assertThat(detector.detects("-".repeat(241) + SECRET)).isFalse();
    }
}
