package dev.seatport.application.review;

import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.review.Finding;
import dev.seatport.domain.review.FindingKey;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.LicensePosition;
import dev.seatport.domain.review.ReviewPolicy;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.review.ReviewRequest;
import dev.seatport.ports.review.UnmatchedLicenseTenant;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Adds the finding, and on request the licenses, to tenants that only the license vendor has. A tenant that is deleted or not
 * conclusive gets neither.
 */
final class UnmatchedTenantReviewer {
    private final FleetReview review;
    private final LicenseVendorPorts licenses;
    private final ReviewPolicy policy;
    private final boolean readsLicenses;
    private final LocalDate today;
    private final Consumer<Gap> gaps;

    /**
     * Creates a reviewer.
     *
     * @param today the day that decides which exclusions are in force
     * @param gaps receives a gap for each tenant whose licenses could not be read, on any thread
     */
    UnmatchedTenantReviewer(
            FleetReview review,
            LicenseVendorPorts licenses,
            ReviewRequest request,
            LocalDate today,
            Consumer<Gap> gaps) {
        this.review = review;
        this.licenses = licenses;
        this.policy = request.policy();
        this.readsLicenses = request.unmatchedLicenses();
        this.today = today;
        this.gaps = gaps;
    }

    /** Reviews a tenant. The result fails only with an unexpected exception. */
    Uni<UnmatchedLicenseTenant> review(UnmatchedLicenseTenant tenant) {
        if (!tenant.conclusive() || tenant.deleted()) {
            return Uni.createFrom().item(tenant);
        }
        if (!readsLicenses) {
            return Uni.createFrom().item(withFinding(tenant, null));
        }
        CustomerRowLimit limit = new CustomerRowLimit(
                PartialRows.label(tenant.customer(), tenant.organization()), review.rowsPerCustomer());
        return PartialRows.<LicenseConsumption>collect(
                        tenant.customer(),
                        licenses.vendor(),
                        Dataset.LICENSES,
                        limit,
                        () -> licenses.consumption().consumption(tenant.customer(), tenant.tenant()))
                .map(partialRows -> withFinding(tenant, complete(partialRows.of(tenant.tenant()))));
    }

    /** Returns the licenses; {@code null} if a row may be missing, because a part would pass for all of them. */
    private @Nullable List<LicensePosition> complete(PartialRows<Observed<LicenseConsumption>> partialRows) {
        partialRows.gaps().forEach(gaps);
        return partialRows.gaps().isEmpty() ? LicensePosition.of(partialRows.rows(), policy.freeSkus()) : null;
    }

    private UnmatchedLicenseTenant withFinding(
            UnmatchedLicenseTenant tenant, @Nullable List<LicensePosition> positions) {
        Finding finding = new Finding.TenantWithoutBackup(
                new FindingKey(
                        FindingKind.TENANT_WITHOUT_BACKUP,
                        licenses.vendor(),
                        tenant.customer(),
                        tenant.tenant(),
                        null,
                        null),
                policy.severity(FindingKind.TENANT_WITHOUT_BACKUP),
                review.seats().vendor(),
                positions == null ? Quantity.unreported() : assigned(positions),
                tenant.namesakes());
        return new UnmatchedLicenseTenant(
                tenant.customer(),
                tenant.organization(),
                tenant.tenant(),
                tenant.namesakes(),
                tenant.conclusive(),
                tenant.deleted(),
                positions,
                finding,
                policy.exclusionOf(finding, today).orElse(null));
    }

    private static Quantity assigned(List<LicensePosition> positions) {
        return positions.stream()
                .filter(LicensePosition::includedInTotals)
                .map(position ->
                        position.isIdentified() ? position.consumption().assigned() : Quantity.unreported())
                .reduce(Quantity.of(0), Quantity::plus);
    }
}
