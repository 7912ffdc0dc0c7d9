package dev.seatport.reports.review;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.review.ComparedLicenseCounts;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.Finding;
import dev.seatport.domain.review.FindingKey;
import dev.seatport.domain.review.LicensePosition;
import dev.seatport.domain.review.PurchasedSeatComparison;
import dev.seatport.domain.review.Review;
import dev.seatport.domain.review.UnseenPolicyEntry;
import dev.seatport.domain.seat.Product;
import dev.seatport.domain.seat.ProductCode;
import dev.seatport.domain.seat.PurchasedSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.domain.tenant.TenantId;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.ports.review.UnmatchedLicenseTenant;
import dev.seatport.reports.output.JsonText;
import dev.seatport.reports.output.UnreportedNote;
import dev.seatport.reports.review.CustomerView.FindingExclusionView;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.CustomerView.LapsedLicensesView;
import dev.seatport.reports.review.CustomerView.LicenseCountsView;
import dev.seatport.reports.review.CustomerView.LicenseView;
import dev.seatport.reports.review.CustomerView.MissingDataView;
import dev.seatport.reports.review.CustomerView.ProvenanceView;
import dev.seatport.reports.review.CustomerView.PurchasedSeatComparisonView;
import dev.seatport.reports.review.CustomerView.PurchasedSeatsView;
import dev.seatport.reports.review.CustomerView.TenantView;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import dev.seatport.reports.review.ReviewSummary.ExclusionView;
import dev.seatport.reports.review.ReviewSummary.UnseenEntryView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.ReportingPolicy;

