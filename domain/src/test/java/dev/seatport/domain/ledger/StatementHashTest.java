package dev.seatport.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatementHashTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);
    private static final TrueUpLine FIRST = line("5", "3", "Cafe", null);
    private static final TrueUpLine SECOND = line("5", "3", "Cafe", NOVEMBER);

    private static TrueUpLine line(
            @Nullable String quantity, @Nullable String previous, String name, @Nullable YearMonth corrects) {
        BilledQuantity billed = new BilledQuantity(
                BillingBasis.AT_CLOSE,
                quantity == null ? null : new BigDecimal(quantity),
                LocalDate.of(2026, 12, 1),
                Instant.EPOCH,
                Instant.EPOCH,
                Set.of(),
                List.of());
        BigDecimal before = previous == null ? null : new BigDecimal(previous);
        ItemNames names = new ItemNames(name, null, null);
        return corrects == null
                ? TrueUpLine.of(DECEMBER, HistoryBuilder.SERIES, names, billed, before)
                : TrueUpLine.correction(DECEMBER, corrects, HistoryBuilder.SERIES, names, billed, before);
    }

    private static String hash(TrueUpLine... lines) {
        return StatementHash.sha256(DECEMBER, BillingBasis.AT_CLOSE, List.of(lines));
    }

    /** The value was computed with another implementation of SHA-256, of the text in the comment. */
    @Test
    void coversIdsAndNumbers() {
        // 7:2026-128:at-close32:<id>1:51:30:
        assertThat(FIRST.id()).isEqualTo("80575e2978bfc4e3b4dba70bf89d1aae");
        assertThat(hash(FIRST)).isEqualTo("5b1a7283e3c39533281217e95f2372b5daac9fea6308395b442b1d05698b343a");
    }

    @Test
    void coversNeitherNamesNorTheOrderOfLines() {
        assertThat(hash(line("5", "3", "Erased", null))).isEqualTo(hash(FIRST));
        assertThat(hash(line("5.00", "3.0", "Cafe", null))).isEqualTo(hash(FIRST));
        assertThat(hash(SECOND, FIRST)).isEqualTo(hash(FIRST, SECOND));
    }

    @Test
    void differsForEachNumberAndLine() {
        assertThat(List.of(
                        hash(),
                        hash(FIRST),
                        hash(SECOND),
                        hash(FIRST, SECOND),
                        hash(line("6", "3", "Cafe", null)),
                        hash(line("5", "4", "Cafe", null)),
                        hash(line(null, "3", "Cafe", null)),
                        hash(line("5", null, "Cafe", null)),
                        hash(line("0", "3", "Cafe", null)),
                        StatementHash.sha256(NOVEMBER, BillingBasis.AT_CLOSE, List.of(FIRST)),
                        StatementHash.sha256(DECEMBER, BillingBasis.PEAK, List.of(FIRST))))
                .doesNotHaveDuplicates();
    }
}
