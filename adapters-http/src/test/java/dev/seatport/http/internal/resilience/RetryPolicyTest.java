package dev.seatport.http.internal.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
    private static final RetryPolicy POLICY = RetryPolicy.of(4, Duration.ofSeconds(20));

    private final Random random = new Random(7);

    @ParameterizedTest
    @CsvSource({
        "0,false,200",
        "1,false,400",
        "2,false,800",
        "6,false,12800",
        "7,false,20000",
        "0,true,1000",
        "2,true,4000",
        "4,true,16000",
        "5,true,20000",
        "1000000,false,20000",
        "1000000,true,20000"
    })
    void returnsARandomBackoffUpToADoublingBound(int retry, boolean throttled, long bound) {
        long[] waits = LongStream.range(0, 2_000)
                .map(i -> POLICY.backoff(retry, throttled, random).toNanos())
                .sorted()
                .toArray();
        double unit = bound * 1e6;
        assertThat(waits[0]).isBetween(0L, (long) (unit * 0.02));
        assertThat(waits[1_999]).isBetween((long) (unit * 0.98), (long) unit);
        assertThat(LongStream.of(waits).average().orElse(0)).isBetween(unit * 0.46, unit * 0.54);
    }

    @Test
    void allowsAtLeastOneAttemptAndTwoTruncations() {
        assertThat(RetryPolicy.MAX_TRUNCATIONS).isEqualTo(2);
        Duration any = Duration.ofSeconds(1);
        assertThat(new RetryPolicy(1, any, any, any, any).maxAttempts()).isOne();
        assertThatThrownBy(() -> new RetryPolicy(0, any, any, any, any)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasTheDocumentedDefaults() {
        assertThat(POLICY)
                .isEqualTo(new RetryPolicy(
                        4,
                        Duration.ofMillis(200),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(20),
                        Duration.ofMinutes(2)));
    }
}
