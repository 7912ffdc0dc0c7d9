package dev.seatport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HappeningsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Happenings happenings = new Happenings();

    @Test
    void areNotWaitedForIfTheyCameAboutAlready() throws InterruptedException {
        assertThat(happenings.await(() -> true, Duration.ZERO)).isTrue();
    }

    @Test
    void areNotWaitedForBeyondPatience() throws InterruptedException {
        assertThat(happenings.await(() -> false, Duration.ofMillis(20))).isFalse();
    }

    @Test
    void endTheWaitOnceTheyAreWhatIsWaitedFor() throws Exception {
        AtomicInteger happened = new AtomicInteger();
        CountDownLatch looked = new CountDownLatch(1);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return happenings.await(
                        () -> {
                            looked.countDown();
                            return happened.get() == 2;
                        },
                        PATIENCE);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(looked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 2; i++) {
            happened.incrementAndGet();
            happenings.happened();
        }
        assertThat(waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
}
