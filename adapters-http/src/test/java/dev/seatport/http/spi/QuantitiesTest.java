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
    private final RecordingListener callListener = new RecordingListener();
    private final ResponseContext answer =
            new ResponseContext(new Provenance(VendorServer.ACME, "thing", Instant.EPOCH, null), callListener, 200, 1);

    @Test
    void keepAbsentApartFromZero() {
        assertThat(Quantities.signed(null)).isEqualTo(Quantity.unreported());
        assertThat(Quantities.signed(0L)).isEqualTo(Quantity.of(0));
        assertThat(Quantities.nonNegative(null, "$.a", answer)).isEqualTo(Quantity.unreported());
        assertThat(Quantities.nonNegative(0L, "$.a", answer)).isEqualTo(Quantity.of(0));
        assertThat(callListener.drifts()).containsExactly(new SchemaDrift("$.a", "no count"));
    }

    @Test
    void maySayThatTheyAreDue() {
        assertThat(Quantities.signed(null, "$.a", answer)).isEqualTo(Quantity.unreported());
        assertThat(Quantities.signed(-3L, "$.b", answer)).isEqualTo(Quantity.of(-3));
        assertThat(callListener.drifts()).containsExactly(new SchemaDrift("$.a", "no count"));
    }

    @Test
    void mayBeNegativeOnlyWhereThatMeansSomething() {
        assertThat(Quantities.signed(-3L)).isEqualTo(Quantity.of(-3));
        assertThat(Quantities.nonNegative(-3L, "$.data[*].total", answer)).isEqualTo(Quantity.unreported());
        assertThat(callListener.drifts()).containsExactly(new SchemaDrift("$.data[*].total", "a negative count"));
    }

    @Test
    void areUnlimitedWhereTheVendorSendsTheLargestNumberOf32Bits() {
        long largest = 2_147_483_647L;
        assertThat(Quantities.signed(largest)).isEqualTo(Quantity.unlimited());
        assertThat(Quantities.signed(largest, "$.a", answer)).isEqualTo(Quantity.unlimited());
        assertThat(Quantities.nonNegative(largest, "$.b", answer)).isEqualTo(Quantity.unlimited());
        assertThat(Quantities.nonNegative(largest - 1, "$.c", answer)).isEqualTo(Quantity.of(largest - 1));
        assertThat(Quantities.nonNegative(largest + 1, "$.c", answer)).isEqualTo(Quantity.of(largest + 1));
        assertThat(callListener.drifts())
                .containsExactly(
                        new SchemaDrift("$.a", "unlimited (2147483647)"),
                        new SchemaDrift("$.b", "unlimited (2147483647)"));
    }
}
