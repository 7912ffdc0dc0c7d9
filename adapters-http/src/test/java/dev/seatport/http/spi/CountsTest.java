package dev.seatport.http.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.http.support.VendorServer;
import dev.seatport.ports.watch.Drift;
import dev.seatport.testkit.http.RecordingListener;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CountsTest {
    private final RecordingListener watcher = new RecordingListener();
    private final AnswerContext answer =
            new AnswerContext(new Provenance(VendorServer.ACME, "thing", Instant.EPOCH, null), watcher, 200, 1);

    @Test
    void keepAbsentApartFromZero() {
        assertThat(Counts.signed(null)).isEqualTo(Quantity.unreported());
        assertThat(Counts.signed(0L)).isEqualTo(Quantity.of(0));
        assertThat(Counts.natural(null, "$.a", answer)).isEqualTo(Quantity.unreported());
        assertThat(Counts.natural(0L, "$.a", answer)).isEqualTo(Quantity.of(0));
        assertThat(watcher.drifts()).containsExactly(new Drift("$.a", "no count"));
    }

    @Test
    void maySayThatTheyAreDue() {
        assertThat(Counts.signed(null, "$.a", answer)).isEqualTo(Quantity.unreported());
        assertThat(Counts.signed(-3L, "$.b", answer)).isEqualTo(Quantity.of(-3));
        assertThat(watcher.drifts()).containsExactly(new Drift("$.a", "no count"));
    }

    @Test
    void mayBeNegativeOnlyWhereThatMeansSomething() {
        assertThat(Counts.signed(-3L)).isEqualTo(Quantity.of(-3));
        assertThat(Counts.natural(-3L, "$.data[*].total", answer)).isEqualTo(Quantity.unreported());
        assertThat(watcher.drifts()).containsExactly(new Drift("$.data[*].total", "a negative count"));
    }

    @Test
    void areUnlimitedWhereTheVendorSendsTheLargestNumberOf32Bits() {
        long largest = 2_147_483_647L;
        assertThat(Counts.signed(largest)).isEqualTo(Quantity.unlimited());
        assertThat(Counts.signed(largest, "$.a", answer)).isEqualTo(Quantity.unlimited());
        assertThat(Counts.natural(largest, "$.b", answer)).isEqualTo(Quantity.unlimited());
        assertThat(Counts.natural(largest - 1, "$.c", answer)).isEqualTo(Quantity.of(largest - 1));
        assertThat(Counts.natural(largest + 1, "$.c", answer)).isEqualTo(Quantity.of(largest + 1));
        assertThat(watcher.drifts())
                .containsExactly(
                        new Drift("$.a", "unlimited (2147483647)"), new Drift("$.b", "unlimited (2147483647)"));
    }
}
