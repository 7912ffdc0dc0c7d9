package dev.seatport.reports.internal.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.reports.review.Sum;
import org.junit.jupiter.api.Test;

class HtmlTextTest {
    @Test
    void aSumThatDoesNotFitIsNotReported() {
        Sum sum = new Sum(null, 2, 1, "the sum does not fit 64 bits");

        assertThat(HtmlText.atLeast(sum, true)).isEqualTo("not reported");
        assertThat(HtmlText.soFar(sum, true)).isEqualTo("not reported");
    }

    @Test
    void aSumOfAPartIsMarked() {
        Sum sum = new Sum(3L, 2, 1, null);

        assertThat(HtmlText.atLeast(sum, true)).isEqualTo("\u2265\u00A03");
        assertThat(HtmlText.soFar(sum, true)).isEqualTo("3 known");
    }
}
