package dev.seatport.demo.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.internal.VertxInternal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VertxLifecycleTest {
    @Test
    void closesTheVendorsAndThenVertxOnlyOnce() {
        List<String> closed = new ArrayList<>();
        VertxLifecycle lifecycle = new VertxLifecycle();
        ((VertxInternal) lifecycle.vertx()).addCloseHook(closing -> {
            closed.add("vertx");
            closing.succeed();
        });
        assertThat(lifecycle.register("vendor", closed::add)).isEqualTo("vendor");

        lifecycle.close();
        lifecycle.close();

        assertThat(closed).containsExactly("vendor", "vertx");
    }
}
