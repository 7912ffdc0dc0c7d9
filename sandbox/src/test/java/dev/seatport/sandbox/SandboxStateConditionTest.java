package dev.seatport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SandboxStateConditionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SandboxStateCondition monitor = new SandboxStateCondition();

    @Test
    void returnsAtOnceIfTheConditionHolds() throws InterruptedException {
        assertThat(monitor.await(() -> true, Duration.ZERO)).isTrue();
    }

    @Test
    void returnsFalseAfterTheTimeout() throws InterruptedException {
        assertThat(monitor.await(() -> false, Duration.ofMillis(20))).isFalse();
    }

    @Test
    void endsTheWaitWhenTheConditionHolds() throws Exception {
        AtomicInteger happened = new AtomicInteger();
        CountDownLatch looked = new CountDownLatch(1);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return monitor.await(
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
            monitor.changed();
        }
        assertThat(waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
}
