package dev.seatport.http.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.http.spi.RateLimitStatus.Scope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitStatusTest {
    @ParameterizedTest
    @CsvSource({"0,false", "0.79,false", "0.8,true", "1,true", "1.8,true"})
    void isNearTheLimitFromFourFifthsOn(String usedFraction, boolean near) {
        assertThat(RateLimitStatus.of(Scope.CLIENT, usedFraction).isNearLimit()).isEqualTo(near);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-1", "NaN", "Infinity", "1e999", "much"})
    void countsOtherTextsAsNotReported(String usedFraction) {
        assertThat(RateLimitStatus.of(Scope.AUDIENCE, usedFraction).usedFraction())
                .isEmpty();
    }
}
