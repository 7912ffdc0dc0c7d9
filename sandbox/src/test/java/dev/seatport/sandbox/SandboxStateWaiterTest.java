package dev.seatport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SandboxStateWaiterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SandboxStateWaiter condition = new SandboxStateWaiter();

    @Test
    void returnsAtOnceIfTheConditionHolds() throws InterruptedException {
        assertThat(condition.await(() -> true, Duration.ZERO)).isTrue();
    }

    @Test
    void returnsFalseAfterTheTimeout() throws InterruptedException {
        assertThat(condition.await(() -> false, Duration.ofMillis(20))).isFalse();
    }

    @Test
    void endsTheWaitWhenTheConditionHolds() throws Exception {
        AtomicInteger happened = new AtomicInteger();
        CountDownLatch looked = new CountDownLatch(1);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return condition.await(
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
            condition.changed();
        }
        assertThat(waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
}
