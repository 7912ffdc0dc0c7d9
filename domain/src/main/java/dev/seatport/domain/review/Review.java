package dev.seatport.domain.review;

import dev.seatport.domain.seat.ProductCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Review of one customer: the coverage of each product, the licenses, and the findings.
 *
 * @param coverage one entry per reviewed product that covers a kind of tenant
 * @param licenseUse the license vendor's counts to compare with a product's seats; only for products for Microsoft 365 and
 *     products with seat SKUs
 * @param licenses the licenses, one position per tenant and SKU
 * @param findings the findings, the worst severity first; equal severities in the order of detection
 * @param excused the findings that the policy's exclusions suppress, in the same order
 */
public record Review(
        List<PurchasedSeatComparison> coverage,
        Map<ProductCode, ComparedLicenseCounts> licenseUse,
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
     * Reviews a position. A pure function: equal arguments give equal reviews.
     *
     * @param today the day that decides which exclusions are in force
     */
    public static Review of(CustomerPosition position, ReviewPolicy policy, LocalDate today) {
        List<LicensePosition> licenses = LicensePosition.of(position.licenses(), policy.freeSkus());
        SeatCoverageCalculator byProduct = new SeatCoverageCalculator(position, policy, licenses);
        List<Finding> all = new ArrayList<>();
        all.addAll(byProduct.findings());
        all.addAll(SkuFindingsCalculator.findings(position, policy, licenses));
        all.sort(Comparator.comparing(Finding::severity).reversed());
        List<Finding> findings = new ArrayList<>();
        List<ExcludedFinding> excused = new ArrayList<>();
        for (Finding finding : all) {
            policy.exclusionOf(finding, today)
                    .ifPresentOrElse(
                            exclusion -> excused.add(new ExcludedFinding(finding, exclusion)),
                            () -> findings.add(finding));
        }
        return new Review(byProduct.coverage(), byProduct.comparedLicenses(), licenses, findings, excused);
    }

    /**
     * Returns the severity of the worst finding.
     *
     * @return empty if there is no finding
     */
    public Optional<Severity> worst() {
        return findings.stream().map(Finding::severity).findFirst();
    }
}
