package dev.seatport.ports.events;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallListenerTest {
    @Test
    void ignoresAllEventsByDefault() {
        CallListener listener = CallListener.none();
        Vendor vendor = new Vendor("acme");

        assertThatCode(() -> {
                    listener.requestFinished(vendor, "customers", 0, FailureKind.UNAVAILABLE, Duration.ZERO);
                    listener.drifted(vendor, "customers", new SchemaDrift("$.data[*].type", "a new kind"));
                    listener.duplicateRowDropped(vendor, "customers");
                })
                .doesNotThrowAnyException();
    }
}
