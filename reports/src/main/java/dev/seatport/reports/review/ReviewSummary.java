package dev.seatport.reports.review;

import dev.seatport.ports.review.Completeness;
import dev.seatport.reports.review.CustomerView.GapView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How complete a review is, and what was counted in it.
 *
 * @param completeness of the customers in the result, whether they were read now or earlier
 * @param totals the sums over all customers in the result
 * @param exclusions the policy's exclusions, in force or expired
 * @param asOf when the first of the customers in the result was read, in ISO 8601; {@code null} if there are none
 */
public record ReviewSummary(
        Completeness completeness,
        Totals totals,
        List<ExclusionView> exclusions,
        @Nullable String asOf) {
    /** Whether nothing is missing. */
    public boolean whole() {
        return completeness.whole();
    }

    /** One line such as {@code 37 of 40 customers complete; 2 PERMISSION_DENIED, 1 RATE_LIMITED}. */
    public String text() {
        return completeness.text();
    }

    /** What is missing of no customer in the result, such as a listing that broke off. */
    public List<GapView> atLarge() {
        return completeness.atLarge().stream()
                .map(gap -> ReviewStatistics.VIEWS.gap(gap, gap.customer()))
                .toList();
    }

    /** The completeness as JSON shows it, with the gaps of no customer in the result. */
    public CompletenessView completenessView() {
        return new CompletenessView(completeness.customers(), completeness.complete(), text(), asOf, atLarge());
    }

    /** The completeness as JSON shows it. */
    public record CompletenessView(
            long customers,
            long complete,
            String text,
            @Nullable String asOf,
            List<GapView> gaps) {}

    /**
     * Sums over the customers in the result. A sum is of what was reported, so a sum with unreported counts, or of a review
     * that is not whole, is a lower bound. Each tenant's licenses enter once.
     *
     * @param products the sums of each product that was compared
     * @param findings how many findings of each kind raise an alarm
     * @param severities how many findings of each severity raise an alarm
     */
    public record Totals(
            QuantitySum seatsPurchased,
            QuantitySum seatsAssigned,
            QuantitySum licensesPurchased,
            QuantitySum licensesAssigned,
            QuantitySum licensesAvailable,
            QuantitySum licensesTenantTotal,
            List<ProductTotals> products,
            Map<String, Long> findings,
            Map<String, Long> severities,
            long excused) {}

    /** The seats of one product over all customers. */
    public record ProductTotals(
            String productCode, @Nullable String productName, QuantitySum seatsPurchased, QuantitySum seatsAssigned) {}

    /**
     * An exclusion of the policy.
     *
     * @param scope {@code ALERTS_ONLY} or {@code EVERYWHERE}
     * @param inForce whether it held on the day of the review
     * @param findings how many findings it took the alarm from
     */
    public record ExclusionView(
            @Nullable String customer,
            @Nullable String skuId,
            String reason,
            @Nullable String owner,
            @Nullable String until,
            String scope,
            boolean inForce,
            long findings) {}
}
