package dev.seatport.reports.review;

import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.Severity;
import dev.seatport.ports.review.ReviewCompleteness;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.CustomerView.MissingDataView;
import dev.seatport.reports.review.CustomerView.PurchasedSeatComparisonView;
import dev.seatport.reports.review.ReviewSummary.ProductTotals;
import dev.seatport.reports.review.ReviewSummary.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
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

    private final List<Exclusion> exclusions;
    private final long[] excluded;
    private final ReviewCompleteness.Builder completeness = ReviewCompleteness.builder();
    private final Map<String, Long> findings = new TreeMap<>();
    private final Map<Severity, Long> severities = new EnumMap<>(Severity.class);
    private final SeatTotals seats = new SeatTotals(null);
    private final Map<String, SeatTotals> products = new LinkedHashMap<>();
    private final LicenseSums licenses = new LicenseSums();
    private @Nullable Instant oldest;

    ReviewStatistics(List<Exclusion> exclusions) {
        this.exclusions = List.copyOf(exclusions);
        this.excluded = new long[exclusions.size()];
    }

    /** Sums of seats, of one product or of all ({@code product} is null). */
    private record SeatTotals(
            @Nullable String product, QuantitySum.Accumulator purchased, QuantitySum.Accumulator assigned) {
        SeatTotals(@Nullable String product) {
            this(product, new QuantitySum.Accumulator(), new QuantitySum.Accumulator());
        }

        void add(PurchasedSeatComparisonView coverage) {
            purchased.add(coverage.purchased());
            assigned.add(coverage.assigned());
        }
    }

    void add(CheckpointRecord reviewed) {
        CustomerView customer = reviewed.customer();
        Instant readAt = Instant.parse(customer.readAt());
        oldest = oldest == null || readAt.isBefore(oldest) ? readAt : oldest;
        completeness.add(
                customer.complete(),
                customer.gaps().stream().map(ReviewStatistics::cause).toList());
        for (FindingView finding : customer.findings()) {
            if (finding.excused() == null) {
                findings.merge(finding.kind(), 1L, Long::sum);
                severities.merge(Severity.valueOf(finding.severity()), 1L, Long::sum);
            }
        }
        for (PurchasedSeatComparisonView coverage : customer.coverage()) {
            seats.add(coverage);
            products.computeIfAbsent(coverage.productCode(), code -> new SeatTotals(coverage.productName()))
                    .add(coverage);
        }
        licenses.add(customer);
        reviewed.exclusions().forEach(exclusion -> excluded[exclusion]++);
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
     * @param today the date for the end dates of exclusions
     */
    ReviewSummary summary(List<Gap> atLarge, LocalDate today) {
        atLarge.forEach(completeness::add);
        return new ReviewSummary(
                completeness.build(),
                totals(),
                IntStream.range(0, exclusions.size())
                        .mapToObj(i -> VIEWS.exclusion(exclusions.get(i), excluded[i], today))
                        .toList(),
                oldest == null ? null : VIEWS.text(oldest));
    }

    private Totals totals() {
        Map<String, Long> bySeverity = new TreeMap<>();
        severities.forEach((severity, count) -> bySeverity.put(severity.name(), count));
        return new Totals(
                seats.purchased().sum(),
                seats.assigned().sum(),
                licenses.purchased(),
                licenses.assigned(),
                licenses.available(),
                licenses.tenantTotal(),
                products.entrySet().stream()
                        .map(product -> new ProductTotals(
                                product.getKey(),
                                product.getValue().product(),
                                product.getValue().purchased().sum(),
                                product.getValue().assigned().sum()))
                        .toList(),
                findings,
                bySeverity,
                Arrays.stream(excluded).sum());
    }
}
