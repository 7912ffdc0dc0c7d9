package dev.seatport.reports.review;

import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.Severity;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import dev.seatport.reports.review.ReviewBaseline.BaselineCustomer;
import dev.seatport.reports.review.ReviewSummary.ComparisonView;
import dev.seatport.reports.review.ReviewSummary.ExclusionView;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the findings of a review with those of an earlier one, the baseline, before another writer writes them. A finding is new
 * or resolved only if the review without it would certainly have shown it. Confined to one thread.
 */
public final class ComparedReviewWriter implements ReviewWriter {
    private static final String POLICY_DIFFERS = "the policy of the baseline has other thresholds or SKUs";

    private final ReviewWriter next;
    private final ReviewBaseline baseline;
    private final ReviewOutputHeader head;
    private final List<ExclusionView> hidden;
    private final Set<String> products;
    private final boolean samePolicy;
    private final boolean sameProducts;
    private final Map<String, Long> changes = new LinkedHashMap<>();
    private final Map<String, Long> newSeverities = new TreeMap<>();

    /**
     * Creates a writer. Closing it closes {@code next}.
     *
     * @param baseline the earlier review; the writer consumes it
     * @param exclusions the exclusions of the policy of this review
     * @param today the date for the end dates of exclusions
     * @throws BaselineException if the baseline is of other vendors or another account
     */
    public ComparedReviewWriter(
            ReviewWriter next,
            ReviewBaseline baseline,
            ReviewOutputHeader head,
            List<Exclusion> exclusions,
            LocalDate today)
            throws BaselineException {
        baseline.requireComparable(head);
        this.next = next;
        this.baseline = baseline;
        this.head = head;
        this.hidden = exclusions.stream()
                .filter(exclusion ->
                        exclusion.inForce(today) && exclusion.scope() == Exclusion.SuppressedOutput.EVERYWHERE)
                .map(exclusion -> ReviewStatistics.VIEWS.exclusion(exclusion, 0, today, null))
                .toList();
        List<String> own = head.fingerprint().products();
        this.products = own == null ? Set.of() : Set.copyOf(own);
        this.samePolicy = baseline.hasPolicy(head.fingerprint().policy());
        this.sameProducts = products.equals(baseline.products());
        for (FindingChange change : FindingChange.values()) {
            changes.put(change.name(), 0L);
        }
    }

    @Override
    public void customer(CustomerView customer) throws IOException {
        BaselineCustomer before = baseline.take(customer);
        List<FindingView> compared = new ArrayList<>();
        for (FindingView finding : customer.findings()) {
            compared.add(count(compared(customer, finding, before)));
        }
        next.customer(customer.withFindings(compared));
        if (before != null) {
            Set<String> present =
                    customer.findings().stream().map(FindingView::id).collect(Collectors.toCollection(HashSet::new));
            FindingEvidence evidence = FindingEvidence.of(customer);
            for (FindingView finding : before.findings().values()) {
                if (!present.contains(finding.id())) {
                    write(before, finding, doubtOfAbsence(before, finding, evidence));
                }
            }
        }
    }

    private FindingView compared(CustomerView customer, FindingView finding, @Nullable BaselineCustomer before) {
        if (before != null && before.findings().containsKey(finding.id())) {
            return finding.compared(FindingChange.OPEN, null);
        }
        String doubt = doubtOfNovelty(customer.id(), finding, before);
        return finding.compared(doubt == null ? FindingChange.NEW : FindingChange.NOT_JUDGED, doubt);
    }

    /** Returns why the baseline may have missed a finding that this review has; {@code null} if it certainly had none. */
    private @Nullable String doubtOfNovelty(String customer, FindingView finding, @Nullable BaselineCustomer before) {
        FindingKind kind = FindingKind.valueOf(finding.kind());
        if (!samePolicy) {
            return POLICY_DIFFERS;
        }
        if (!baseline.shows(kind)) {
            return "the baseline is limited to other kinds of findings";
        }
        if (!reviewed(finding, baseline.products())) {
            return "the baseline is of other products";
        }
        if (before == null) {
            return baseline.doubtOfCustomers();
        }
        String unread = before.evidence().doubt(kind, finding.id());
        if (unread != null) {
            return unread + " in the baseline";
        }
        return hides(baseline.hidden(), customer, finding) ? "an exclusion hid it in the baseline" : null;
    }

    /** Returns why this review may have missed a finding of the baseline; {@code null} if it certainly has none. */
    private @Nullable String doubtOfAbsence(BaselineCustomer before, FindingView finding, FindingEvidence evidence) {
        FindingKind kind = FindingKind.valueOf(finding.kind());
        if (!samePolicy) {
            return POLICY_DIFFERS;
        }
        if (!head.only().isEmpty() && !head.only().contains(kind.name())) {
            return "--only leaves it out";
        }
        if (!reviewed(finding, products)) {
            return "this review is of other products";
        }
        String unread = evidence.doubt(kind, finding.id());
        if (unread != null) {
            return unread;
        }
        String unreadBefore = before.evidence().doubt(kind, finding.id());
        if (unreadBefore != null) {
            return unreadBefore + " in the baseline";
        }
        return hides(hidden, before.id(), finding) ? "an exclusion hides it" : null;
    }

