package dev.seatport.domain.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.BillingCycle;
import dev.seatport.domain.license.Offer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ObservedTest {
    private static final Provenance PROVENANCE = new Provenance(new Vendor("acme"), "licenses", Instant.EPOCH, null);

    @Test
    void hasAValueAndItsProvenance() {
        Observed<String> observed = new Observed<>("31", PROVENANCE);

        assertThat(observed.value()).isEqualTo("31");
        assertThat(observed.provenance()).isEqualTo(PROVENANCE);
    }

    @Test
    @SuppressWarnings("NullAway") // A caller without NullAway can pass null.
    void requiresBoth() {
        assertThatNullPointerException().isThrownBy(() -> new Observed<>(null, PROVENANCE));
        assertThatNullPointerException().isThrownBy(() -> new Observed<>("31", null));
    }

    @Test
    void datasetsHaveTheNamesOfReports() {
        assertThat(Dataset.values())
                .extracting(Dataset::label)
                .containsExactly("customers", "tenant-seats", "product-seats", "licenses");
    }

    @Test
    void anOfferHasAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Offer(" ", BillingCycle.MONTHLY));
        assertThat(new Offer("Business Basic", BillingCycle.ANNUAL).name()).isEqualTo("Business Basic");
    }
}
