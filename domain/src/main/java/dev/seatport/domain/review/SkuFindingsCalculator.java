package dev.seatport.domain.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.seat.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Findings from the license vendor's counts, per SKU. Assigned licenses are compared with all licenses of the tenant: no
 * vendor reports the partner through which an assigned license was purchased.
 */
final class SkuFindingsCalculator {
    private final CustomerPosition position;
    private final ReviewPolicy policy;
    private final LicensePosition license;
    private final LicenseConsumption counts;

    private SkuFindingsCalculator(CustomerPosition position, ReviewPolicy policy, LicensePosition license) {
        this.position = position;
        this.policy = policy;
        this.license = license;
        this.counts = license.consumption();
    }

    static List<Finding> findings(CustomerPosition position, ReviewPolicy policy, List<LicensePosition> licenses) {
        List<Finding> findings = new ArrayList<>();
        for (LicensePosition license : licenses) {
            SkuFindingsCalculator review = new SkuFindingsCalculator(position, policy, license);
            if (!license.isIdentified()) {
                continue;
            }
            if (license.differing().isEmpty()) {
                review.overAssigned().ifPresent(findings::add);
                review.inGrace().ifPresent(findings::add);
                review.noneLeft().ifPresent(findings::add);
                review.unassigned().ifPresent(findings::add);
            }
            review.inconsistent().ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> overAssigned() {
        OptionalLong over = counts.assigned().minus(counts.limit()).count();
        return over.isEmpty() || over.getAsLong() <= 0
                ? Optional.empty()
                : Optional.of(new Finding.OverAssignedLicenses(
                        key(FindingKind.OVER_ASSIGNED_LICENSES),
                        policy.severity(FindingKind.OVER_ASSIGNED_LICENSES),
                        counts.label(),
                        counts.assigned().count().orElseThrow(),
                        counts.limit().count().orElseThrow(),
                        over.getAsLong()));
    }

    /**
     * More licenses are assigned than the tenant total, but not more than the limit, which includes licenses past their end. An
     * unreported state cannot lower the limit, so the reported states suffice if they cover the assigned licenses.
     */
    private Optional<Finding> inGrace() {
        LapsedLicenses states = counts.states();
        if (states == null) {
            return Optional.empty();
        }
        Quantity leastLimit = Stream.of(states.warning(), states.suspended(), states.lockedOut())
                .filter(Quantity::isReported)
                .reduce(counts.tenantTotal(), Quantity::plus);
        OptionalLong aboveTotal = counts.assigned().minus(counts.tenantTotal()).count();
        OptionalLong over = counts.assigned().minus(leastLimit).count();
        return aboveTotal.isEmpty() || aboveTotal.getAsLong() <= 0 || over.isEmpty() || over.getAsLong() > 0
                ? Optional.empty()
                : Optional.of(new Finding.LicensesInGrace(
                        key(FindingKind.LICENSES_IN_GRACE),
                        policy.severity(FindingKind.LICENSES_IN_GRACE),
                        counts.label(),
                        counts.assigned().count().orElseThrow(),
                        counts.tenantTotal().count().orElseThrow(),
                        states));
    }

    private Optional<Finding> noneLeft() {
        OptionalLong purchased = counts.purchased().count();
        OptionalLong free = counts.free().count();
        return !counts.assignable()
                        || purchased.isEmpty()
                        || purchased.getAsLong() <= 0
                        || free.isEmpty()
                        || free.getAsLong() > 0
                        || overAssigned().isPresent()
                ? Optional.empty()
                : Optional.of(new Finding.NoLicensesLeft(
                        key(FindingKind.NO_LICENSES_LEFT),
                        policy.severity(FindingKind.NO_LICENSES_LEFT),
                        counts.label(),
                        purchased.getAsLong(),
                        counts.assigned(),
                        counts.capacity()));
    }

    private Optional<Finding> unassigned() {
        OptionalLong purchased = counts.purchased().count();
        OptionalLong free = counts.free().count();
        if (!license.includedInTotals() || purchased.isEmpty() || purchased.getAsLong() <= 0 || free.isEmpty()) {
            return Optional.empty();
        }
        long unused = Math.min(free.getAsLong(), purchased.getAsLong());
        return policy.unassigned().reachedBy(unused, purchased.getAsLong())
                ? Optional.of(new Finding.UnassignedLicenses(
                        key(FindingKind.UNASSIGNED_LICENSES),
                        policy.severity(FindingKind.UNASSIGNED_LICENSES),
                        counts.label(),
                        unused,
                        purchased.getAsLong(),
                        free.getAsLong(),
                        counts.assigned().isReported() ? counts.capacity() : Quantity.unreported()))
                : Optional.empty();
    }

    private Optional<Finding> inconsistent() {
        return license.differing().isEmpty() && !isPurchasedTooMuch() && !isAvailableOdd()
                ? Optional.empty()
                : Optional.of(new Finding.CountsInconsistent(
                        key(FindingKind.COUNTS_INCONSISTENT),
                        policy.severity(FindingKind.COUNTS_INCONSISTENT),
                        counts,
                        license.differing(),
                        isPurchasedTooMuch(),
                        isAvailableOdd()));
    }

    /** One partner cannot have sold more than all partners together. */
    private boolean isPurchasedTooMuch() {
        return license.differing().isEmpty()
                && counts.purchased() instanceof Quantity.Reported purchased
                && counts.limit() instanceof Quantity.Reported limit
                && purchased.value() > limit.value();
    }

    /** The vendors' documents leave open which difference the available count is, and whether it can be negative. */
    private boolean isAvailableOdd() {
        OptionalLong ofTenant = counts.tenantTotal().minus(counts.assigned()).count();
        OptionalLong ofPartner = counts.purchased().minus(counts.assigned()).count();
        OptionalLong available = counts.available().count();
        if (!license.differing().isEmpty() || ofTenant.isEmpty() || ofPartner.isEmpty() || available.isEmpty()) {
            return false;
        }
        long reported = available.getAsLong();
        return reported != ofTenant.getAsLong()
                && reported != ofPartner.getAsLong()
                && reported != Math.max(0, ofTenant.getAsLong())
                && reported != Math.max(0, ofPartner.getAsLong());
    }

    private FindingKey key(FindingKind kind) {
        CustomerId customer = position.customer().value().id();
        return new FindingKey(
                kind, Objects.requireNonNull(position.licenseVendor()), customer, counts.tenant(), null, counts.sku());
    }
}
