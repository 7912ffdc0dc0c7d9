package dev.seatport.domain.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The judgement of one customer: how well each product covers its people, and what is wrong.
 *
 * @param coverage one entry per product that was asked about and covers a kind of tenant
 * @param findings the worst first; among equals in the order in which they were found
 */
public record Review(List<Coverage> coverage, List<Finding> findings) {
    public Review {
        coverage = List.copyOf(coverage);
        findings = List.copyOf(findings);
    }

    /**
     * Judges a position. A pure function: the same arguments give the same review.
     *
     * @param today the day on which exclusions are in force or not
     */
    public static Review of(CustomerPosition position, ReviewPolicy policy, LocalDate today) {
        List<Coverage> coverage = CoverageReview.coverage(position);
        List<Finding> findings = new ArrayList<>();
        findings.addAll(CoverageReview.findings(position, coverage, policy));
        findings.addAll(LicenseReview.findings(position, policy));
        findings.removeIf(finding -> excluded(finding, policy, today));
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return new Review(coverage, findings);
    }

    private static boolean excluded(Finding finding, ReviewPolicy policy, LocalDate today) {
        return policy.exclusions().stream()
                .anyMatch(exclusion -> exclusion.inForce(today) && exclusion.concerns(finding));
    }
}
