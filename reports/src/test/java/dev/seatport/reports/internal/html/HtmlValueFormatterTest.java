package dev.seatport.reports.internal.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.reports.review.QuantitySum;
import dev.seatport.reports.review.SkuDifference;
import org.junit.jupiter.api.Test;

class HtmlValueFormatterTest {
    @Test
    void aSumThatDoesNotFitIsNotReported() {
        QuantitySum quantitySum = new QuantitySum(null, 2, 1, "the sum does not fit 64 bits");

        assertThat(HtmlValueFormatter.atLeast(quantitySum, true)).isEqualTo("not reported");
    }

    @Test
    void aPartialSumIsMarked() {
        QuantitySum quantitySum = new QuantitySum(3L, 2, 1, null);

        assertThat(HtmlValueFormatter.atLeast(quantitySum, true)).isEqualTo("\u2265\u00A03");
    }

    @Test
    void aDifferenceWithAnUnknownCountIsALowerBound() {
        assertThat(HtmlValueFormatter.licenses(new SkuDifference(5L, 2, 0), "free", true))
                .isEqualTo("5 free");
        assertThat(HtmlValueFormatter.licenses(new SkuDifference(5L, 2, 1), "free", true))
                .isEqualTo("\u2265\u00A05 free");
        assertThat(HtmlValueFormatter.licenses(new SkuDifference(5L, 2, 0), "free", false))
                .isEqualTo("\u2265\u00A05 free");
        assertThat(HtmlValueFormatter.licenses(new SkuDifference(0L, 0, 0), "free", true))
                .isEqualTo("none free");
        assertThat(HtmlValueFormatter.licenses(new SkuDifference(0L, 0, 1), "free", true))
                .isEqualTo("free: not reported");
        assertThat(HtmlValueFormatter.licenses(new SkuDifference(null, 2, 0), "free", true))
                .isEqualTo("more than 9,223,372,036,854,775,807 free");
    }
}
