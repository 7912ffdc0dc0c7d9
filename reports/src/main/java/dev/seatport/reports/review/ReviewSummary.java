package dev.seatport.reports.review;

import dev.seatport.ports.review.ReviewCompleteness;
import dev.seatport.reports.review.CustomerView.MissingDataView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Completeness and totals of a review.
 *
 * @param completeness the completeness of all customers in the result, read now or earlier
 * @param totals the sums over all customers in the result
 * @param exclusions the policy's exclusions, in force or expired
 * @param asOf the earliest read time of a customer in the result, in ISO 8601; {@code null} if there are none
 */
public record ReviewSummary(
        ReviewCompleteness completeness,
        Totals totals,
        List<ExclusionView> exclusions,
        @Nullable String asOf) {
    /** Returns whether nothing is missing. */
    public boolean whole() {
        return completeness.whole();
    }

    /** Returns one line, such as {@code 37 of 40 customers complete; 2 PERMISSION_DENIED, 1 RATE_LIMITED}. */
    public String text() {
        return completeness.text();
    }

    /** Returns the gaps that belong to no customer in the result, such as an incomplete customer listing. */
    public List<MissingDataView> atLarge() {
        return completeness.atLarge().stream()
                .map(gap -> ReviewStatistics.VIEWS.gap(gap, gap.customer()))
                .toList();
    }

    /** Returns the JSON form of the completeness. */
    public CompletenessView completenessView() {
        return new CompletenessView(completeness.customers(), completeness.complete(), text(), asOf, atLarge());
    }

    /** JSON form of the completeness; {@code gaps} are those of no customer in the result. */
    public record CompletenessView(
            long customers,
            long complete,
            String text,
            @Nullable String asOf,
            List<MissingDataView> gaps) {}

    /**
     * Sums over the customers in the result. A sum is a lower bound if a count is unreported or the review is incomplete. The
     * licenses of a tenant are added once.
     *
     * @param products the sums of each compared product
     * @param findings number of findings that raise an alarm, by kind
     * @param severities number of findings that raise an alarm, by severity
     * @param excused number of excluded findings
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
     * @param inForce whether it applied on the day of the review
     * @param findings number of findings that it excluded
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
