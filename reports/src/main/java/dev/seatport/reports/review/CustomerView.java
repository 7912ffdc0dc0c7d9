package dev.seatport.reports.review;

import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.review.DocumentedCount;
import dev.seatport.domain.tenant.TenantId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One customer in the result of a review: what JSON shows of it, what the journal keeps of it, and all that a writer gets to
 * know. Counts are {@code null} where a vendor reported none. Names of the components are names in JSON: scripts rely on them.
 *
 * @param vendor the vendor of the seats
 * @param id the customer's id there
 * @param readAt when the last of it was read, in ISO 8601
 * @param complete whether everything that was asked was answered
 * @param unmatched its Microsoft 365 tenants that the vendor of the licenses does not have
 */
public record CustomerView(
        String vendor,
        String id,
        @Nullable String organization,
        @Nullable String ownerEmail,
        String status,
        @Nullable String statusText,
        @Nullable String country,
        String readAt,
        boolean complete,
        List<TenantView> tenants,
        List<ProductView> products,
        List<LicenseView> licenses,
        List<CoverageView> coverage,
        List<FindingView> findings,
        List<GapView> gaps,
        List<UnmatchedView> unmatched) {

    /** What people call the customer: its name, else its id. */
    public String label() {
        return organization == null ? id : organization;
    }

    /** Whether the licenses of one of its tenants were not read: the sum of the others would look like the whole. */
    boolean lacksLicenses() {
        return gaps.stream()
                .map(GapView::source)
                .anyMatch(
                        source -> source.equals(Dataset.LICENSES.label()) || source.equals(Dataset.CUSTOMERS.label()));
    }

    /** The documented counts that at least one of its rows has. */
    Set<DocumentedCount> reportedCounts() {
        Set<DocumentedCount> counts = EnumSet.noneOf(DocumentedCount.class);
        for (TenantView tenant : tenants) {
            add(counts, DocumentedCount.SEATS_ASSIGNED, tenant.assigned());
        }
        for (ProductView product : products) {
            add(counts, DocumentedCount.SEATS_PURCHASED, product.purchased());
        }
        for (LicenseView license : licenses) {
            add(counts, DocumentedCount.LICENSES_PURCHASED, license.purchased());
            add(counts, DocumentedCount.LICENSES_ASSIGNED, license.assigned());
            add(counts, DocumentedCount.LICENSES_TENANT_TOTAL, license.tenantTotal());
        }
        return counts;
    }

    private static void add(Set<DocumentedCount> counts, DocumentedCount count, @Nullable Long value) {
        if (value != null) {
            counts.add(count);
        }
    }

    /** The same, with no findings but those of some kinds. */
    CustomerView only(Set<String> kinds) {
        return new CustomerView(
                vendor,
                id,
                organization,
                ownerEmail,
                status,
                statusText,
                country,
                readAt,
                complete,
                tenants,
                products,
                licenses,
                coverage,
                findings.stream()
                        .filter(finding -> kinds.contains(finding.kind()))
                        .toList(),
                gaps,
                unmatched);
    }

    /** Which answer of a vendor a number came in. */
    public record DatasetView(
            String vendor,
            String operation,
            String at,
            @Nullable String correlationId) {}

    /**
     * The seats of one tenant.
     *
     * @param note what a reader has to know of the counts; {@code null} if nothing
     */
    public record TenantView(
            String tenantId,
            @Nullable String tenantName,
            String kind,
            @Nullable Long assigned,
            @Nullable Long available,
            @Nullable String note,
            DatasetView from) {}

    /**
     * The seats bought of one product.
     *
     * @param note why there is no count, such as {@code unlimited}; {@code null} if there is nothing to say
     */
    public record ProductView(
            String productCode,
            @Nullable String productName,
            @Nullable Long purchased,
            @Nullable String note,
            DatasetView from) {}

    /** Licenses of a tenant that are not in good standing. */
    public record StatesView(
            @Nullable Long warning,
            @Nullable Long suspended,
            @Nullable Long lockedOut) {}

    /** An offer within a license. */
    public record OfferView(String name, String billingCycle) {}

    /**
     * The licenses of one SKU in one tenant.
     *
     * @param customerId the customer's id at the vendor of the licenses
     * @param skuId the SKU's id; empty or blank if the vendor reported none
     * @param purchased through this partner, the sum of the vendor's rows
     * @param assigned in the tenant, across all partners, as {@code available} and {@code tenantTotal}
     * @param states the licenses in other states; {@code null} if the vendor reports no states
     * @param deleted whether the vendor has no live record of the tenant, and these are the licenses of one that it deleted
     * @param free whether the policy says that the SKU costs nothing: then no sum has it
     * @param note what a reader has to know of the numbers; {@code null} if nothing
     * @param from the answers that it was read from
     */
    public record LicenseView(
            String customerId,
            String tenantId,
            String skuId,
            @Nullable String productName,
            @Nullable Long purchased,
            @Nullable Long assigned,
            @Nullable Long available,
            @Nullable Long tenantTotal,
            @Nullable StatesView states,
            boolean deleted,
            List<OfferView> offers,
            boolean free,
            @Nullable String note,
            List<DatasetView> from) {

        /** Whether tenant and SKU have an id. */
        boolean identified() {
            return new TenantId(tenantId).isIdentifying() && new SkuId(skuId).isIdentifying();
        }

        /** What people call the SKU: its name, else its id. */
        public String label() {
            return productName == null ? skuId : productName;
        }
    }

    /** What the vendor of the licenses counts for the people of a product; shown, and nothing follows from it unless {@code onlySeatSkus}. */
    public record ComparedLicensesView(
            String vendor,
            @Nullable Long purchased,
            @Nullable Long assigned,
            boolean onlySeatSkus,
            @Nullable String note) {}

    /**
     * How a product covers the customer's people.
     *
     * @param verdict {@code COVERED}, {@code SHORT}, {@code OVER} or {@code NOT_COMPARABLE}
     * @param by how many are missing or too many; 0 if covered, {@code null} if not comparable
     * @param reason why they are not comparable; {@code null} for the other verdicts
     * @param licenses what stands beside it; {@code null} if there is nothing to show
     */
    public record CoverageView(
            String productCode,
            @Nullable String productName,
            String verdict,
            @Nullable Long by,
            @Nullable Long purchased,
            @Nullable Long assigned,
            @Nullable String reason,
            @Nullable ComparedLicensesView licenses) {}

    /** Why a finding raises no alarm. */
    public record ExcludedFindingView(
            String reason, @Nullable String owner, @Nullable String until) {}

    /**
     * Something that is wrong.
     *
     * @param kind the name of a {@link dev.seatport.domain.review.FindingKind}
     * @param severity {@code INFO}, {@code WARNING} or {@code CRITICAL}
     * @param productName the name of the license's or the product's, as the vendor reported it
     * @param purchased as that of the license or of the coverage that the finding is about, as the other counts
     * @param licensesAssigned the assigned licenses that differ from the assigned seats; {@code null} for other kinds
     * @param difference how many are unassigned, over-assigned, in grace, short, over or apart; {@code null} for other kinds
     * @param excused set if an exclusion takes the alarm from it
     */
    public record FindingView(
            String id,
            String kind,
            String severity,
            String text,
            @Nullable String tenantId,
            @Nullable String tenantName,
            @Nullable String productCode,
            @Nullable String productName,
            @Nullable String skuId,
            @Nullable Long purchased,
            @Nullable Long assigned,
            @Nullable Long available,
            @Nullable Long tenantTotal,
            @Nullable StatesView states,
            @Nullable Long licensesAssigned,
            @Nullable Long difference,
            @Nullable ExcludedFindingView excused) {}

    /** What could not be read; {@code customer} is {@code null} if it is not known of whom. */
    public record GapView(@Nullable String customer, String vendor, String source, String kind, String text) {}

    /**
     * A tenant that only one vendor has.
     *
     * @param customer the customer there that has it
     * @param suggestions customers of the other vendor with the same name
     * @param conclusive whether all tenants of the other vendor were seen
     * @param deleted whether the vendor deleted its record of the customer in the tenant
     */
    public record UnmatchedView(
            String customer,
            @Nullable String organization,
            String tenantId,
            List<String> suggestions,
            boolean conclusive,
            boolean deleted) {}
}
