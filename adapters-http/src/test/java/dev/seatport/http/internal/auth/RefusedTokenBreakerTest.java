package dev.seatport.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.http.spi.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefusedTokenBreakerTest {
    private static final long NOW = -5_000_000_000L;
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private final RefusedTokenBreaker breaker = new RefusedTokenBreaker();

    private void refused(int... tokens) {
        for (int token : tokens) {
            breaker.onRefused(token(token), NOW);
        }
    }

    private static Secret token(int number) {
        return Secret.of("token-" + number);
    }

    @Test
    void pausesForAMinuteAfterTheThirdFreshToken() {
        refused(1, 2);
        assertThat(breaker.remainingPause(NOW)).isZero();
        refused(3);
        assertThat(breaker.remainingPause(NOW)).isEqualTo(PAUSE);
        assertThat(breaker.remainingPause(NOW + PAUSE.toNanos() - 1)).isEqualTo(Duration.ofNanos(1));
        assertThat(breaker.remainingPause(NOW + PAUSE.toNanos())).isZero();
        assertThat(breaker.remainingPause(NOW + 2 * PAUSE.toNanos())).isZero();
    }

    @Test
    void countsEachTokenOnce() {
        refused(1, 1, 1, 2, 2);
        assertThat(breaker.remainingPause(NOW)).isZero();
    }

    @Test
    void pausesAgainAfterTheNextTokenThatIsRefused() {
        refused(1, 2, 3);
        breaker.onRefused(token(4), NOW + PAUSE.toNanos());
        assertThat(breaker.remainingPause(NOW + PAUSE.toNanos())).isEqualTo(PAUSE);
    }

    @Test
    void resetsAfterASuccessfulResponse() {
        refused(1, 2, 3);
        breaker.onAccepted(token(3));
        assertThat(breaker.remainingPause(NOW)).isZero();
        refused(4, 5);
        assertThat(breaker.remainingPause(NOW)).isZero();
        refused(6);
        assertThat(breaker.remainingPause(NOW)).isEqualTo(PAUSE);
    }

    @Test
    void doesNotCountATokenThatWasAccepted() {
        breaker.onAccepted(token(1));
        refused(1, 2, 3);
        assertThat(breaker.remainingPause(NOW)).isZero();
    }
}
