package dev.seatport.domain.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Source;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.ProductSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the seats bought, the seats used, and the other vendor's licenses show together. */
final class CoverageReview {
    private CoverageReview() {}

    static List<Coverage> coverage(CustomerPosition position) {
        List<Coverage> all = new ArrayList<>();
        for (Product product : position.products()) {
            TenantKind covered = product.covers();
            if (covered != null) {
                all.add(coverage(position, product, covered));
            }
        }
        return all;
    }

    private static Coverage coverage(CustomerPosition position, Product product, TenantKind covered) {
        Optional<ProductSeats> bought = position.productSeats().stream()
                .map(Observed::value)
                .filter(seats -> seats.product().code().equals(product.code()))
                .findFirst();
        Quantity purchased = bought.map(ProductSeats::purchased).orElse(Quantity.unreported());
        Quantity assigned = assigned(position, covered);
        Optional<Gap> seatGap = position.gap(Source.TENANT_SEATS);
        if (seatGap.isPresent()) {
            return Coverage.failed(
                    product,
                    purchased,
                    Quantity.unreported(),
                    Source.TENANT_SEATS,
                    seatGap.get().kind());
        }
        Optional<Gap> productGap = position.gap(Source.PRODUCT_SEATS);
        if (bought.isEmpty() && productGap.isPresent()) {
            return Coverage.failed(
                    product,
                    purchased,
                    assigned,
                    Source.PRODUCT_SEATS,
                    productGap.get().kind());
        }
        return Coverage.compare(product, purchased, assigned);
    }

    /** A tenant of a kind that nobody knows may belong here or not: then the sum is not known either. */
    private static Quantity assigned(CustomerPosition position, TenantKind kind) {
        Quantity sum = Quantity.of(0);
        for (Observed<TenantSeats> seats : position.tenantSeats()) {
            TenantKind reported = seats.value().tenant().kind();
            if (reported == TenantKind.UNKNOWN) {
                return Quantity.unreported();
            }
            if (reported == kind) {
                sum = sum.plus(seats.value().assigned());
            }
        }
        return sum;
    }

    static List<Finding> findings(CustomerPosition position, List<Coverage> coverage, ReviewPolicy policy) {
        List<Finding> findings = new ArrayList<>();
        for (Coverage one : coverage) {
            mismatch(position, one, policy).ifPresent(findings::add);
            disagreement(position, one, policy).ifPresent(findings::add);
        }
        for (Tenant tenant : position.unmatchedTenants()) {
            findings.add(new Finding.TenantUnknownToVendor(
                    subject(position, FindingKind.TENANT_UNKNOWN_TO_VENDOR, tenant, null),
                    policy.severity(FindingKind.TENANT_UNKNOWN_TO_VENDOR),
                    tenant.name(),
                    position.licenseVendor()));
        }
        return findings;
    }

    private static Optional<Finding> mismatch(CustomerPosition position, Coverage coverage, ReviewPolicy policy) {
        ProductCode product = coverage.product().code();
        if (coverage instanceof Coverage.Shortfall gap
                && policy.coverage().reachedBy(gap.by(), gap.assigned().count().orElseThrow())) {
            return Optional.of(new Finding.BackupShortfall(
                    subject(position, FindingKind.BACKUP_SHORTFALL, null, product),
                    policy.severity(FindingKind.BACKUP_SHORTFALL),
                    gap));
        }
        if (coverage instanceof Coverage.Surplus rest
                && policy.coverage()
                        .reachedBy(rest.by(), rest.purchased().count().orElseThrow())) {
            return Optional.of(new Finding.BackupSurplus(
                    subject(position, FindingKind.BACKUP_SURPLUS, null, product),
                    policy.severity(FindingKind.BACKUP_SURPLUS),
                    rest));
        }
        return Optional.empty();
    }

    /**
     * Claimed only where it can be known: the policy says which SKUs mean a person, both sides are complete, and the
     * license vendor knows every tenant.
     */
    private static Optional<Finding> disagreement(CustomerPosition position, Coverage coverage, ReviewPolicy policy) {
        Set<SkuId> skus = policy.seatSkus(coverage.product().code());
        boolean known = position.gap(Source.LICENSES).isEmpty()
                && position.gap(Source.CUSTOMERS).isEmpty()
                && position.unmatchedTenants().isEmpty();
        if (skus.isEmpty() || !known) {
            return Optional.empty();
        }
        OptionalLong seats = coverage.assigned().count();
        OptionalLong licenses = assignedLicenses(position, skus).count();
        if (seats.isEmpty() || licenses.isEmpty()) {
            return Optional.empty();
        }
        long difference = Math.abs(Math.subtractExact(seats.getAsLong(), licenses.getAsLong()));
        return policy.disagreement().reachedBy(difference, seats.getAsLong())
                ? Optional.of(new Finding.VendorsDisagree(
                        subject(
                                position,
                                FindingKind.VENDORS_DISAGREE,
                                null,
                                coverage.product().code()),
                        policy.severity(FindingKind.VENDORS_DISAGREE),
                        coverage.product().label(),
                        seats.getAsLong(),
                        position.licenseVendor(),
                        licenses.getAsLong()))
                : Optional.empty();
    }

    private static Quantity assignedLicenses(CustomerPosition position, Set<SkuId> skus) {
        return position.licenses().stream()
                .map(Observed::value)
                .filter(license -> skus.contains(license.sku()))
                .map(LicenseConsumption::assigned)
                .reduce(Quantity.of(0), Quantity::plus);
    }

    private static Subject subject(
            CustomerPosition position, FindingKind kind, @Nullable Tenant tenant, @Nullable ProductCode product) {
        CustomerId customer = position.customer().value().id();
        return new Subject(kind, customer.vendor(), customer, tenant == null ? null : tenant.id(), product, null);
    }
}
