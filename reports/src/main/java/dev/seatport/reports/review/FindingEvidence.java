package dev.seatport.reports.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.review.FindingKey;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.reports.review.CustomerView.LapsedLicensesView;
import dev.seatport.reports.review.CustomerView.LicenseCountsView;
import dev.seatport.reports.review.CustomerView.LicenseView;
import dev.seatport.reports.review.CustomerView.MissingDataView;
import dev.seatport.reports.review.CustomerView.PurchasedSeatComparisonView;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What a review of a customer could not determine: a finding that is absent from it is certainly absent only if its datasets were
 * read and its counts are reported. Small, because a baseline keeps one per customer.
 *
 * @param unread the datasets with a gap
 * @param undetermined hashes of the ids of the findings of which a count is not reported, in ascending order. Two ids with one hash
 *     only prevent a comparison
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FindingEvidence(Set<Dataset> unread, long[] undetermined) {
    private static final FindingEvidence COMPLETE = new FindingEvidence(Set.of(), new long[0]);
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** Returns the evidence of a customer. */
    static FindingEvidence of(CustomerView customer) {
        Set<Dataset> unread = EnumSet.noneOf(Dataset.class);
        for (MissingDataView gap : customer.gaps()) {
            unread.add(ReviewStatistics.cause(gap).source());
        }
        CustomerId id = new CustomerId(new Vendor(customer.vendor()), customer.id());
        LongStream.Builder undetermined = LongStream.builder();
        for (PurchasedSeatComparisonView coverage : customer.coverage()) {
            ProductCode product = new ProductCode(coverage.productCode());
            undetermined(coverage)
                    .forEach(kind ->
                            undetermined.add(hash(new FindingKey(kind, id.vendor(), id, null, product, null).id())));
        }
        for (LicenseView license : customer.licenses()) {
            TenantId tenant = new TenantId(license.tenantId());
            SkuId sku = new SkuId(license.skuId());
            Vendor vendor = new Vendor(license.reportedBy(customer.vendor()));
            undetermined(license)
                    .forEach(kind -> undetermined.add(hash(new FindingKey(kind, vendor, id, tenant, null, sku).id())));
        }
        long[] hashes = undetermined.build().sorted().toArray();
        return unread.isEmpty() && hashes.length == 0 ? COMPLETE : new FindingEvidence(unread, hashes);
    }

    private static Set<FindingKind> undetermined(PurchasedSeatComparisonView coverage) {
        Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
        if (coverage.by() == null) {
            kinds.addAll(Set.of(FindingKind.BACKUP_SHORTFALL, FindingKind.BACKUP_SURPLUS));
        }
        LicenseCountsView licenses = coverage.licenses();
        if (coverage.assigned() == null || licenses == null || licenses.assigned() == null) {
            kinds.add(FindingKind.VENDORS_DISAGREE);
        }
        return kinds;
    }

    private static Set<FindingKind> undetermined(LicenseView license) {
        Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
        boolean tenantCounts =
                license.assigned() != null && license.tenantTotal() != null && isReported(license.states());
        boolean purchased = license.purchased() != null;
        if (!tenantCounts) {
            kinds.addAll(Set.of(FindingKind.OVER_ASSIGNED_LICENSES, FindingKind.LICENSES_IN_GRACE));
        }
        if (!purchased || (!tenantCounts && license.available() == null)) {
            kinds.addAll(Set.of(FindingKind.UNASSIGNED_LICENSES, FindingKind.NO_LICENSES_LEFT));
        }
        if (!purchased || !tenantCounts || license.available() == null) {
            kinds.add(FindingKind.COUNTS_INCONSISTENT);
        }
        return kinds;
    }

    private static boolean isReported(@Nullable LapsedLicensesView states) {
        return states == null || (states.warning() != null && states.suspended() != null && states.lockedOut() != null);
    }

    /**
     * Returns why a finding may exist although the review lacks it.
     *
     * @return {@code null} if the review lacks the finding for certain
     */
    @Nullable
    String doubt(FindingKind kind, String id) {
        for (Dataset dataset : datasets(kind)) {
            if (unread.contains(dataset)) {
                return dataset.label() + " could not be read";
            }
        }
        return Arrays.binarySearch(undetermined, hash(id)) >= 0 ? "a count is not reported" : null;
    }

    /** Returns the datasets that decide whether there is a finding of this kind. */
    private static Set<Dataset> datasets(FindingKind kind) {
        return switch (kind) {
            case BACKUP_SHORTFALL, BACKUP_SURPLUS -> EnumSet.of(Dataset.TENANT_SEATS, Dataset.PRODUCT_SEATS);
            default -> EnumSet.of(Dataset.CUSTOMERS, Dataset.TENANT_SEATS, Dataset.LICENSES);
        };
    }

    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FindingEvidence that
                && unread.equals(that.unread)
                && Arrays.equals(undetermined, that.undetermined);
    }

    @Override
    public int hashCode() {
        return 31 * unread.hashCode() + Arrays.hashCode(undetermined);
    }

    @Override
    public String toString() {
        return "FindingEvidence[unread=" + unread + ", undetermined=" + undetermined.length + "]";
    }
}
