package dev.seatport.reports.review;

import dev.seatport.domain.review.Severity;
import dev.seatport.ports.review.ReviewCompleteness;
import dev.seatport.reports.review.CustomerView.MissingDataView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Completeness and totals of a review.
 *
 * @param completeness the completeness of all customers in the result, read now or earlier
 * @param totals the sums over all customers in the result
 * @param exclusions the policy's exclusions, in force or expired
 * @param asOf the earliest read time of a customer in the result, in ISO 8601; {@code null} if there are none
 * @param causes the causes of all gaps, the most frequent first
 * @param unseen the entries of the policy that match nothing
 * @param monthly the sums of monthly prices; {@code null} without prices
 * @param comparison the comparison with an earlier review; {@code null} without a baseline
 */
public record ReviewSummary(
        ReviewCompleteness completeness,
        Totals totals,
        List<ExclusionView> exclusions,
        @Nullable String asOf,
        List<GapCause> causes,
        List<UnseenEntryView> unseen,
        @Nullable MonthlyTotals monthly,
        @Nullable ComparisonView comparison) {
    public ReviewSummary {
        unseen = List.copyOf(unseen);
    }

    /** Creates a summary without prices, without a baseline, and without an unseen entry of the policy. */
    public ReviewSummary(
            ReviewCompleteness completeness,
            Totals totals,
            List<ExclusionView> exclusions,
            @Nullable String asOf,
            List<GapCause> causes) {
        this(completeness, totals, exclusions, asOf, causes, List.of(), null, null);
    }

    /** Returns this summary with sums of monthly prices. */
    ReviewSummary withMonthly(MonthlyTotals sums) {
        return new ReviewSummary(completeness, totals, exclusions, asOf, causes, unseen, sums, comparison);
    }

    /** Returns this summary with the counts of a comparison. */
    ReviewSummary withComparison(ComparisonView compared) {
        return new ReviewSummary(completeness, totals, exclusions, asOf, causes, unseen, monthly, compared);
    }

    /** Returns whether nothing is missing. */
    public boolean whole() {
        return completeness.whole();
    }

    /** Returns one line, such as {@code 37 of 40 customers complete; 2 PERMISSION_DENIED, 1 RATE_LIMITED}. */
    public String text() {
        return completeness.text() + (completeness.unread().isEmpty() ? "" : " (licenses-from=none)");
    }

    /** Returns the gaps that belong to no customer in the result, such as an incomplete customer listing. */
    public List<MissingDataView> atLarge() {
        return completeness.atLarge().stream()
                .map(gap -> ReviewStatistics.VIEWS.gap(gap, gap.customer(), null))
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
     * @param licensesOver the licenses assigned above the limit of their tenant, SKU by SKU
     * @param licensesFree the licenses that the tenants can still assign, SKU by SKU
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
            long excused,
            SkuDifference licensesOver,
            SkuDifference licensesFree) {}

    /**
     * The seats of one product over all customers. Missing seats of one customer are never set off against surplus seats of
     * another.
     *
     * @param seatsShort sum of the missing seats of customers that are short
     * @param seatsOver sum of the surplus seats of customers that have too many
     * @param customersShort number of customers with fewer purchased seats than assigned seats
     * @param customersOver number of customers with more purchased seats than assigned seats
     * @param customersCovered number of customers with as many purchased seats as assigned seats, at least one
     * @param customersNotComparable number of customers of which a count is unknown
     * @param customersNotApplicable number of customers without assigned and without purchased seats
     */
    public record ProductTotals(
            String productCode,
            @Nullable String productName,
            QuantitySum seatsPurchased,
            QuantitySum seatsAssigned,
            QuantitySum seatsShort,
            QuantitySum seatsOver,
            long customersShort,
            long customersOver,
            long customersCovered,
            long customersNotComparable,
            long customersNotApplicable) {
        /** Returns the name, or the code if there is no name. */
        public String label() {
            return productName == null ? productCode : productName;
        }
    }

    /**
     * Cause of gaps: a kind of data of one vendor that failed in one way.
     *
     * @param vendor the vendor that did not deliver the data
     * @param source the dataset
     * @param kind the name of a {@link dev.seatport.domain.observed.FailureKind}
     * @param customers number of customers in the result with such a gap; 0 if the gap belongs to none of them
     * @param names names of the first of these customers, at most 20; the id of a customer without a name
     * @param explanation the reason and what to do next; of several texts, the first one
     */
    public record GapCause(
            String vendor, String source, String kind, long customers, List<String> names, String explanation) {
        /** Returns what is missing and why, such as {@code acme licenses: permission denied}. */
        public String title() {
            return vendor + " " + source + ": " + kind.toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** Returns one line such as {@code acme licenses: permission denied for 2 customers: Fjord, Kestrel; grant the permission}. */
        public String text() {
            String named = names.isEmpty() ? "" : ": " + String.join(", ", names);
            String more = customers > names.size() ? " and " + (customers - names.size()) + " more" : "";
            return heading() + named + more + (explanation.isEmpty() ? "" : "; " + explanation);
        }

        /** Returns the title and the number of customers. */
        public String heading() {
            return customers == 0
                    ? title()
                    : title() + " for " + customers + (customers == 1 ? " customer" : " customers");
        }
    }

    /**
     * An entry of the policy that matches nothing.
     *
     * @param skuId the seat SKU that no tenant has; {@code null} if no customer has the product
     * @param text one line for people
     */
    public record UnseenEntryView(
            String productCode,
            @Nullable String productName,
            @Nullable String skuId,
            String text) {}

    /**
     * An exclusion of the policy.
     *
     * @param scope {@code ALERTS_ONLY} or {@code EVERYWHERE}
     * @param inForce whether it applied on the day of the review
     * @param findings number of findings that it excluded
     * @param organization the name of the customer; {@code null} for all customers, and if the result has no such name
     */
    public record ExclusionView(
            @Nullable String customer,
            @Nullable String tenantId,
            @Nullable String skuId,
            String reason,
            @Nullable String owner,
            @Nullable String until,
            String scope,
            boolean inForce,
            long findings,
            @Nullable String organization) {
        /** Returns the name of the customer, its id if the result has no name, or {@code all customers}. */
        public String label() {
            return organization != null ? organization : customer == null ? "all customers" : customer;
        }
    }

    /**
     * Sums of the monthly prices of the findings that raise an alarm.
     *
     * @param currencies one entry per currency, by code; amounts of two currencies have no sum
     * @param unpriced number of findings of unused or missing seats or licenses without a price
     * @param lowerBound whether the sums may be too low: a finding has no price, or the review is incomplete
     */
    public record MonthlyTotals(List<CurrencyTotals> currencies, long unpriced, boolean lowerBound) {}

    /**
     * The sums in one currency. Each amount is a decimal number, which is exact as text.
     *
     * @param findings number of findings in the sums
     * @param upTo whether {@code unused} has amounts that are the greatest possible ones
     */
    public record CurrencyTotals(String currency, String unused, String missing, long findings, boolean upTo) {
        /** Returns a few words, such as {@code unused: up to 342.00 EUR a month, missing: 12.00 EUR a month}. */
        public String text() {
            return "unused: " + (upTo ? "up to " : "") + unused + " " + currency + " a month, missing: " + missing + " "
                    + currency + " a month";
        }
    }

    /**
     * Comparison with an earlier review. Excused findings are in no number.
     *
     * @param generatedAt start of the earlier review, in ISO 8601
     * @param changes number of findings by {@link FindingChange}, including those of the earlier review only
     * @param newSeverities number of new findings by severity
     */
    public record ComparisonView(String generatedAt, Map<String, Long> changes, Map<String, Long> newSeverities) {
        /**
         * Returns one line, such as {@code compared with the review of 2026-11-29T06:00:00Z: 3 new (1 critical), 9 still open, 2
         * resolved, 0 not judged}.
         */
        public String text() {
            String severities = newSeverities.isEmpty()
                    ? ""
                    : Stream.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO)
                            .filter(severity -> newSeverities.containsKey(severity.name()))
                            .map(severity -> newSeverities.get(severity.name()) + " "
                                    + severity.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ", " (", ")"));
            return "compared with the review of " + generatedAt + ": " + number(FindingChange.NEW) + " new" + severities
                    + ", "
                    + number(FindingChange.OPEN) + " still open, " + number(FindingChange.RESOLVED) + " resolved, "
                    + number(FindingChange.NOT_JUDGED) + " not judged";
        }

        private long number(FindingChange change) {
            return changes.getOrDefault(change.name(), 0L);
        }
    }
}
