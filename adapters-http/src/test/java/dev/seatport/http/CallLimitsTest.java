package dev.seatport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallLimitsTest {
    @Test
    void haveTheDocumentedDefaults() {
        CallLimits limits = CallLimits.defaults();
        assertThat(limits.deadline()).isEqualTo(Duration.ofMinutes(2));
        assertThat(limits.request()).isEqualTo(Duration.ofSeconds(60));
        assertThat(limits.head()).isEqualTo(Duration.ofSeconds(30));
        assertThat(limits.idle()).isEqualTo(Duration.ofSeconds(15));
        assertThat(limits.connect()).isEqualTo(Duration.ofSeconds(5));
        assertThat(limits.answerBytes()).isEqualTo(8L * 1024 * 1024);
        assertThat(limits.inFlight()).isEqualTo(8);
        assertThat(limits.waiting()).isEqualTo(1_000);
        assertThat(limits.readers()).isEqualTo(Math.min(1, Runtime.getRuntime().availableProcessors() - 1));
        assertThat(limits.attempts()).isEqualTo(4);
        assertThat(limits.longestWait()).isEqualTo(Duration.ofSeconds(20));
        assertThat(limits.requestsPerSecond()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource({"1,120", "60,120", "61,122", "150,300", "86400,172800"})
    void letTheDeadlineFollowTheRequestTimeout(long request, long deadline) {
        CallLimits limits =
                CallLimits.builder().request(Duration.ofSeconds(request)).build();
        assertThat(limits.deadline()).isEqualTo(Duration.ofSeconds(deadline));
        assertThat(limits.toBuilder().build().deadline()).isEqualTo(Duration.ofSeconds(deadline));
        assertThat(CallLimits.defaults().toBuilder()
                        .request(Duration.ofSeconds(request))
                        .build()
                        .deadline())
                .isEqualTo(Duration.ofSeconds(deadline));
    }

    @Test
    void keepADeadlineThatIsSet() {
        CallLimits limits = CallLimits.builder()
                .request(Duration.ofMinutes(5))
                .deadline(Duration.ofSeconds(7))
                .build();
        assertThat(limits.deadline()).isEqualTo(Duration.ofSeconds(7));
        assertThat(limits.toBuilder().request(Duration.ofMinutes(9)).build().deadline())
                .isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void doubleNoTimeBeyondWhatAClockCounts() {
        Duration ages = Duration.ofDays(100_000);
        assertThat(CallLimits.builder().request(ages).build().deadline()).isEqualTo(ages);
    }

    @Test
    void areAllTakenOverByTheBuilderThatChangesSome() {
        CallLimits odd = CallLimits.builder()
                .deadline(Duration.ofSeconds(1))
                .request(Duration.ofSeconds(2))
                .head(Duration.ofSeconds(3))
                .idle(Duration.ofSeconds(4))
                .connect(Duration.ofSeconds(6))
                .answerBytes(8)
                .inFlight(9)
                .waiting(10)
                .readers(17)
                .attempts(11)
                .longestWait(Duration.ofSeconds(14))
                .requestsPerSecond(16)
                .build();
        assertThat(odd.toBuilder().build()).usingRecursiveComparison().isEqualTo(odd);
        assertThat(odd.toBuilder().attempts(3).build().attempts()).isEqualTo(3);
    }

    @Test
    void refuseWhatMakesNoSense() {
        List<UnaryOperator<CallLimits.Builder>> nonsense = List.of(
                limits -> limits.readers(-1),
                limits -> limits.readers(101),
                limits -> limits.deadline(Duration.ZERO),
                limits -> limits.request(Duration.ofSeconds(-1)),
                limits -> limits.answerBytes(0),
                limits -> limits.inFlight(0),
                limits -> limits.waiting(-1),
                limits -> limits.attempts(0),
                limits -> limits.requestsPerSecond(0),
                limits -> limits.requestsPerSecond(Double.NaN));
        for (UnaryOperator<CallLimits.Builder> setting : nonsense) {
            assertThatThrownBy(() -> setting.apply(CallLimits.builder())).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
