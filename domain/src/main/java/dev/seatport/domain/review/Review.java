package dev.seatport.domain.review;

import dev.seatport.domain.seat.ProductCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The judgement of one customer: how well each product covers its people, and what is wrong.
 *
 * @param coverage one entry per product that was asked about and covers a kind of tenant
 * @param licenseUse what the license vendor counts for a product's people; only for products whose tenants it has
 *     licenses of
 * @param licenses the licenses, one position per tenant and SKU
 * @param findings what somebody should look at, the worst first; among equals in the order in which they were found
 * @param excused what the policy's exclusions took out of {@code findings}, in the same order
 */
public record Review(
        List<Coverage> coverage,
        Map<ProductCode, ComparedLicenses> licenseUse,
        List<LicensePosition> licenses,
        List<Finding> findings,
        List<ExcludedFinding> excused) {
    public Review {
        coverage = List.copyOf(coverage);
        licenseUse = Map.copyOf(licenseUse);
        licenses = List.copyOf(licenses);
        findings = List.copyOf(findings);
        excused = List.copyOf(excused);
    }

    /**
     * Judges a position. A pure function: the same arguments give the same review.
     *
     * @param today the day on which exclusions are in force or not
     */
    public static Review of(CustomerPosition position, ReviewPolicy policy, LocalDate today) {
        List<LicensePosition> licenses = LicensePosition.of(position.licenses(), policy.freeSkus());
        CoverageReview byProduct = new CoverageReview(position, policy, licenses);
        List<Finding> all = new ArrayList<>();
        all.addAll(byProduct.findings());
        all.addAll(LicenseReview.findings(position, policy, licenses));
        all.sort(Comparator.comparing(Finding::severity).reversed());
        List<Finding> findings = new ArrayList<>();
        List<ExcludedFinding> excused = new ArrayList<>();
        for (Finding finding : all) {
            policy.exclusionOf(finding, today)
                    .ifPresentOrElse(
                            exclusion -> excused.add(new ExcludedFinding(finding, exclusion)),
                            () -> findings.add(finding));
        }
        return new Review(byProduct.coverage(), byProduct.licenseUse(), licenses, findings, excused);
    }

    /** How bad the worst finding is; empty if there is none. */
    public Optional<Severity> worst() {
        return findings.stream().map(Finding::severity).findFirst();
    }
}
