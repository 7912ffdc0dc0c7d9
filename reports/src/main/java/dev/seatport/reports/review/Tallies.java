package dev.seatport.reports.review;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Source;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.Severity;
import dev.seatport.ports.review.Completeness;
import dev.seatport.reports.review.Certificate.ExclusionEntry;
import dev.seatport.reports.review.Certificate.MissingEntry;
import dev.seatport.reports.review.Certificate.Totals;
import dev.seatport.reports.review.CustomerEntry.CoverageEntry;
import dev.seatport.reports.review.CustomerEntry.FindingEntry;
import dev.seatport.reports.review.CustomerEntry.GapEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts what goes into a result, whether it was read now or earlier: the certificate is made of it. For one thread. */
public final class Tallies {
    private static final Map<String, Source> SOURCES =
            Arrays.stream(Source.values()).collect(Collectors.toMap(Source::label, source -> source));

    private final List<Exclusion> exclusions;
    private final long[] excluded;
    private final Map<Source, Map<FailureKind, Long>> missing = new EnumMap<>(Source.class);
    private final Map<String, Long> findings = new TreeMap<>();
    private final Map<Severity, Long> severities = new EnumMap<>(Severity.class);
    private final RunningSum seatsPurchased = new RunningSum();
    private final RunningSum seatsAssigned = new RunningSum();
    private final LicenseSums licenses = new LicenseSums();
    private long customers;
    private long complete;
    private @Nullable Instant oldest;

    /** Counts under the exclusions of a policy. */
    public Tallies(List<Exclusion> exclusions) {
        this.exclusions = List.copyOf(exclusions);
        this.excluded = new long[exclusions.size()];
    }

    /** A customer of the result. */
    public void add(ReviewedCustomer reviewed) {
        CustomerEntry customer = reviewed.customer();
        customers++;
        Instant readAt = Instant.parse(customer.readAt());
        oldest = oldest == null || readAt.isBefore(oldest) ? readAt : oldest;
        if (customer.complete()) {
            complete++;
        }
        customer.gaps().stream().map(Missing::of).distinct().forEach(gap -> count(gap.source(), gap.kind()));
        for (FindingEntry finding : customer.findings()) {
            if (finding.excused() == null) {
                findings.merge(finding.kind(), 1L, Long::sum);
                severities.merge(Severity.valueOf(finding.severity()), 1L, Long::sum);
            }
        }
        for (CoverageEntry coverage : customer.coverage()) {
            seatsPurchased.add(coverage.purchased());
            seatsAssigned.add(coverage.assigned());
        }
        licenses.add(customer);
        reviewed.exclusions().forEach(exclusion -> excluded[exclusion]++);
    }

    /** Several questions to one source that failed in one way are one gap of the customer. */
    private record Missing(Source source, FailureKind kind) {
        static Missing of(GapEntry gap) {
            return new Missing(Objects.requireNonNull(SOURCES.get(gap.source())), FailureKind.valueOf(gap.kind()));
        }
    }

    private void count(Source source, FailureKind kind) {
        missing.computeIfAbsent(source, any -> new EnumMap<>(FailureKind.class)).merge(kind, 1L, Long::sum);
    }

    /** How many customers were counted. */
    public long customers() {
        return customers;
    }

    /** How bad the worst finding is that raises an alarm; empty if none does. */
    public Optional<Severity> worst() {
        return severities.keySet().stream().max(Severity::compareTo);
    }

    /**
     * What was counted, and what is missing.
     *
     * @param atLarge what is missing of no customer that was counted
     * @param today the day on which exclusions are in force or not
     */
    public Certificate certificate(List<Gap> atLarge, LocalDate today) {
        atLarge.forEach(gap -> count(gap.source(), gap.kind()));
        Completeness completeness = new Completeness(customers, complete, missing, atLarge);
        return new Certificate(
                customers,
                complete,
                completeness.whole(),
                completeness.text(),
                Arrays.stream(Source.values()).map(completeness::text).toList(),
                atLarge.stream().map(Tallies::missing).toList(),
                totals(),
                IntStream.range(0, exclusions.size())
                        .mapToObj(i -> entry(exclusions.get(i), excluded[i], today))
                        .toList(),
                Objects.toString(oldest, null));
    }

    private Totals totals() {
        Map<String, Long> bySeverity = new TreeMap<>();
        severities.forEach((severity, count) -> bySeverity.put(severity.name(), count));
        return new Totals(
                seatsPurchased.sum(),
                seatsAssigned.sum(),
                licenses.purchased(),
                licenses.assigned(),
                licenses.available(),
                licenses.tenantTotal(),
                findings,
                bySeverity,
                Arrays.stream(excluded).sum());
    }

    private static MissingEntry missing(Gap gap) {
        return new MissingEntry(
                gap.customer() == null ? null : gap.customer().value(),
                gap.vendor().name(),
                gap.source().label(),
                gap.kind().name(),
                gap.explanation());
    }

    private static ExclusionEntry entry(Exclusion exclusion, long findings, LocalDate today) {
        return new ExclusionEntry(
                exclusion.customer().map(customer -> customer.value()).orElse(null),
                exclusion.sku().map(sku -> sku.value()).orElse(null),
                exclusion.reason(),
                exclusion.owner().orElse(null),
                exclusion.until().map(LocalDate::toString).orElse(null),
                exclusion.scope().name(),
                exclusion.inForce(today),
                findings);
    }
}
