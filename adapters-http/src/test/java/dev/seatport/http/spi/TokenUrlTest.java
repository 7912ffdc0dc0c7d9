package dev.seatport.http.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenUrlTest {
    private static final URI LOGIN = URI.create("https://login.example.com");
    private static final TokenUrl PER_AUDIENCE = TokenUrl.perAudience(LOGIN, "/oauth2/v2.0/token");

    @ParameterizedTest
    @CsvSource({
        "https://login.example.com,tenant-1,https://login.example.com/tenant-1/token",
        "https://login.example.com/,tenant-1,https://login.example.com/tenant-1/token",
        "https://login.example.com:8443/a,a b@é,https://login.example.com:8443/a/a%20b%40%C3%A9/token"
    })
    void hasTheAudienceAsOneEncodedSegment(URI base, String audience, URI url) {
        assertThat(TokenUrl.perAudience(base, "/token").resolve(audience)).isEqualTo(url);
    }

    @Test
    void isTheSameForAllTokensOfAVendorWithoutAudiences() {
        assertThat(TokenUrl.of(LOGIN).resolve(null)).isEqualTo(LOGIN);
        assertThat(TokenUrl.of(LOGIN).validationError(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "a\\b", "%2e", "a?b", "a#b", "a;b", "\r\n"})
    void isNotBuiltFromAnAudienceThatMustNotAppearInAPath(String audience) {
        assertThat(PER_AUDIENCE.validationError(audience))
                .hasValueSatisfying(error -> assertThat(error).startsWith("the audience cannot be sent: it "));
        assertThatIllegalArgumentException().isThrownBy(() -> PER_AUDIENCE.resolve(audience));
    }

    @Test
    void isNotBuiltForARequestThatDoesNotFit() {
        assertThat(PER_AUDIENCE.validationError(null)).isPresent();
        assertThat(TokenUrl.of(LOGIN).validationError("tenant-1")).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> PER_AUDIENCE.resolve(null));
        assertThatIllegalArgumentException().isThrownBy(() -> TokenUrl.of(LOGIN).resolve("tenant-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/to ken", "/token?x=1", "/token#x", "/to%ken", "/<token>"})
    void needsAnEncodedPathAfterTheAudience(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenUrl.perAudience(LOGIN, path))
                .withMessageContaining("must be percent-encoded, without a query or a fragment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://login.example.com/a?b=c", "https://login.example.com/#a"})
    void needsAPathBeforeTheAudience(URI base) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenUrl.perAudience(base, "/token"))
                .withMessage("the token URL must have no query and no fragment");
    }

    @Test
    void needsASlashAfterTheAudience() {
        assertThatIllegalArgumentException().isThrownBy(() -> TokenUrl.perAudience(LOGIN, "token"));
    }
}
