package dev.seatport.reports.review;

import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.Severity;
import dev.seatport.domain.review.UnseenPolicyEntry;
import dev.seatport.ports.review.ReviewCompleteness;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.CustomerView.MissingDataView;
import dev.seatport.reports.review.CustomerView.PurchasedSeatComparisonView;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import dev.seatport.reports.review.ReviewSummary.ExclusionView;
import dev.seatport.reports.review.ReviewSummary.ProductTotals;
import dev.seatport.reports.review.ReviewSummary.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts the customers and findings of a result, read now or earlier, for its summary. Confined to one thread. */
final class ReviewStatistics {
    static final ReviewViewMapper VIEWS = new ReviewViewMapperImpl();
    private static final String NOT_APPLICABLE = "NOT_APPLICABLE";

    private final List<Exclusion> exclusions;
    private final long[] excluded;
    private final ReviewCompleteness.Builder completeness = ReviewCompleteness.builder();
    private final Map<String, Long> findings = new TreeMap<>();
    private final Map<Severity, Long> severities = new EnumMap<>(Severity.class);
    private final GapCauses causes = new GapCauses();
    private final Map<String, @Nullable String> excludedCustomers = new HashMap<>();
    private final SeatTotals seats = new SeatTotals(null);
    private final Map<String, SeatTotals> products = new LinkedHashMap<>();
    private final LicenseSums licenses = new LicenseSums();
    private boolean licensesRead = true;
    private @Nullable Instant oldest;

    ReviewStatistics(List<Exclusion> exclusions) {
        this.exclusions = List.copyOf(exclusions);
        this.excluded = new long[exclusions.size()];
        this.exclusions.forEach(
                exclusion -> exclusion.customer().ifPresent(customer -> excludedCustomers.put(customer.value(), null)));
    }

    /** Sums of seats, of one product or of all ({@code product} is null). */
    private static final class SeatTotals {
        private final @Nullable String product;
        private final QuantitySum.Accumulator purchased = new QuantitySum.Accumulator();
        private final QuantitySum.Accumulator assigned = new QuantitySum.Accumulator();
        private final QuantitySum.Accumulator missing = new QuantitySum.Accumulator();
        private final QuantitySum.Accumulator surplus = new QuantitySum.Accumulator();
        private final Map<String, Long> customers = new HashMap<>();

        private SeatTotals(@Nullable String product) {
            this.product = product;
        }

        private void add(PurchasedSeatComparisonView coverage, boolean applicable) {
            purchased.add(coverage.purchased());
            assigned.add(coverage.assigned());
            customers.merge(applicable ? coverage.verdict() : NOT_APPLICABLE, 1L, Long::sum);
            if (applicable) {
                missing.add(difference(coverage, "SHORT"));
                surplus.add(difference(coverage, "OVER"));
            }
        }

        private static @Nullable Long difference(PurchasedSeatComparisonView coverage, String verdict) {
            return coverage.by() == null || coverage.verdict().equals(verdict) ? coverage.by() : Long.valueOf(0);
        }

        private long customers(String verdict) {
            return customers.getOrDefault(verdict, 0L);
        }

        private ProductTotals totals(String code) {
            return new ProductTotals(
                    code,
                    product,
                    purchased.sum(),
                    assigned.sum(),
                    missing.sum(),
                    surplus.sum(),
                    customers("SHORT"),
                    customers("OVER"),
                    customers("COVERED"),
                    customers("NOT_COMPARABLE"),
                    customers(NOT_APPLICABLE));
        }
    }

