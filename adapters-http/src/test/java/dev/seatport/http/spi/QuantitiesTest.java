package dev.seatport.http.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.events.SchemaDrift;
import dev.seatport.testkit.http.RecordingListener;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuantitiesTest {
    private final RecordingListener listener = new RecordingListener();
    private final ResponseContext context =
            new ResponseContext(new Provenance(VendorServer.ACME, "thing", Instant.EPOCH, null), listener, 200, 1);

    @Test
    void distinguishAbsentFromZero() {
        assertThat(Quantities.signed(null)).isEqualTo(Quantity.unreported());
        assertThat(Quantities.signed(0L)).isEqualTo(Quantity.of(0));
        assertThat(Quantities.nonNegative(null, "$.a", context)).isEqualTo(Quantity.unreported());
        assertThat(Quantities.nonNegative(0L, "$.a", context)).isEqualTo(Quantity.of(0));
        assertThat(listener.drifts()).containsExactly(new SchemaDrift("$.a", "no count"));
    }

    @Test
    void reportAMissingCountAsDrift() {
        assertThat(Quantities.signed(null, "$.a", context)).isEqualTo(Quantity.unreported());
        assertThat(Quantities.signed(-3L, "$.b", context)).isEqualTo(Quantity.of(-3));
        assertThat(listener.drifts()).containsExactly(new SchemaDrift("$.a", "no count"));
    }

    @Test
    void areNegativeOnlyWhereAllowed() {
        assertThat(Quantities.signed(-3L)).isEqualTo(Quantity.of(-3));
        assertThat(Quantities.nonNegative(-3L, "$.data[*].total", context)).isEqualTo(Quantity.unreported());
        assertThat(listener.drifts()).containsExactly(new SchemaDrift("$.data[*].total", "a negative count"));
    }

    @Test
    void areUnlimitedForTheLargest32BitNumber() {
        long largest = 2_147_483_647L;
        assertThat(Quantities.signed(largest)).isEqualTo(Quantity.unlimited());
        assertThat(Quantities.signed(largest, "$.a", context)).isEqualTo(Quantity.unlimited());
        assertThat(Quantities.nonNegative(largest, "$.b", context)).isEqualTo(Quantity.unlimited());
        assertThat(Quantities.nonNegative(largest - 1, "$.c", context)).isEqualTo(Quantity.of(largest - 1));
        assertThat(Quantities.nonNegative(largest + 1, "$.c", context)).isEqualTo(Quantity.of(largest + 1));
        assertThat(listener.drifts())
                .containsExactly(
                        new SchemaDrift("$.a", "unlimited (2147483647)"),
                        new SchemaDrift("$.b", "unlimited (2147483647)"));
    }
}
