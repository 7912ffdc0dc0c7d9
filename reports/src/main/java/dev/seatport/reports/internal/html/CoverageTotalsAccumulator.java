package dev.seatport.reports.internal.html;

import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.PurchasedSeatComparisonView;
import dev.seatport.reports.review.QuantitySum;
import java.util.List;

/** Totals of all coverage coverageTotals, with and without findings. */
final class CoverageTotalsAccumulator {
    private final QuantitySum.Accumulator shortBy = new QuantitySum.Accumulator();
    private final QuantitySum.Accumulator overBy = new QuantitySum.Accumulator();
    private long shortCustomers;
    private long overCustomers;
    private long notComparable;

    void add(CustomerView customer) {
        shortCustomers += add(shortBy, customer, "SHORT");
        overCustomers += add(overBy, customer, "OVER");
        notComparable += with(customer, "NOT_COMPARABLE").size();
    }

    private static int add(QuantitySum.Accumulator by, CustomerView customer, String verdict) {
        List<PurchasedSeatComparisonView> coverage = with(customer, verdict);
        coverage.forEach(one -> by.add(one.by()));
        return coverage.isEmpty() ? 0 : 1;
    }

    private static List<PurchasedSeatComparisonView> with(CustomerView customer, String verdict) {
        return customer.coverage().stream()
                .filter(coverage -> coverage.verdict().equals(verdict))
                .toList();
    }

    long shortCustomers() {
        return shortCustomers;
    }

    long overCustomers() {
        return overCustomers;
    }

    long notComparable() {
        return notComparable;
    }

    String shortSeats(boolean whole) {
        return seats(shortBy.sum(), whole);
    }

    String overSeats(boolean whole) {
        return seats(overBy.sum(), whole);
    }

    private String seats(QuantitySum by, boolean whole) {
        return by.note() != null
                ? "more than " + HtmlValueFormatter.grouped(Long.MAX_VALUE) + " seats"
                : (whole && notComparable == 0 ? "" : "\u2265\u00A0")
                        + HtmlValueFormatter.plural(by.value(), "seat", "seats");
    }
}
