package dev.seatport.demo.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.http.ClientLimits;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitSettingsTest {
    private static ClientLimits of(Map<String, String> settings) {
        return LimitSettings.of("acme").limits(Settings.ofMap(settings));
    }

    @Test
    void haveTheDefaultsOfTheLibraryIfNothingIsSet() {
        ClientLimits limits = of(Map.of("seatport.globex.requests-per-second", "3"));

        assertThat(limits.requestTimeout()).isEqualTo(ClientLimits.defaults().requestTimeout());
        assertThat(limits.requestsPerSecond()).isInfinite();
    }

    @ParameterizedTest
    @CsvSource({"20, 20", "0.5, 0.5", "' 1e2 ', 100", "10000, 10000", "0.1, 0.1"})
    void limitTheRequestsPerSecond(String value, double expected) {
        assertThat(of(Map.of("seatport.acme.requests-per-second", value)).requestsPerSecond())
                .isEqualTo(expected);
    }

    @Test
    void limitTheDurationAndTheRate() {
        ClientLimits limits =
                of(Map.of("seatport.acme.requests-per-second", "7", "seatport.acme.request-timeout", "PT5S"));

        assertThat(limits.requestTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(limits.requestsPerSecond()).isEqualTo(7);
    }
}
