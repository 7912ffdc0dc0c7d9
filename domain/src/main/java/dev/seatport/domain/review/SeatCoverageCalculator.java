package dev.seatport.domain.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Coverage of each product by its purchased seats, and the findings from it and from the license vendor's counts. */
final class SeatCoverageCalculator {
    private final CustomerPosition position;
    private final ReviewPolicy policy;
    private final List<PurchasedSeatComparison> coverage = new ArrayList<>();
    private final Map<ProductCode, ComparedLicenseCounts> comparedLicenses = new LinkedHashMap<>();

    SeatCoverageCalculator(CustomerPosition position, ReviewPolicy policy, List<LicensePosition> licenses) {
        this.position = position;
        this.policy = policy;
        for (Product product : position.products()) {
            TenantKind covered = product.covers();
            if (covered != null) {
                coverage.add(coverage(product, covered));
            }
            Set<SkuId> seatSkus = policy.seatSkus(product.code());
            Vendor licenseVendor = position.licenseVendor();
            if (licenseVendor != null
                    && (covered == TenantKind.MICROSOFT_365 || (covered != null && !seatSkus.isEmpty()))) {
                comparedLicenses.put(product.code(), compare(licenseVendor, licenses, seatSkus));
            }
        }
    }

    List<PurchasedSeatComparison> coverage() {
        return coverage;
    }

    Map<ProductCode, ComparedLicenseCounts> comparedLicenses() {
        return comparedLicenses;
    }

    private PurchasedSeatComparison coverage(Product product, TenantKind covered) {
        Optional<PurchasedSeats> productSeats = position.productSeats().stream()
                .map(Observed::value)
                .filter(seats -> seats.product().code().equals(product.code()))
                .findFirst();
        Quantity purchased = productSeats.map(PurchasedSeats::purchased).orElse(Quantity.unreported());
        Quantity assigned = assigned(covered);
        Optional<Gap> seatGap = position.gap(Dataset.TENANT_SEATS);
        if (seatGap.isPresent()) {
            return PurchasedSeatComparison.failed(
                    product,
                    purchased,
                    Quantity.unreported(),
                    Dataset.TENANT_SEATS,
                    seatGap.get().kind());
        }
        Optional<Gap> productGap = position.gap(Dataset.PRODUCT_SEATS);
        if (productSeats.isEmpty() && productGap.isPresent()) {
            return PurchasedSeatComparison.failed(
                    product,
                    purchased,
                    assigned,
                    Dataset.PRODUCT_SEATS,
                    productGap.get().kind());
        }
        return PurchasedSeatComparison.compare(product, purchased, assigned);
    }

    /** Unreported if a tenant has an unknown kind or no id, because its seats may or may not belong to the sum. */
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

    private ComparedLicenseCounts compare(Vendor licenseVendor, List<LicensePosition> licenses, Set<SkuId> seatSkus) {
        return new ComparedLicenseCounts(
                licenseVendor,
                sum(licenses, seatSkus, LicenseConsumption::purchased),
                sum(licenses, seatSkus, LicenseConsumption::assigned),
                !seatSkus.isEmpty());
    }

    /** Unreported unless the licenses of every tenant were read, because a partial sum would pass for a total. */
    private Quantity sum(
            List<LicensePosition> licenses, Set<SkuId> seatSkus, Function<LicenseConsumption, Quantity> count) {
        return allLicensesRead()
                ? licenses.stream()
                        .filter(license -> seatSkus.isEmpty()
                                ? license.includedInTotals()
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
        for (PurchasedSeatComparison compared : coverage) {
            mismatch(compared).ifPresent(findings::add);
            disagreement(compared).ifPresent(findings::add);
        }
        for (Tenant tenant : position.unmatchedTenants()) {
            findings.add(new Finding.TenantUnknownToLicenseVendor(
                    key(FindingKind.TENANT_UNKNOWN_TO_VENDOR, tenant, null),
                    policy.severity(FindingKind.TENANT_UNKNOWN_TO_VENDOR),
                    tenant.name(),
                    Objects.requireNonNull(position.licenseVendor()),
                    position.namesakes()));
        }
        return findings;
    }

    private Optional<Finding> mismatch(PurchasedSeatComparison compared) {
        ProductCode product = compared.product().code();
        if (compared instanceof PurchasedSeatComparison.PurchasedSeatShortfall shortfall
                && policy.coverage()
                        .reachedBy(shortfall.by(), shortfall.assigned().count().orElseThrow())) {
            return Optional.of(new Finding.OverAssignedSeats(
                    key(FindingKind.BACKUP_SHORTFALL, null, product),
                    policy.severity(FindingKind.BACKUP_SHORTFALL),
                    shortfall));
        }
        if (compared instanceof PurchasedSeatComparison.PurchasedSeatSurplus surplus
                && policy.surplus()
                        .reachedBy(surplus.by(), surplus.purchased().count().orElseThrow())) {
            return Optional.of(new Finding.UnassignedSeats(
                    key(FindingKind.BACKUP_SURPLUS, null, product),
                    policy.severity(FindingKind.BACKUP_SURPLUS),
                    surplus));
        }
        return Optional.empty();
    }

    /**
     * Reported only if it is certain: the policy lists the seat SKUs, both counts are complete, and the license vendor has
     * every tenant.
     */
    private Optional<Finding> disagreement(PurchasedSeatComparison compared) {
        Product product = compared.product();
        ComparedLicenseCounts counted = comparedLicenses.get(product.code());
        if (counted == null || !counted.onlySeatSkus()) {
            return Optional.empty();
        }
        OptionalLong seats = compared.assigned().count();
        OptionalLong licenses = counted.assigned().count();
        OptionalLong signed = compared.assigned().minus(counted.assigned()).count();
        if (seats.isEmpty() || licenses.isEmpty() || signed.isEmpty()) {
            return Optional.empty();
        }
        long difference = Math.abs(signed.getAsLong());
        return policy.disagreement().reachedBy(difference, seats.getAsLong())
                ? Optional.of(new Finding.VendorsDisagree(
                        key(FindingKind.VENDORS_DISAGREE, null, product.code()),
                        policy.severity(FindingKind.VENDORS_DISAGREE),
                        product.label(),
                        seats.getAsLong(),
                        counted.vendor(),
                        licenses.getAsLong()))
                : Optional.empty();
    }

    private FindingKey key(FindingKind kind, @Nullable Tenant tenant, @Nullable ProductCode product) {
        CustomerId customer = position.customer().value().id();
        return new FindingKey(kind, customer.vendor(), customer, tenant == null ? null : tenant.id(), product, null);
    }
}
