package dev.seatport.demo.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.internal.VertxInternal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ResourcesTest {
    private static CountDownLatch closed(Resources resources) {
        CountDownLatch closed = new CountDownLatch(1);
        ((VertxInternal) resources.vertx()).addCloseHook(closing -> {
            closed.countDown();
            closing.succeed();
        });
        return closed;
    }

    @Test
    void areClosedWhenTheyAreAbandoned() throws InterruptedException {
        Resources resources = Resources.begun();
        CountDownLatch closed = closed(resources);
        resources.abandon();
        assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void areClosedOnceHoweverOftenSomebodyCloses() throws Exception {
        Resources resources = Resources.begun();
        CountDownLatch closed = closed(resources);
        resources.close();
        resources.close();
        assertThat(closed.getCount()).isZero();
    }
}
