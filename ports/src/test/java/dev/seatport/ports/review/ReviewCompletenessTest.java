package dev.seatport.ports.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewCompletenessTest {
    private static final ReviewCompleteness PART = new ReviewCompleteness(
            40,
            37,
            Map.of(
                    Dataset.LICENSES,
                    Map.of(FailureKind.PERMISSION_DENIED, 1L, FailureKind.RATE_LIMITED, 1L),
                    Dataset.TENANT_SEATS,
                    Map.of(FailureKind.PERMISSION_DENIED, 1L)),
            List.of());

    @Test
    void isWholeWithoutAGap() {
        ReviewCompleteness whole = new ReviewCompleteness(40, 40, Map.of(), List.of());

        assertThat(whole.whole()).isTrue();
        assertThat(whole.text()).isEqualTo("40 of 40 customers complete");
    }

    @Test
    void countsItsGapsByKind() {
        assertThat(PART.whole()).isFalse();
        assertThat(PART.text()).isEqualTo("37 of 40 customers complete; 2 PERMISSION_DENIED, 1 RATE_LIMITED");
    }

    @Test
    void listsTheGapsOfADataset() {
        assertThat(PART.text(Dataset.LICENSES)).isEqualTo("licenses: 1 PERMISSION_DENIED, 1 RATE_LIMITED");
        assertThat(PART.text(Dataset.TENANT_SEATS)).isEqualTo("tenant-seats: 1 PERMISSION_DENIED");
        assertThat(PART.text(Dataset.CUSTOMERS)).isEqualTo("customers: complete");
    }

    @Test
    void isNotWholeWithAGapThatBelongsToNoCustomer() {
        Gap listing = new Gap(null, new Vendor("acme"), Dataset.CUSTOMERS, FailureKind.UNAVAILABLE, "went wrong");
        ReviewCompleteness part = new ReviewCompleteness(
                2, 2, Map.of(Dataset.CUSTOMERS, Map.of(FailureKind.UNAVAILABLE, 1L)), List.of(listing));

        assertThat(part.whole()).isFalse();
        assertThat(part.text()).isEqualTo("2 of 2 customers complete; 1 UNAVAILABLE");
    }

    @Test
    void rejectsMoreCompleteThanReviewedCustomers() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReviewCompleteness(1, 2, Map.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReviewCompleteness(1, -1, Map.of(), List.of()));
    }

    @Test
    void copiesItsCounts() {
        Map<FailureKind, Long> kinds = new HashMap<>(Map.of(FailureKind.CLOSED, 1L));
        Map<Dataset, Map<FailureKind, Long>> missing = new HashMap<>(Map.of(Dataset.LICENSES, kinds));
        ReviewCompleteness part = new ReviewCompleteness(1, 0, missing, List.of());

        kinds.clear();
        missing.clear();

        assertThat(part.text(Dataset.LICENSES)).isEqualTo("licenses: 1 CLOSED");
    }
}
