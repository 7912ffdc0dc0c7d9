package dev.seatport.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.http.spi.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefusedTokenBreakerTest {
    private static final long NOW = -5_000_000_000L;
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private final RefusedTokenBreaker streak = new RefusedTokenBreaker();

    private void refused(int... tokens) {
        for (int token : tokens) {
            streak.refused(token(token), NOW);
        }
    }

    private static Secret token(int number) {
        return Secret.of("token-" + number);
    }

    @Test
    void pausesForAMinuteAfterTheThirdFreshToken() {
        refused(1, 2);
        assertThat(streak.pause(NOW)).isZero();
        refused(3);
        assertThat(streak.pause(NOW)).isEqualTo(PAUSE);
        assertThat(streak.pause(NOW + PAUSE.toNanos() - 1)).isEqualTo(Duration.ofNanos(1));
        assertThat(streak.pause(NOW + PAUSE.toNanos())).isZero();
        assertThat(streak.pause(NOW + 2 * PAUSE.toNanos())).isZero();
    }

    @Test
    void countsATokenOnceHoweverManyCallsMeetItsRefusal() {
        refused(1, 1, 1, 2, 2);
        assertThat(streak.pause(NOW)).isZero();
    }

    @Test
    void pausesAgainAfterTheNextTokenThatIsRefused() {
        refused(1, 2, 3);
        streak.refused(token(4), NOW + PAUSE.toNanos());
        assertThat(streak.pause(NOW + PAUSE.toNanos())).isEqualTo(PAUSE);
    }

    @Test
    void beginsAnewAfterAGoodResponse() {
        refused(1, 2, 3);
        streak.proven(token(3));
        assertThat(streak.pause(NOW)).isZero();
        refused(4, 5);
        assertThat(streak.pause(NOW)).isZero();
        refused(6);
        assertThat(streak.pause(NOW)).isEqualTo(PAUSE);
    }

    @Test
    void doesNotCountATokenThatWorkedBefore() {
        streak.proven(token(1));
        refused(1, 2, 3);
        assertThat(streak.pause(NOW)).isZero();
    }
}
