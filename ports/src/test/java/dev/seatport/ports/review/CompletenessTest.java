package dev.seatport.ports.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletenessTest {
    private static Gap gap(FailureKind kind) {
        return new Gap(null, new Vendor("acme"), Source.LICENSES, kind, "went wrong");
    }

    @Test
    void isWholeWithoutGaps() {
        Completeness whole = new Completeness(40, 40, List.of());

        assertThat(whole.whole()).isTrue();
        assertThat(whole.text()).isEqualTo("40 of 40 customers complete");
    }

    @Test
    void countsItsGapsByKind() {
        Completeness part = new Completeness(
                40,
                37,
                List.of(
                        gap(FailureKind.RATE_LIMITED),
                        gap(FailureKind.PERMISSION_DENIED),
                        gap(FailureKind.PERMISSION_DENIED)));

        assertThat(part.whole()).isFalse();
        assertThat(part.text()).isEqualTo("37 of 40 customers complete; 2 PERMISSION_DENIED, 1 RATE_LIMITED");
    }

    @Test
    void isNotWholeIfSomethingIsMissingOfNobody() {
        assertThat(new Completeness(2, 2, List.of(gap(FailureKind.UNAVAILABLE))).whole())
                .isFalse();
    }

    @Test
    void cannotHaveMoreCompleteThanThereAre() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Completeness(1, 2, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Completeness(1, -1, List.of()));
    }

    @Test
    void keepsItsGapsWhateverBecomesOfTheList() {
        List<Gap> gaps = new ArrayList<>(List.of(gap(FailureKind.CLOSED)));
        Completeness part = new Completeness(1, 0, gaps);

        gaps.clear();

        assertThat(part.gaps()).hasSize(1);
    }
}
