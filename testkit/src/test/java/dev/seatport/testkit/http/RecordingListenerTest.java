package dev.seatport.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.ports.events.SchemaDrift;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordingListenerTest {
    private static final Vendor ACME = new Vendor("acme");
    private static final SchemaDrift DRIFT = new SchemaDrift("$.size", "missing");

    private final RecordingListener listener = new RecordingListener();

    RecordingListenerTest() {
        listener.requestFinished(ACME, "things", 200, null, Duration.ZERO);
        listener.requestFinished(ACME, "things", 503, FailureKind.UNAVAILABLE, Duration.ZERO);
        listener.retrying(ACME, "things", 1, Duration.ofSeconds(1));
        listener.throttled(ACME, "things", Duration.ofSeconds(1));
        listener.drifted(ACME, "things", DRIFT);
        listener.driftedAgain(ACME, "things", DRIFT, 2);
        listener.driftedAgain(ACME, "things", DRIFT, 3);
        listener.duplicateRowDropped(ACME, "things");
    }

    @Test
    void recordsAllEvents() {
        assertThat(listener.exchanges()).containsExactly("things 200 null", "things 503 UNAVAILABLE");
        assertThat(listener.retries()).containsExactly("things 1");
        assertThat(listener.throttles()).isEqualTo(1);
        assertThat(listener.drifts()).containsExactly(DRIFT);
        assertThat(listener.driftTexts()).containsExactly("acme things $.size: missing");
        assertThat(listener.furtherDrifts(DRIFT)).isEqualTo(5);
        assertThat(listener.furtherDrifts(new SchemaDrift("$", "other"))).isZero();
        assertThat(listener.furtherDrifts()).isEqualTo(5);
        assertThat(listener.repeated()).isEqualTo(1);
    }

    @Test
    void removesAllEvents() {
        listener.clear();

        assertThat(listener.exchanges()).isEmpty();
        assertThat(listener.retries()).isEmpty();
        assertThat(listener.throttles()).isZero();
        assertThat(listener.drifts()).isEmpty();
        assertThat(listener.driftTexts()).isEmpty();
        assertThat(listener.furtherDrifts()).isZero();
        assertThat(listener.repeated()).isZero();
    }
}
