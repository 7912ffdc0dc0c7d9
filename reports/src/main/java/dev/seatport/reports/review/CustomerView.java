package dev.seatport.reports.review;

import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.review.MandatoryCountField;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One customer in the result of a review, for all formats and for the resume file. A count is {@code null} if the vendor did not
 * report it. The component names are JSON names on which scripts rely.
 *
 * @param vendor the vendor of the seats
 * @param id the customer's id at that vendor
 * @param country the country as the vendor reports it: a name or a code
 * @param countryCode its code (ISO 3166-1 alpha-2); {@code null} if the country is unknown
 * @param readAt time of the last response, in ISO 8601
 * @param complete whether all requests for this customer succeeded
 * @param unmatched its Microsoft 365 tenants that the license vendor does not list
 */
public record CustomerView(
        String vendor,
        String id,
        @Nullable String organization,
        @Nullable String ownerEmail,
        String status,
        @Nullable String statusText,
        @Nullable String country,
        @Nullable String countryCode,
        String readAt,
        boolean complete,
        List<TenantView> tenants,
        List<PurchasedSeatsView> products,
        List<LicenseView> licenses,
        List<PurchasedSeatComparisonView> coverage,
        List<FindingView> findings,
        List<MissingDataView> gaps,
        List<UnmatchedTenantView> unmatched) {

    /** Returns the name, or the id if there is no name. */
    public String label() {
        return organization == null ? id : organization;
    }

    /** Returns whether the licenses of a tenant are missing. A sum of the other tenants would look complete. */
    boolean lacksLicenses() {
        return gaps.stream()
                .map(MissingDataView::source)
                .anyMatch(
                        source -> source.equals(Dataset.LICENSES.label()) || source.equals(Dataset.CUSTOMERS.label()));
    }

    /**
     * Returns whether a comparison applies to the customer. It does not if no seat is assigned and the vendor reports no purchased
     * seats, as for a product that the customer does not have.
     */
    public boolean isApplicable(PurchasedSeatComparisonView one) {
        if (one.assigned() == null || one.assigned() != 0) {
            return true;
        }
        return one.purchased() == null
                ? products.stream()
                        .filter(product -> product.productCode().equals(one.productCode()))
                        .allMatch(product -> product.note() != null)
                : one.purchased() != 0;
    }

    /** Returns the documented counts that at least one row of the customer has. */
    Set<MandatoryCountField> reportedCounts() {
        Set<MandatoryCountField> counts = EnumSet.noneOf(MandatoryCountField.class);
        for (TenantView tenant : tenants) {
            add(counts, MandatoryCountField.SEATS_ASSIGNED, tenant.assigned());
        }
        for (PurchasedSeatsView product : products) {
            add(counts, MandatoryCountField.SEATS_PURCHASED, product.purchased());
        }
        for (LicenseView license : licenses) {
            add(counts, MandatoryCountField.LICENSES_PURCHASED, license.purchased());
            add(counts, MandatoryCountField.LICENSES_ASSIGNED, license.assigned());
            add(counts, MandatoryCountField.LICENSES_TENANT_TOTAL, license.tenantTotal());
        }
        return counts;
    }

    /** Returns the SKUs of the customer's licenses. */
    Set<SkuId> skus() {
        return licenses.stream().map(license -> new SkuId(license.skuId())).collect(Collectors.toSet());
    }

    /** Returns the products of which the customer purchased seats, or of which seats are assigned. */
    Set<ProductCode> seenProducts() {
        Stream<String> purchased = products.stream()
                .filter(product -> product.purchased() != null || product.note() != null)
                .map(PurchasedSeatsView::productCode);
        Stream<String> assigned = coverage.stream()
                .filter(one -> one.assigned() == null || one.assigned() > 0)
                .map(PurchasedSeatComparisonView::productCode);
        return Stream.concat(purchased, assigned).map(ProductCode::new).collect(Collectors.toSet());
    }

    private static void add(Set<MandatoryCountField> counts, MandatoryCountField count, @Nullable Long value) {
        if (value != null) {
            counts.add(count);
        }
    }

    /** Returns this customer with only the findings of these kinds. */
    CustomerView only(Set<String> kinds) {
        return withFindings(findings.stream()
                .filter(finding -> kinds.contains(finding.kind()))
                .toList());
    }

    /** Returns this customer with other findings. */
    CustomerView withFindings(List<FindingView> others) {
        return new CustomerView(
                vendor,
                id,
                organization,
                ownerEmail,
                status,
                statusText,
                country,
                countryCode,
                readAt,
                complete,
                tenants,
                products,
                licenses,
                coverage,
                others,
                gaps,
                unmatched);
    }

    /** The vendor response that a number came from. */
    public record ProvenanceView(
            String vendor,
            String operation,
            String at,
            @Nullable String correlationId) {}

    /**
     * The seats of one tenant.
     *
     * @param note a note on the counts; {@code null} if there is none
     */
    public record TenantView(
            String tenantId,
            @Nullable String tenantName,
            String kind,
            @Nullable Long assigned,
            @Nullable Long available,
            @Nullable String note,
            ProvenanceView from) {}

    /**
     * The purchased seats of one product.
     *
     * @param note why there is no count, such as {@code unlimited}; {@code null} if there is none
     */
    public record PurchasedSeatsView(
            String productCode,
            @Nullable String productName,
            @Nullable Long purchased,
            @Nullable String note,
            ProvenanceView from) {}

    /** Licenses of a tenant that are not in good standing. */
    public record LapsedLicensesView(
            @Nullable Long warning,
            @Nullable Long suspended,
            @Nullable Long lockedOut) {}

    /** One offer of a license. */
    public record OfferView(String name, String billingCycle) {}

    /**
     * The licenses of one SKU in one tenant.
     *
     * @param customerId the customer's id at the license vendor
     * @param skuId the SKU id; empty or blank if the vendor reported none
     * @param purchased purchased through this partner: the sum of the vendor's rows
     * @param assigned assigned in the tenant, across all partners, like {@code available} and {@code tenantTotal}
     * @param states the licenses in other states; {@code null} if the vendor reports no states
     * @param assignable whether the licenses are assigned to people; sums leave out a SKU that is not assignable
     * @param deleted whether the vendor has only a deleted record of the tenant
     * @param renewal the time at which the licenses renew or end, in UTC; {@code null} if the vendor reports none
     * @param free whether the SKU is free by the policy; sums leave it out
     * @param note a note on the numbers; {@code null} if there is none
     * @param from the responses that it was read from
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
            @Nullable LapsedLicensesView states,
            boolean assignable,
            boolean deleted,
            List<OfferView> offers,
            @Nullable String renewal,
            boolean free,
            @Nullable String note,
            List<ProvenanceView> from) {

        /** Returns whether tenant and SKU have an id. */
        boolean identified() {
            return new TenantId(tenantId).isIdentifying() && new SkuId(skuId).isIdentifying();
        }

        /** Returns the vendor of the first response, or {@code otherwise} if no response is known. */
        public String reportedBy(String otherwise) {
            return from.isEmpty() ? otherwise : from.get(0).vendor();
        }

        /** Returns whether sums include the licenses: the SKU is assignable and not free. */
        boolean includedInTotals() {
            return assignable && !free;
        }

        /** Returns the product name, or the SKU id if there is no name. */
        public String label() {
            return productName == null ? skuId : productName;
        }
    }

    /** The license vendor's counts for a product. Only shown, and compared with the seats only if {@code onlySeatSkus}. */
    public record LicenseCountsView(
            String vendor,
            @Nullable Long purchased,
            @Nullable Long assigned,
            boolean onlySeatSkus,
            @Nullable String note) {}

    /**
     * Comparison of assigned and purchased seats of one product.
     *
     * @param verdict {@code COVERED}, {@code SHORT}, {@code OVER} or {@code NOT_COMPARABLE}
     * @param by number of missing or surplus seats; 0 if covered, {@code null} if not comparable
     * @param reason why the seats are not comparable; {@code null} for the other verdicts
     * @param licenses the license vendor's counts; {@code null} if there are none
     */
    public record PurchasedSeatComparisonView(
            String productCode,
            @Nullable String productName,
            String verdict,
            @Nullable Long by,
            @Nullable Long purchased,
            @Nullable Long assigned,
            @Nullable String reason,
            @Nullable LicenseCountsView licenses) {}

    /** The exclusion of a finding that raises no alarm. */
    public record FindingExclusionView(
            String reason, @Nullable String owner, @Nullable String until) {}

    /**
     * One finding.
     *
     * @param kind the name of a {@link dev.seatport.domain.review.FindingKind}
     * @param severity {@code INFO}, {@code WARNING} or {@code CRITICAL}
     * @param productName the name of the license or the product, as the vendor reported it
     * @param purchased the count of the license or coverage of the finding, like the other counts
     * @param licensesAssigned the assigned licenses that differ from the assigned seats, or that have no backup; {@code null} for
     *     other kinds
     * @param difference number that is unassigned, over-assigned, in grace, short, over or different; {@code null} for other kinds
     * @param excused the exclusion of the finding; {@code null} if the finding raises an alarm
     * @param countsFrom the vendor whose counts the finding is from
     * @param monthly the monthly price of what is unused or missing; {@code null} without a price
     * @param change the name of a {@link FindingChange}; {@code null} without a baseline
     * @param changeReason why the finding was not compared; {@code null} if it was
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
            @Nullable LapsedLicensesView states,
            @Nullable Long licensesAssigned,
            @Nullable Long difference,
            @Nullable FindingExclusionView excused,
            String countsFrom,
            @Nullable MonthlyAmountView monthly,
            @Nullable String change,
            @Nullable String changeReason) {

        /** Returns the finding with its monthly price, which its text then has, too. */
        FindingView priced(String phrase, MonthlyAmountView amount) {
            return with(text + "; " + phrase, amount, change, changeReason);
        }

        /** Returns the finding with the result of a comparison. */
        FindingView compared(FindingChange result, @Nullable String reason) {
            return with(text, monthly, result.name(), reason);
        }

        private FindingView with(
                String line, @Nullable MonthlyAmountView amount, @Nullable String result, @Nullable String reason) {
            return new FindingView(
                    id,
                    kind,
                    severity,
                    line,
                    tenantId,
                    tenantName,
                    productCode,
                    productName,
                    skuId,
                    purchased,
                    assigned,
                    available,
                    tenantTotal,
                    states,
                    licensesAssigned,
                    difference,
                    excused,
                    countsFrom,
                    amount,
                    result,
                    reason);
        }
    }

    /**
     * The monthly price of the seats or licenses of a finding.
     *
     * @param meaning {@code UNUSED} or {@code MISSING}
     * @param amount a decimal number, which is exact as text
     * @param currency an ISO 4217 code
     * @param upTo whether the count of the finding, and so the amount, is the greatest possible one
     */
    public record MonthlyAmountView(String meaning, String amount, String currency, boolean upTo) {
        /** Returns a few words, such as {@code up to 171.00 EUR a month}. */
        public String text() {
            return (upTo ? "up to " : "") + amount + " " + currency + " a month";
        }
    }

    /**
     * Data that could not be read.
     *
     * @param customer the id of the customer; {@code null} if it is unknown
     * @param tenantId the tenant whose data is missing; {@code null} if the data is not of one tenant
     * @param tenantName the name of that tenant, as the seat vendor reported it
     */
    public record MissingDataView(
            @Nullable String customer,
            String vendor,
            String source,
            String kind,
            String text,
            @Nullable String tenantId,
            @Nullable String tenantName) {
        /** Returns the name of the tenant, or its id if there is no name. */
        public @Nullable String tenant() {
            return tenantName == null ? tenantId : tenantName;
        }
    }

    /**
     * A tenant that only one vendor has.
     *
     * @param customer the id of its customer at that vendor
     * @param suggestions ids of customers of the other vendor with the same name
     * @param conclusive whether all tenants of the other vendor were read
     * @param deleted whether the vendor deleted its record of the customer in the tenant
     * @param licenses the licenses of the tenant; {@code null} if the review did not read all of them
     * @param finding the finding about the tenant; {@code null} if there is none, or if it is not reported
     */
    public record UnmatchedTenantView(
            String customer,
            @Nullable String organization,
            String tenantId,
            List<String> suggestions,
            boolean conclusive,
            boolean deleted,
            @Nullable List<LicenseView> licenses,
            @Nullable FindingView finding) {
        /** Returns this tenant with another finding. */
        UnmatchedTenantView withFinding(FindingView other) {
            return new UnmatchedTenantView(
                    customer, organization, tenantId, suggestions, conclusive, deleted, licenses, other);
        }

        /** Creates a tenant without licenses and without a finding. */
        public UnmatchedTenantView(
                String customer,
                @Nullable String organization,
                String tenantId,
                List<String> suggestions,
                boolean conclusive,
                boolean deleted) {
            this(customer, organization, tenantId, suggestions, conclusive, deleted, null, null);
        }

        /** Returns the name of the customer, or its id if there is no name. */
        public String label() {
            return organization == null ? customer : organization;
        }

        /** Returns this tenant without a finding of another kind than these; unchanged if {@code kinds} is empty. */
        UnmatchedTenantView only(Set<String> kinds) {
            return kinds.isEmpty() || finding == null || kinds.contains(finding.kind())
                    ? this
                    : new UnmatchedTenantView(
                            customer, organization, tenantId, suggestions, conclusive, deleted, licenses, null);
        }
    }
}
