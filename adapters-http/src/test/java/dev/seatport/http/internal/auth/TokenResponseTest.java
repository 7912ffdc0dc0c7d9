package dev.seatport.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.http.internal.codec.JsonCodec;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenResponseTest {
    private static @Nullable Map<String, @Nullable Object> json(String text) {
        return JsonCodec.decodeFields(Buffer.buffer(text));
    }

    private static TokenResponse parse(String more) throws TokenResponse.InvalidTokenResponseException {
        return TokenResponse.parse(json("{\"access_token\":\"a.b-c_d~e+f/g==\"" + more + "}"), null);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "3599,3299",
                "'\"3599\"',3299",
                "300,270",
                "86400,86100",
                "7200,6900",
                "10,9",
                "0,0",
                "90000,86100",
                "'\"100800\"',86100",
                "3600.0,3300",
                "'\"3600.0\"',3300",
                "3.6e3,3300",
                "1E+3,900"
            })
    void isRenewedATenthOfItsLifetimeBeforeItsEnd(String expiresIn, long seconds)
            throws TokenResponse.InvalidTokenResponseException {
        TokenResponse token = parse(",\"expires_in\":" + expiresIn);
        assertThat(token.useTime().minus(token.margin())).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "86401,86401",
        "100800,100800",
        "2592000,2592000",
        "315360001,315360000",
        "99999999999999999999,315360000",
        "1e99,315360000"
    })
    void hasTheDeclaredLifetimeUpToTenYears(String expiresIn, long seconds)
            throws TokenResponse.InvalidTokenResponseException {
        assertThat(parse(",\"expires_in\":" + expiresIn).lifetime()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void hasALifetimeOfFiveMinutesByDefault() throws TokenResponse.InvalidTokenResponseException {
        assertThat(parse("").lifetime()).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "-1",
                "\"-1\"",
                "\" \"",
                "-3600.0",
                "25.5",
                "\"25.5\"",
                "0.5",
                "1e-3",
                "\"3600.\"",
                "\"1e999\"",
                "\"3600 s\"",
                "\"+3600\"",
                "\"soon\"",
                "true",
                "{}",
                "[]",
                "\" 3599\""
            })
    void isInvalidIfItsLifetimeIsNoWholeNumberOfSeconds(String expiresIn) {
        assertThatThrownBy(() -> parse(",\"expires_in\":" + expiresIn))
                .isInstanceOf(TokenResponse.InvalidTokenResponseException.class)
                .hasMessageStartingWith("its expires_in is ")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
    void isABearerInAnyLetterCase(String type) throws TokenResponse.InvalidTokenResponseException {
        assertThat(parse(",\"token_type\":\"" + type + "\"").value().reveal()).isEqualTo("a.b-c_d~e+f/g==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mac", "", "DPoP", "Bearer "})
    void isInvalidIfItIsNoBearerToken(String type) {
        assertThatThrownBy(() -> parse(",\"token_type\":\"" + type + "\""))
                .isInstanceOf(TokenResponse.InvalidTokenResponseException.class)
                .hasMessage("its token_type is not Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a b", "é", "=a", "a,b", "\""})
    void isInvalidIfItCouldInjectAHeader(String token) {
        String response = "{\"access_token\":" + JsonCodec.encode(token) + "}";
        assertThatThrownBy(() -> TokenResponse.parse(json(response), null))
                .isInstanceOf(TokenResponse.InvalidTokenResponseException.class)
                .hasMessage("its response has no usable access_token");
    }

    @Test
    void doesNotPrintTheToken() throws TokenResponse.InvalidTokenResponseException {
        assertThat(parse("").toString()).doesNotContain("a.b-c");
    }

    private static @Nullable Set<String> scopes(String scope) throws TokenResponse.InvalidTokenResponseException {
        return parse(",\"scope\":" + scope).scopes();
    }

    @Test
    void returnsTheGrantedScopesInOrder() throws TokenResponse.InvalidTokenResponseException {
        assertThat(scopes("\"things.read\"")).containsExactly("things.read");
        assertThat(scopes("\" b  https://acme.example/.default a:b_c-d b \""))
                .containsExactly("b", "https://acme.example/.default", "a:b_c-d");
    }

    @Test
    void ignoresInvalidScopeNames() throws TokenResponse.InvalidTokenResponseException {
        String long200 = "x".repeat(200);
        assertThat(scopes("\"a é <b> \\n " + long200 + " " + long200 + "x c\"")).containsExactly("a", long200, "c");
        assertThat(scopes("\"<b>\"")).isEmpty();
    }

    @Test
    void keepsAtMostAHundredScopes() throws TokenResponse.InvalidTokenResponseException {
        String many = IntStream.rangeClosed(1, 101).mapToObj(i -> "s" + i).collect(Collectors.joining(" "));
        assertThat(scopes("\"" + many + "\"")).hasSize(100).contains("s100").doesNotContain("s101");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \"", "17", "true", "[\"things.read\"]", "{}"})
    void ignoresScopesInAnyOtherForm(String scope) throws TokenResponse.InvalidTokenResponseException {
        assertThat(scopes(scope)).isNull();
        assertThat(parse("").scopes()).isNull();
    }
}
