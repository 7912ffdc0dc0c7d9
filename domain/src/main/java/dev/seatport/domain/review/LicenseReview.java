package dev.seatport.domain.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.seat.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the license vendor's own counts show, SKU by SKU. */
final class LicenseReview {
    private final CustomerPosition position;
    private final ReviewPolicy policy;
    private final LicenseConsumption row;

    private LicenseReview(CustomerPosition position, ReviewPolicy policy, LicenseConsumption row) {
        this.position = position;
        this.policy = policy;
        this.row = row;
    }

    static List<Finding> findings(CustomerPosition position, ReviewPolicy policy, List<LicensePosition> licenses) {
        List<Finding> findings = new ArrayList<>();
        for (LicensePosition license : licenses) {
            LicenseReview review = new LicenseReview(position, policy, license.consumption());
            review.overAssigned().ifPresent(findings::add);
            review.noneLeft().ifPresent(findings::add);
            review.unassigned().ifPresent(findings::add);
            review.inconsistent().ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> overAssigned() {
        OptionalLong over = row.assigned().minus(row.purchased()).count();
        if (over.isEmpty()) {
            over = Quantity.of(0).minus(row.available()).count();
        }
        return over.isEmpty() || over.getAsLong() <= 0
                ? Optional.empty()
                : Optional.of(new Finding.OverAssignedLicenses(
                        subject(FindingKind.OVER_ASSIGNED_LICENSES),
                        policy.severity(FindingKind.OVER_ASSIGNED_LICENSES),
                        row.label(),
                        row.purchased(),
                        row.assigned(),
                        over.getAsLong()));
    }

    private Optional<Finding> noneLeft() {
        OptionalLong left = left();
        boolean some = isPositive(row.purchased()) || isPositive(row.assigned());
        return left.isEmpty()
                        || left.getAsLong() != 0
                        || !some
                        || overAssigned().isPresent()
                        || inconsistent().isPresent()
                ? Optional.empty()
                : Optional.of(new Finding.NoLicensesLeft(
                        subject(FindingKind.NO_LICENSES_LEFT),
                        policy.severity(FindingKind.NO_LICENSES_LEFT),
                        row.label(),
                        row.purchased(),
                        derived()));
    }

    private Optional<Finding> unassigned() {
        OptionalLong left = left();
        // Counts that leave none and a count of available ones contradict each other: that is a finding of its own.
        return left.isEmpty()
                        || !worthTelling(left.getAsLong())
                        || overAssigned().isPresent()
                ? Optional.empty()
                : Optional.of(new Finding.UnassignedLicenses(
                        subject(FindingKind.UNASSIGNED_LICENSES),
                        policy.severity(FindingKind.UNASSIGNED_LICENSES),
                        row.label(),
                        row.purchased(),
                        left.getAsLong(),
                        derived()));
    }

    private Optional<Finding> inconsistent() {
        OptionalLong difference = row.purchased().minus(row.assigned()).count();
        OptionalLong available = row.available().count();
        return difference.isEmpty()
                        || available.isEmpty()
                        || available.getAsLong() == Math.max(0, difference.getAsLong())
                ? Optional.empty()
                : Optional.of(new Finding.CountsInconsistent(
                        subject(FindingKind.COUNTS_INCONSISTENT),
                        policy.severity(FindingKind.COUNTS_INCONSISTENT),
                        row.label(),
                        row.purchased().count().orElseThrow(),
                        row.assigned().count().orElseThrow(),
                        available.getAsLong()));
    }

    /** A percentage of an unreported whole does not exist: then the floor alone decides. */
    private boolean worthTelling(long left) {
        OptionalLong purchased = row.purchased().count();
        return purchased.isPresent()
                ? policy.unassigned().reachedBy(left, purchased.getAsLong())
                : policy.unassigned().reachesFloor(left);
    }

    private OptionalLong left() {
        return derived()
                ? row.purchased().minus(row.assigned()).count()
                : row.available().count();
    }

    private boolean derived() {
        return !row.available().isReported();
    }

    private static boolean isPositive(Quantity quantity) {
        return quantity.count().orElse(0) > 0;
    }

    private Subject subject(FindingKind kind) {
        CustomerId customer = position.customer().value().id();
        return new Subject(kind, position.licenseVendor(), customer, row.tenant(), null, row.sku());
    }
}
