package dev.seatport.reports.review;

import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.money.Money;
import dev.seatport.domain.money.MonthlyAmount;
import dev.seatport.domain.money.MonthlyAmount.Meaning;
import dev.seatport.domain.money.PriceList;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.CustomerView.MonthlyAmountView;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import dev.seatport.reports.review.ReviewSummary.CurrencyTotals;
import dev.seatport.reports.review.ReviewSummary.MonthlyTotals;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Adds monthly prices to the findings, and their sums to the summary, before another writer writes them. Confined to one thread.
 */
public final class PricedReviewWriter implements ReviewWriter {
    private final ReviewWriter next;
    private final PriceList prices;
    private final Map<Currency, Sums> sums = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
    private long unpriced;

    private static final class Sums {
        private Money unused;
        private Money missing;
        private long findings;
        private boolean upTo;

        Sums(Currency currency) {
            unused = new Money(BigDecimal.ZERO, currency);
            missing = unused;
        }

        void add(MonthlyAmount amount) {
            findings++;
            upTo |= amount.upTo();
            if (amount.meaning() == Meaning.UNUSED) {
                unused = unused.plus(amount.money());
            } else {
                missing = missing.plus(amount.money());
            }
        }
    }

    /** Creates a writer. Closing it closes {@code next}. */
    public PricedReviewWriter(ReviewWriter next, PriceList prices) {
        this.next = next;
        this.prices = prices;
    }

    @Override
    public void customer(CustomerView customer) throws IOException {
        next.customer(customer.withFindings(
                customer.findings().stream().map(this::priced).toList()));
    }

    private FindingView priced(FindingView finding) {
        FindingKind kind = FindingKind.valueOf(finding.kind());
        Long count = finding.difference();
        if (count == null || !PriceList.applies(kind)) {
            return finding;
        }
        Optional<MonthlyAmount> amount = prices.monthly(
                kind,
                finding.productCode() == null ? null : new ProductCode(finding.productCode()),
                finding.skuId() == null ? null : new SkuId(finding.skuId()),
                count);
        if (finding.excused() == null) {
            amount.ifPresentOrElse(this::add, () -> unpriced++);
        }
        return amount.map(monthly -> finding.priced(monthly.toString(), view(monthly)))
                .orElse(finding);
    }

    private void add(MonthlyAmount amount) {
        sums.computeIfAbsent(amount.money().currency(), Sums::new).add(amount);
    }

    private static MonthlyAmountView view(MonthlyAmount amount) {
        return new MonthlyAmountView(
                amount.meaning().name(),
                amount.money().amount().toPlainString(),
                amount.money().currency().getCurrencyCode(),
                amount.upTo());
    }

    @Override
    public void unmatched(String vendor, UnmatchedTenantView tenant) throws IOException {
        next.unmatched(vendor, tenant);
    }

    @Override
    public void baselineFinding(BaselineFindingView finding) throws IOException {
        next.baselineFinding(finding);
    }

    @Override
    public void end(ReviewSummary summary) throws IOException {
        next.end(summary.withMonthly(new MonthlyTotals(
                sums.entrySet().stream()
                        .map(sum -> totals(sum.getKey(), sum.getValue()))
                        .toList(),
                unpriced,
                unpriced > 0 || !summary.whole())));
    }

    private static CurrencyTotals totals(Currency currency, Sums sums) {
        return new CurrencyTotals(
                currency.getCurrencyCode(),
                sums.unused.amount().toPlainString(),
                sums.missing.amount().toPlainString(),
                sums.findings,
                sums.upTo);
    }

    @Override
    public void close() {
        next.close();
    }
}