    /** A review reads the tenants that its products cover, so other findings need the same products. */
    private boolean reviewed(FindingView finding, Set<String> of) {
        return finding.productCode() == null ? sameProducts : of.contains(finding.productCode());
    }

    private static boolean hides(List<ExclusionView> exclusions, String customer, FindingView finding) {
        return exclusions.stream()
                .anyMatch(exclusion -> (exclusion.customer() == null
                                || exclusion.customer().equals(customer))
                        && (exclusion.tenantId() == null
                                || (finding.tenantId() != null
                                        && new TenantId(exclusion.tenantId()).equals(new TenantId(finding.tenantId()))))
                        && (exclusion.skuId() == null
                                || (finding.skuId() != null
                                        && new SkuId(exclusion.skuId()).equals(new SkuId(finding.skuId())))));
    }

    private void write(BaselineCustomer before, FindingView finding, @Nullable String doubt) throws IOException {
        FindingChange change = doubt == null ? FindingChange.RESOLVED : FindingChange.NOT_JUDGED;
        next.baselineFinding(
                new BaselineFindingView(before.id(), before.organization(), count(finding.compared(change, doubt))));
    }

    private FindingView count(FindingView finding) {
        if (finding.excused() == null) {
            changes.merge(String.valueOf(finding.change()), 1L, Long::sum);
            if (FindingChange.NEW.name().equals(finding.change())) {
                newSeverities.merge(finding.severity(), 1L, Long::sum);
            }
        }
        return finding;
    }

    @Override
    public void unmatched(String vendor, UnmatchedTenantView tenant) throws IOException {
        FindingView finding = tenant.finding();
        next.unmatched(vendor, finding == null ? tenant : tenant.withFinding(count(comparedTenant(tenant, finding))));
    }

    private FindingView comparedTenant(UnmatchedTenantView tenant, FindingView finding) {
        if (baseline.takeUnmatched(finding.id())) {
            return finding.compared(FindingChange.OPEN, null);
        }
        String doubt = doubtOfNovelty(tenant.customer(), finding, null);
        if (doubt == null && !baseline.whole()) {
            doubt = "the baseline is incomplete";
        }
        if (doubt == null && hides(baseline.hidden(), tenant.customer(), finding)) {
            doubt = "an exclusion hid it in the baseline";
        }
        return finding.compared(doubt == null ? FindingChange.NEW : FindingChange.NOT_JUDGED, doubt);
    }

    /** A tenant without backup is resolved only if both reviews are complete: any gap could hide it. */
    private @Nullable String doubtOfAbsence(UnmatchedTenantView tenant, FindingView finding, ReviewSummary summary) {
        if (!samePolicy) {
            return POLICY_DIFFERS;
        }
        if (!head.customers().isEmpty()) {
            return "--customer leaves it out";
        }
        if (!head.only().isEmpty() && !head.only().contains(finding.kind())) {
            return "--only leaves it out";
        }
        if (!sameProducts) {
            return "this review is of other products";
        }
        if (!summary.whole() || !baseline.whole()) {
            return summary.whole() ? "the baseline is incomplete" : "this review is incomplete";
        }
        return hides(hidden, tenant.customer(), finding) ? "an exclusion hides it" : null;
    }

    @Override
    public void baselineFinding(BaselineFindingView finding) throws IOException {
        next.baselineFinding(finding);
    }

    @Override
    public void end(ReviewSummary summary) throws IOException {
        String absent = head.customers().isEmpty() ? "this review has no such customer" : "--customer leaves it out";
        for (BaselineCustomer before : baseline.rest()) {
            for (FindingView finding : before.findings().values()) {
                write(before, finding, absent);
            }
        }
        for (UnmatchedTenantView tenant : baseline.restOfUnmatched()) {
            FindingView finding = Objects.requireNonNull(tenant.finding());
            String doubt = doubtOfAbsence(tenant, finding, summary);
            FindingChange change = doubt == null ? FindingChange.RESOLVED : FindingChange.NOT_JUDGED;
            next.baselineFinding(new BaselineFindingView(
                    tenant.customer(), tenant.organization(), count(finding.compared(change, doubt))));
        }
        next.end(summary.withComparison(comparison()));
    }

    /** Returns the counts so far. */
    public ComparisonView comparison() {
        return new ComparisonView(baseline.generatedAt(), new LinkedHashMap<>(changes), new TreeMap<>(newSeverities));
    }

    /**
     * Returns the highest severity of the new findings that raise an alarm.
     *
     * @return empty if there is no such finding
     */
    public Optional<Severity> worstNew() {
        return newSeverities.keySet().stream().map(Severity::valueOf).max(Severity::compareTo);
    }

    @Override
    public void close() {
        next.close();
    }
}