    void add(CheckpointRecord reviewed) {
        CustomerView customer = reviewed.customer();
        Instant readAt = Instant.parse(customer.readAt());
        oldest = oldest == null || readAt.isBefore(oldest) ? readAt : oldest;
        completeness.add(
                customer.complete(),
                customer.gaps().stream().map(ReviewStatistics::cause).toList());
        customer.findings().forEach(this::count);
        for (PurchasedSeatComparisonView coverage : customer.coverage()) {
            boolean applicable = customer.isApplicable(coverage);
            seats.add(coverage, applicable);
            products.computeIfAbsent(coverage.productCode(), code -> new SeatTotals(coverage.productName()))
                    .add(coverage, applicable);
        }
        licenses.add(customer);
        causes.add(customer);
        excludedCustomers.replace(customer.id(), customer.organization());
        reviewed.exclusions().forEach(exclusion -> excluded[exclusion]++);
    }

    /**
     * Adds a tenant that only the license vendor has.
     *
     * @param exclusion the index of the exclusion of its finding; -1 if no exclusion applies
     */
    void add(UnmatchedTenantView tenant, int exclusion) {
        FindingView finding = tenant.finding();
        if (finding != null) {
            count(finding);
        }
        if (exclusion >= 0) {
            excluded[exclusion]++;
        }
    }

    private void count(FindingView finding) {
        if (finding.excused() == null) {
            findings.merge(finding.kind(), 1L, Long::sum);
            severities.merge(Severity.valueOf(finding.severity()), 1L, Long::sum);
        }
    }

    /** Marks a dataset that the review was not asked to read. */
    void addUnread(Dataset dataset) {
        completeness.addUnread(dataset);
        licensesRead &= dataset != Dataset.LICENSES;
    }

    static ReviewCompleteness.Cause cause(MissingDataView gap) {
        Dataset dataset = Arrays.stream(Dataset.values())
                .filter(one -> one.label().equals(gap.source()))
                .findFirst()
                .orElseThrow();
        return new ReviewCompleteness.Cause(dataset, FailureKind.valueOf(gap.kind()));
    }

    long customers() {
        return completeness.customers();
    }

    /** Returns the highest severity that raises an alarm; empty if there is none. */
    Optional<Severity> worst() {
        return severities.keySet().stream().max(Severity::compareTo);
    }

    /**
     * Returns the summary of the result.
     *
     * @param atLarge the gaps that belong to none of the counted customers
     * @param unseen the entries of the policy that match nothing
     * @param today the date for the end dates of exclusions
     */
    ReviewSummary summary(List<Gap> atLarge, List<UnseenPolicyEntry> unseen, LocalDate today) {
        atLarge.forEach(completeness::add);
        atLarge.forEach(causes::add);
        return new ReviewSummary(
                completeness.build(),
                totals(),
                IntStream.range(0, exclusions.size())
                        .mapToObj(i -> exclusion(exclusions.get(i), excluded[i], today))
                        .toList(),
                oldest == null ? null : VIEWS.text(oldest),
                causes.causes(),
                unseen.stream().map(VIEWS::unseen).toList(),
                null,
                null);
    }

    private ExclusionView exclusion(Exclusion exclusion, long findings, LocalDate today) {
        String organization = exclusion
                .customer()
                .map(customer -> excludedCustomers.get(customer.value()))
                .orElse(null);
        return VIEWS.exclusion(exclusion, findings, today, organization);
    }

    /** A sum of 0 would look as if there were no licenses. */
    private QuantitySum licenses(QuantitySum sum) {
        return licensesRead ? sum : new QuantitySum(null, 0, 0, "licenses were not read");
    }

    private Totals totals() {
        Map<String, Long> bySeverity = new TreeMap<>();
        severities.forEach((severity, count) -> bySeverity.put(severity.name(), count));
        return new Totals(
                seats.purchased.sum(),
                seats.assigned.sum(),
                licenses(licenses.purchased()),
                licenses(licenses.assigned()),
                licenses(licenses.available()),
                licenses(licenses.tenantTotal()),
                products.entrySet().stream()
                        .map(product -> product.getValue().totals(product.getKey()))
                        .toList(),
                findings,
                bySeverity,
                Arrays.stream(excluded).sum(),
                licenses.over(),
                licenses.free());
    }
}
