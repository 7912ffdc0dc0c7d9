package dev.seatport.ports.watch;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VendorWatcherTest {
    @Test
    void looksAwayUnlessItIsTaughtToLook() {
        VendorWatcher watcher = VendorWatcher.none();
        Vendor vendor = new Vendor("acme");

        assertThatCode(() -> {
                    watcher.exchanged(vendor, "customers", 0, FailureKind.UNAVAILABLE, Duration.ZERO);
                    watcher.drifted(vendor, "customers", new Drift("$.data[*].type", "a new kind"));
                    watcher.rowRepeated(vendor, "customers");
                })
                .doesNotThrowAnyException();
    }
}
