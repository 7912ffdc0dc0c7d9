package dev.seatport.reports.review;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How complete a review is, and what was counted in it.
 *
 * @param text one line such as {@code 37 of 40 customers complete; 2 PERMISSION_DENIED, 1 RATE_LIMITED}
 * @param sources one line per source, such as {@code licenses: 2 PERMISSION_DENIED}
 * @param whole whether nothing is missing
 * @param atLarge what is missing of no customer in the result, such as a listing that broke off
 * @param totals the sums over all customers in the result
 * @param exclusions the policy's exclusions, in force or expired
 * @param asOf when the first of the customers in the result was read, in ISO 8601; {@code null} if there are none
 */
public record Certificate(
        long customers,
        long complete,
        boolean whole,
        String text,
        List<String> sources,
        List<MissingEntry> atLarge,
        Totals totals,
        List<ExclusionEntry> exclusions,
        @Nullable String asOf) {

    /** Something that is missing; {@code customer} is {@code null} if it is not known of whom. */
    public record MissingEntry(@Nullable String customer, String vendor, String source, String kind, String text) {}

    /**
     * Sums over the customers in the result. A sum is of what was reported; {@code unreported} says how many counts were
     * not, so a sum with any of them, or of a review that is not whole, is a lower bound. Each tenant's licenses enter once.
     *
     * @param findings how many findings of each kind raise an alarm
     * @param severities how many findings of each severity raise an alarm
     */
    public record Totals(
            Sum seatsPurchased,
            Sum seatsAssigned,
            Sum licensesPurchased,
            Sum licensesAssigned,
            Sum licensesAvailable,
            Sum licensesTenantTotal,
            Map<String, Long> findings,
            Map<String, Long> severities,
            long excused) {}

    /**
     * A sum, how many counts are in it, and how many are not because they were not reported.
     *
     * @param sum {@code null} if it does not fit 64 bits
     * @param note why there is no sum; {@code null} if there is one
     */
    public record Sum(
            @Nullable Long sum,
            long reported,
            long unreported,
            @Nullable String note) {}

    /**
     * An exclusion of the policy.
     *
     * @param scope {@code ALERTS_ONLY} or {@code EVERYWHERE}
     * @param inForce whether it held on the day of the review
     * @param findings how many findings it took the alarm from
     */
    public record ExclusionEntry(
            @Nullable String customer,
            @Nullable String skuId,
            String reason,
            @Nullable String owner,
            @Nullable String until,
            String scope,
            boolean inForce,
            long findings) {}
}
