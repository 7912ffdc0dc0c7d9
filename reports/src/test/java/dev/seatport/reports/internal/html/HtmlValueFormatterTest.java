package dev.seatport.reports.internal.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.reports.review.QuantitySum;
import org.junit.jupiter.api.Test;

class HtmlValueFormatterTest {
    @Test
    void aSumThatDoesNotFitIsNotReported() {
        QuantitySum quantitySum = new QuantitySum(null, 2, 1, "the sum does not fit 64 bits");

        assertThat(HtmlValueFormatter.atLeast(quantitySum, true)).isEqualTo("not reported");
        assertThat(HtmlValueFormatter.soFar(quantitySum, true)).isEqualTo("not reported");
    }

    @Test
    void aPartialSumIsMarked() {
        QuantitySum quantitySum = new QuantitySum(3L, 2, 1, null);

        assertThat(HtmlValueFormatter.atLeast(quantitySum, true)).isEqualTo("\u2265\u00A03");
        assertThat(HtmlValueFormatter.soFar(quantitySum, true)).isEqualTo("3 known");
    }
}
