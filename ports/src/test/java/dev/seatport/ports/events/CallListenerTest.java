package dev.seatport.ports.events;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallListenerTest {
    @Test
    void looksAwayUnlessItIsTaughtToLook() {
        CallListener callListener = CallListener.none();
        Vendor vendor = new Vendor("acme");

        assertThatCode(() -> {
                    callListener.requestFinished(vendor, "customers", 0, FailureKind.UNAVAILABLE, Duration.ZERO);
                    callListener.drifted(vendor, "customers", new SchemaDrift("$.data[*].type", "a new kind"));
                    callListener.duplicateRowDropped(vendor, "customers");
                })
                .doesNotThrowAnyException();
    }
}
