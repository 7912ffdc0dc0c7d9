package dev.seatport.domain.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.ProductSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the seats bought, the seats used, and the other vendor's licenses show together. */
final class CoverageReview {
    private final CustomerPosition position;
    private final ReviewPolicy policy;
    private final List<Coverage> coverage = new ArrayList<>();
    private final Map<ProductCode, ComparedLicenses> licenseUse = new LinkedHashMap<>();

    CoverageReview(CustomerPosition position, ReviewPolicy policy, List<LicensePosition> licenses) {
        this.position = position;
        this.policy = policy;
        for (Product product : position.products()) {
            TenantKind covered = product.covers();
            if (covered != null) {
                coverage.add(coverage(product, covered));
            }
            Set<SkuId> seatSkus = policy.seatSkus(product.code());
            if (covered == TenantKind.MICROSOFT_365 || (covered != null && !seatSkus.isEmpty())) {
                licenseUse.put(product.code(), licenseUse(licenses, seatSkus));
            }
        }
    }

    List<Coverage> coverage() {
        return coverage;
    }

    Map<ProductCode, ComparedLicenses> licenseUse() {
        return licenseUse;
    }

    private Coverage coverage(Product product, TenantKind covered) {
        Optional<ProductSeats> bought = position.productSeats().stream()
                .map(Observed::value)
                .filter(seats -> seats.product().code().equals(product.code()))
                .findFirst();
        Quantity purchased = bought.map(ProductSeats::purchased).orElse(Quantity.unreported());
        Quantity assigned = assigned(covered);
        Optional<Gap> seatGap = position.gap(Dataset.TENANT_SEATS);
        if (seatGap.isPresent()) {
            return Coverage.failed(
                    product,
                    purchased,
                    Quantity.unreported(),
                    Dataset.TENANT_SEATS,
                    seatGap.get().kind());
        }
        Optional<Gap> productGap = position.gap(Dataset.PRODUCT_SEATS);
        if (bought.isEmpty() && productGap.isPresent()) {
            return Coverage.failed(
                    product,
                    purchased,
                    assigned,
                    Dataset.PRODUCT_SEATS,
                    productGap.get().kind());
        }
        return Coverage.compare(product, purchased, assigned);
    }

    /** A tenant of unknown kind, or without an id, may belong here or not: then the sum is not known either. */
    private Quantity assigned(TenantKind kind) {
        Quantity sum = Quantity.of(0);
        for (Observed<TenantSeats> seats : position.tenantSeats()) {
            TenantKind reported = seats.value().tenant().kind();
            if (reported == TenantKind.UNKNOWN || !seats.value().tenant().id().isIdentifying()) {
                return Quantity.unreported();
            }
            if (reported == kind) {
                sum = sum.plus(seats.value().assigned());
            }
        }
        return sum;
    }

    private ComparedLicenses licenseUse(List<LicensePosition> licenses, Set<SkuId> seatSkus) {
        return new ComparedLicenses(
                position.licenseVendor(),
                sum(licenses, seatSkus, LicenseConsumption::purchased),
                sum(licenses, seatSkus, LicenseConsumption::assigned),
                !seatSkus.isEmpty());
    }

    /** Reported only if every tenant's licenses were read: the sum of a part would look like the whole. */
    private Quantity sum(
            List<LicensePosition> licenses, Set<SkuId> seatSkus, Function<LicenseConsumption, Quantity> count) {
        return allLicensesRead()
                ? licenses.stream()
                        .filter(license -> seatSkus.isEmpty()
                                ? !license.free()
                                : seatSkus.contains(license.consumption().sku()))
                        .map(license ->
                                license.isIdentified() ? count.apply(license.consumption()) : Quantity.unreported())
                        .reduce(Quantity.of(0), Quantity::plus)
                : Quantity.unreported();
    }

    private boolean allLicensesRead() {
        return position.gap(Dataset.LICENSES).isEmpty()
                && position.gap(Dataset.CUSTOMERS).isEmpty()
                && position.unmatchedTenants().isEmpty();
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Coverage one : coverage) {
            mismatch(one).ifPresent(findings::add);
            disagreement(one).ifPresent(findings::add);
        }
        for (Tenant tenant : position.unmatchedTenants()) {
            findings.add(new Finding.TenantUnknownToVendor(
                    subject(FindingKind.TENANT_UNKNOWN_TO_VENDOR, tenant, null),
                    policy.severity(FindingKind.TENANT_UNKNOWN_TO_VENDOR),
                    tenant.name(),
                    position.licenseVendor(),
                    position.namesakes()));
        }
        return findings;
    }

    private Optional<Finding> mismatch(Coverage one) {
        ProductCode product = one.product().code();
        if (one instanceof Coverage.Shortfall gap
                && policy.coverage().reachedBy(gap.by(), gap.assigned().count().orElseThrow())) {
            return Optional.of(new Finding.BackupShortfall(
                    subject(FindingKind.BACKUP_SHORTFALL, null, product),
                    policy.severity(FindingKind.BACKUP_SHORTFALL),
                    gap));
        }
        if (one instanceof Coverage.Surplus rest
                && policy.coverage()
                        .reachedBy(rest.by(), rest.purchased().count().orElseThrow())) {
            return Optional.of(new Finding.BackupSurplus(
                    subject(FindingKind.BACKUP_SURPLUS, null, product),
                    policy.severity(FindingKind.BACKUP_SURPLUS),
                    rest));
        }
        return Optional.empty();
    }

    /**
     * Claimed only where it can be known: the policy says which SKUs mean a person, both sides are complete, and the
     * license vendor knows every tenant.
     */
    private Optional<Finding> disagreement(Coverage one) {
        Product product = one.product();
        ComparedLicenses use = licenseUse.get(product.code());
        if (use == null || !use.onlySeatSkus()) {
            return Optional.empty();
        }
        OptionalLong seats = one.assigned().count();
        OptionalLong licenses = use.assigned().count();
        OptionalLong apart = one.assigned().minus(use.assigned()).count();
        if (seats.isEmpty() || licenses.isEmpty() || apart.isEmpty()) {
            return Optional.empty();
        }
        long difference = Math.abs(apart.getAsLong());
        return policy.disagreement().reachedBy(difference, seats.getAsLong())
                ? Optional.of(new Finding.VendorsDisagree(
                        subject(FindingKind.VENDORS_DISAGREE, null, product.code()),
                        policy.severity(FindingKind.VENDORS_DISAGREE),
                        product.label(),
                        seats.getAsLong(),
                        position.licenseVendor(),
                        licenses.getAsLong()))
                : Optional.empty();
    }

    private FindingKey subject(FindingKind kind, @Nullable Tenant tenant, @Nullable ProductCode product) {
        CustomerId customer = position.customer().value().id();
        return new FindingKey(kind, customer.vendor(), customer, tenant == null ? null : tenant.id(), product, null);
    }
}