/** Maps reviews of the domain to the views of a result. */
@Mapper(uses = UnreportedNote.class, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface ReviewViewMapper {
    default CustomerView customer(CustomerReview reviewed) {
        CustomerPosition position = reviewed.position();
        Customer customer = position.customer().value();
        Review review = reviewed.review();
        Map<TenantId, String> tenantNames = tenantNames(position);
        return new CustomerView(
                customer.id().vendor().name(),
                customer.id().value(),
                customer.organization().orElse(null),
                customer.ownerEmail().orElse(null),
                customer.status().name(),
                customer.statusText().orElse(null),
                customer.country().orElse(null),
                customer.countryCode().orElse(null),
                JsonText.time(reviewed.readAt()),
                position.complete(),
                position.tenantSeats().stream().map(this::tenant).toList(),
                position.productSeats().stream().map(this::product).toList(),
                review.licenses().stream()
                        .map(license -> license(license, position.deletedTenants()))
                        .toList(),
                review.coverage().stream().map(one -> coverage(one, review)).toList(),
                findings(reviewed),
                position.gaps().stream()
                        .map(gap ->
                                gap(gap, customer.id(), gap.tenant() == null ? null : tenantNames.get(gap.tenant())))
                        .toList(),
                position.unmatchedTenants().stream()
                        .map(tenant -> unmatched(new UnmatchedLicenseTenant(
                                customer.id(),
                                customer.organization().orElse(null),
                                tenant.id(),
                                position.namesakes(),
                                true,
                                false)))
                        .toList());
    }

    default UnmatchedTenantView unmatched(UnmatchedLicenseTenant tenant) {
        List<LicensePosition> licenses = tenant.licenses();
        return new UnmatchedTenantView(
                tenant.customer().value(),
                tenant.organization(),
                tenant.tenant().value(),
                tenant.namesakes().stream().map(CustomerId::value).toList(),
                tenant.conclusive(),
                tenant.deleted(),
                licenses == null
                        ? null
                        : licenses.stream()
                                .map(license -> license(license, Set.of()))
                                .toList(),
                finding(tenant));
    }

    /** Leaves out a finding that is excluded everywhere: it is only counted. */
    private @Nullable FindingView finding(UnmatchedLicenseTenant tenant) {
        Finding finding = tenant.finding();
        Exclusion exclusion = tenant.exclusion();
        if (finding == null || (exclusion != null && exclusion.scope() == Exclusion.SuppressedOutput.EVERYWHERE)) {
            return null;
        }
        return finding(finding, FindingSources.none(), exclusion == null ? null : excused(exclusion));
    }

    @Mapping(target = "tenantId", source = "value.tenant.id.value")
    @Mapping(target = "tenantName", source = "value.tenant.name")
    @Mapping(target = "kind", source = "value.tenant.kind")
    @Mapping(target = "assigned", source = "value.assigned")
    @Mapping(target = "available", source = "value.available")
    @Mapping(target = "note", source = "value")
    @Mapping(target = "from", source = "provenance")
    TenantView tenant(Observed<TenantSeats> row);

    @Mapping(target = "productCode", source = "value.product.code.value")
    @Mapping(target = "productName", source = "value.product.name")
    @Mapping(target = "purchased", source = "value.purchased")
    @Mapping(target = "note", source = "value")
    @Mapping(target = "from", source = "provenance")
    PurchasedSeatsView product(Observed<PurchasedSeats> row);

    @Mapping(target = "customerId", source = "consumption.customer")
    @Mapping(target = "tenantId", source = "consumption.tenant.value")
    @Mapping(target = "skuId", source = "consumption.sku.value")
    @Mapping(target = "productName", source = "consumption.productName")
    @Mapping(target = "purchased", source = "consumption.purchased")
    @Mapping(target = "assigned", source = "consumption.assigned")
    @Mapping(target = "available", source = "consumption.available")
    @Mapping(target = "tenantTotal", source = "consumption.tenantTotal")
    @Mapping(target = "states", source = "consumption.states")
    @Mapping(target = "assignable", source = "consumption.assignable")
    @Mapping(target = "offers", source = "consumption.offers")
    @Mapping(target = "renewal", source = "consumption.renewal")
    @Mapping(target = "deleted", expression = "java(deletedTenants.contains(position.consumption().tenant()))")
    @Mapping(target = "note", source = "notes", qualifiedByName = "joined")
    @Mapping(target = "from", source = "provenance")
    LicenseView license(LicensePosition position, @Context Set<TenantId> deletedTenants);

    LapsedLicensesView states(LapsedLicenses states);

    @Mapping(target = "note", source = "use")
    LicenseCountsView use(ComparedLicenseCounts use);

    ProvenanceView source(Provenance provenance);

    private static Map<TenantId, String> tenantNames(CustomerPosition position) {
        Map<TenantId, String> names = new HashMap<>();
        position.tenantSeats().stream()
                .map(row -> row.value().tenant())
                .filter(tenant -> tenant.name() != null)
                .forEach(tenant -> names.putIfAbsent(tenant.id(), tenant.name()));
        return names;
    }

    default MissingDataView gap(Gap gap, @Nullable CustomerId customer, @Nullable String tenantName) {
        return new MissingDataView(
                text(customer),
                text(gap.vendor()),
                gap.source().label(),
                gap.kind().name(),
                gap.explanation(),
                gap.tenant() == null ? null : gap.tenant().value(),
                tenantName);
    }

    default PurchasedSeatComparisonView coverage(PurchasedSeatComparison coverage, Review review) {
        String verdict = "COVERED";
        Long by = 0L;
        String reason = null;
        if (coverage instanceof PurchasedSeatComparison.PurchasedSeatShortfall shortfall) {
            verdict = "SHORT";
            by = shortfall.by();
        } else if (coverage instanceof PurchasedSeatComparison.PurchasedSeatSurplus surplus) {
            verdict = "OVER";
            by = surplus.by();
        } else if (coverage instanceof PurchasedSeatComparison.NotComparable not) {
            verdict = "NOT_COMPARABLE";
            by = null;
            reason = not.failure() == null ? not.reason() : not.reason() + ": " + not.failure();
        }
        ComparedLicenseCounts use = review.licenseUse().get(coverage.product().code());
        return new PurchasedSeatComparisonView(
                coverage.product().code().value(),
                coverage.product().name(),
                verdict,
                by,
                number(coverage.purchased()),
                number(coverage.assigned()),
                reason,
                use == null ? null : use(use));
    }

    /** Leaves out findings that are excluded everywhere: these are only counted. */
    private List<FindingView> findings(CustomerReview reviewed) {
        FindingSources sources = FindingSources.of(reviewed);
        Stream<FindingView> alarms =
                reviewed.review().findings().stream().map(finding -> finding(finding, sources, null));
        Stream<FindingView> excluded = reviewed.review().excused().stream()
                .filter(one -> one.exclusion().scope() == Exclusion.SuppressedOutput.ALERTS_ONLY)
                .map(one -> finding(one.finding(), sources, excused(one.exclusion())));
        return Stream.concat(alarms, excluded).toList();
    }

    /**
     * Sources of the counts and names of a customer's findings, by key. A customer may have thousands of licenses with a finding
     * each, so a search through lists would be quadratic.
     */
    record FindingSources(
            Map<TenantId, Map<SkuId, LicenseConsumption>> licenses,
            Map<ProductCode, PurchasedSeatComparison> coverage,
            Map<TenantId, String> tenantNames) {
        static FindingSources none() {
            return new FindingSources(new HashMap<>(), new HashMap<>(), new HashMap<>());
        }

        static FindingSources of(CustomerReview reviewed) {
            FindingSources sources = none();
            for (LicensePosition position : reviewed.review().licenses()) {
                LicenseConsumption license = position.consumption();
                sources.licenses
                        .computeIfAbsent(license.tenant(), tenant -> new HashMap<>())
                        .putIfAbsent(license.sku(), license);
            }
            reviewed.review()
                    .coverage()
                    .forEach(one -> sources.coverage.putIfAbsent(one.product().code(), one));
            reviewed.position()
                    .tenantSeats()
                    .forEach(row -> sources.addName(row.value().tenant()));
            reviewed.position().unmatchedTenants().forEach(sources::addName);
            return sources;
        }

        private void addName(Tenant tenant) {
            if (tenant.name() != null) {
                tenantNames.putIfAbsent(tenant.id(), tenant.name());
            }
        }

        Optional<LicenseConsumption> license(FindingKey key) {
            return key.tenant() == null || key.sku() == null
                    ? Optional.empty()
                    : Optional.ofNullable(
                            licenses.getOrDefault(key.tenant(), Map.of()).get(key.sku()));
        }

        Optional<PurchasedSeatComparison> coverage(FindingKey key) {
            return key.product() == null ? Optional.empty() : Optional.ofNullable(coverage.get(key.product()));
        }

        @Nullable
        String tenantName(FindingKey key) {
            return key.tenant() == null ? null : tenantNames.get(key.tenant());
        }
    }

    private static FindingExclusionView excused(Exclusion exclusion) {
        return new FindingExclusionView(
                exclusion.reason(),
                exclusion.owner().orElse(null),
                exclusion.until().map(LocalDate::toString).orElse(null));
    }

    /** Takes the counts of a finding from its license, else from the coverage of its product. */
    private FindingView finding(Finding finding, FindingSources sources, @Nullable FindingExclusionView excluded) {
        FindingKey key = finding.subject();
        Optional<LicenseConsumption> license = sources.license(key);
        Optional<PurchasedSeatComparison> coverage = sources.coverage(key);
        return new FindingView(
                finding.id(),
                finding.kind().name(),
                finding.severity().name(),
                finding.text(),
                key.tenant() == null ? null : key.tenant().value(),
                sources.tenantName(key),
                key.product() == null ? null : key.product().value(),
                license.map(LicenseConsumption::productName)
                        .or(() -> coverage.map(PurchasedSeatComparison::product).map(Product::name))
                        .orElse(null),
                key.sku() == null ? null : key.sku().value(),
                license.map(LicenseConsumption::purchased)
                        .or(() -> coverage.map(PurchasedSeatComparison::purchased))
                        .map(this::number)
                        .orElse(null),
                license.map(LicenseConsumption::assigned)
                        .or(() -> coverage.map(PurchasedSeatComparison::assigned))
                        .map(this::number)
                        .orElse(null),
                license.map(LicenseConsumption::available).map(this::number).orElse(null),
                license.map(LicenseConsumption::tenantTotal).map(this::number).orElse(null),
                license.map(LicenseConsumption::states).map(this::states).orElse(null),
                licensesAssigned(finding),
                difference(finding),
                excluded,
                key.vendor().name(),
                null,
                null,
                null);
    }

    private @Nullable Long licensesAssigned(Finding finding) {
        if (finding instanceof Finding.TenantWithoutBackup without) {
            return number(without.assigned());
        }
        return finding instanceof Finding.VendorsDisagree apart ? apart.licenses() : null;
    }

    private static @Nullable Long difference(Finding finding) {
        if (finding instanceof Finding.UnassignedLicenses unassigned) {
            return unassigned.unused();
        }
        if (finding instanceof Finding.OverAssignedLicenses over) {
            return over.by();
        }
        if (finding instanceof Finding.LicensesInGrace grace) {
            return grace.assigned() - grace.tenantTotal();
        }
        if (finding instanceof Finding.OverAssignedSeats shortfall) {
            return shortfall.coverage().by();
        }
        if (finding instanceof Finding.UnassignedSeats surplus) {
            return surplus.coverage().by();
        }
        return finding instanceof Finding.VendorsDisagree apart ? Math.abs(apart.seats() - apart.licenses()) : null;
    }

    default UnseenEntryView unseen(UnseenPolicyEntry entry) {
        return new UnseenEntryView(
                entry.product().code().value(),
                entry.product().name(),
                entry.sku() == null ? null : entry.sku().value(),
                entry.text());
    }

    default ExclusionView exclusion(
            Exclusion exclusion, long findings, LocalDate today, @Nullable String organization) {
        return new ExclusionView(
                exclusion.customer().map(CustomerId::value).orElse(null),
                exclusion.tenant().map(TenantId::value).orElse(null),
                exclusion.sku().map(SkuId::value).orElse(null),
                exclusion.reason(),
                exclusion.owner().orElse(null),
                exclusion.until().map(LocalDate::toString).orElse(null),
                exclusion.scope().name(),
                exclusion.inForce(today),
                findings,
                organization);
    }

    default @Nullable Long number(Quantity quantity) {
        return quantity.count().isPresent() ? quantity.count().getAsLong() : null;
    }

    default @Nullable String text(@Nullable Instant time) {
        return time == null ? null : JsonText.time(time);
    }

    default String text(Vendor vendor) {
        return vendor.name();
    }

    default @Nullable String text(@Nullable CustomerId id) {
        return id == null ? null : id.value();
    }

    @Named("joined")
    default @Nullable String joined(List<String> notes) {
        return notes.isEmpty() ? null : String.join("; ", notes);
    }
}
