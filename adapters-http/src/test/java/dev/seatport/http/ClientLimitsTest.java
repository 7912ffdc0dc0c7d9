package dev.seatport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientLimitsTest {
    @Test
    void haveTheDocumentedDefaults() {
        ClientLimits limits = ClientLimits.defaults();
        assertThat(limits.deadline()).isEqualTo(Duration.ofMinutes(2));
        assertThat(limits.requestTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(limits.responseHeadTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(limits.readIdleTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(limits.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(limits.maxResponseBytes()).isEqualTo(8L * 1024 * 1024);
        assertThat(limits.maxConcurrentCalls()).isEqualTo(8);
        assertThat(limits.maxQueuedCalls()).isEqualTo(1_000);
        assertThat(limits.maxCachedTokens()).isEqualTo(1_000);
        assertThat(limits.decoderThreads())
                .isEqualTo(Math.min(1, Runtime.getRuntime().availableProcessors() - 1));
        assertThat(limits.attempts()).isEqualTo(4);
        assertThat(limits.maxBackoff()).isEqualTo(Duration.ofSeconds(20));
        assertThat(limits.requestsPerSecond()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource({"1,120", "60,120", "61,122", "150,300", "86400,172800"})
    void deriveTheDeadlineFromTheRequestTimeout(long request, long deadline) {
        ClientLimits limits = ClientLimits.builder()
                .requestTimeout(Duration.ofSeconds(request))
                .build();
        assertThat(limits.deadline()).isEqualTo(Duration.ofSeconds(deadline));
        assertThat(limits.toBuilder().build().deadline()).isEqualTo(Duration.ofSeconds(deadline));
        assertThat(ClientLimits.defaults().toBuilder()
                        .requestTimeout(Duration.ofSeconds(request))
                        .build()
                        .deadline())
                .isEqualTo(Duration.ofSeconds(deadline));
    }

    @Test
    void keepAnExplicitDeadline() {
        ClientLimits limits = ClientLimits.builder()
                .requestTimeout(Duration.ofMinutes(5))
                .deadline(Duration.ofSeconds(7))
                .build();
        assertThat(limits.deadline()).isEqualTo(Duration.ofSeconds(7));
        assertThat(limits.toBuilder()
                        .requestTimeout(Duration.ofMinutes(9))
                        .build()
                        .deadline())
                .isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void doNotDoubleATimeoutBeyondTheRangeOfTheClock() {
        Duration veryLong = Duration.ofDays(100_000);
        assertThat(ClientLimits.builder().requestTimeout(veryLong).build().deadline())
                .isEqualTo(veryLong);
    }

    @Test
    void areAllCopiedToTheBuilder() {
        ClientLimits custom = ClientLimits.builder()
                .deadline(Duration.ofSeconds(1))
                .requestTimeout(Duration.ofSeconds(2))
                .responseHeadTimeout(Duration.ofSeconds(3))
                .readIdleTimeout(Duration.ofSeconds(4))
                .connectTimeout(Duration.ofSeconds(6))
                .maxResponseBytes(8)
                .maxConcurrentCalls(9)
                .maxQueuedCalls(10)
                .maxCachedTokens(12)
                .decoderThreads(17)
                .attempts(11)
                .maxBackoff(Duration.ofSeconds(14))
                .requestsPerSecond(16)
                .build();
        assertThat(custom.toBuilder().build()).usingRecursiveComparison().isEqualTo(custom);
        assertThat(custom.toBuilder().attempts(3).build().attempts()).isEqualTo(3);
    }

    @Test
    void rejectInvalidValues() {
        List<UnaryOperator<ClientLimits.Builder>> invalidSettings = List.of(
                limits -> limits.decoderThreads(-1),
                limits -> limits.decoderThreads(101),
                limits -> limits.deadline(Duration.ZERO),
                limits -> limits.requestTimeout(Duration.ofSeconds(-1)),
                limits -> limits.maxResponseBytes(0),
                limits -> limits.maxConcurrentCalls(0),
                limits -> limits.maxQueuedCalls(-1),
                limits -> limits.maxCachedTokens(0),
                limits -> limits.attempts(0),
                limits -> limits.requestsPerSecond(0),
                limits -> limits.requestsPerSecond(Double.NaN));
        for (UnaryOperator<ClientLimits.Builder> setting : invalidSettings) {
            assertThatThrownBy(() -> setting.apply(ClientLimits.builder()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
