package dev.seatport.reports.review;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.review.Coverage;
import dev.seatport.domain.review.CustomerPosition;
import dev.seatport.domain.review.Exclusion;
import dev.seatport.domain.review.Excused;
import dev.seatport.domain.review.Finding;
import dev.seatport.domain.review.LicensePosition;
import dev.seatport.domain.review.LicenseUse;
import dev.seatport.domain.review.Review;
import dev.seatport.domain.seat.ProductSeats;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.domain.seat.TenantSeats;
import dev.seatport.domain.tenant.Tenant;
import dev.seatport.ports.review.CustomerReview;
import dev.seatport.ports.review.UnmatchedTenant;
import dev.seatport.reports.output.Notes;
import dev.seatport.reports.review.CustomerEntry.CoverageEntry;
import dev.seatport.reports.review.CustomerEntry.ExcusedEntry;
import dev.seatport.reports.review.CustomerEntry.FindingEntry;
import dev.seatport.reports.review.CustomerEntry.GapEntry;
import dev.seatport.reports.review.CustomerEntry.LicenseEntry;
import dev.seatport.reports.review.CustomerEntry.LicenseUseEntry;
import dev.seatport.reports.review.CustomerEntry.OfferEntry;
import dev.seatport.reports.review.CustomerEntry.ProductEntry;
import dev.seatport.reports.review.CustomerEntry.SourceEntry;
import dev.seatport.reports.review.CustomerEntry.TenantEntry;
import dev.seatport.reports.review.CustomerEntry.UnmatchedEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The domain's review as entries of a result. */
final class Entries {
    private Entries() {}

    static CustomerEntry of(CustomerReview reviewed) {
        CustomerPosition position = reviewed.position();
        Customer customer = position.customer().value();
        return new CustomerEntry(
                customer.id().vendor().name(),
                customer.id().value(),
                customer.organization().orElse(null),
                customer.ownerEmail().orElse(null),
                customer.status().name(),
                customer.statusText().orElse(null),
                customer.country().orElse(null),
                reviewed.readAt().toString(),
                position.complete(),
                position.tenantSeats().stream().map(Entries::of).toList(),
                position.productSeats().stream().map(Entries::ofProduct).toList(),
                reviewed.review().licenses().stream()
                        .map(license -> of(license, position))
                        .toList(),
                reviewed.review().coverage().stream()
                        .map(coverage -> of(coverage, reviewed.review()))
                        .toList(),
                findings(reviewed.review()),
                position.gaps().stream().map(Entries::of).toList(),
                position.unmatchedTenants().stream()
                        .map(tenant -> of(tenant, position))
                        .toList());
    }

    static UnmatchedEntry of(UnmatchedTenant tenant) {
        return new UnmatchedEntry(
                tenant.customer().value(),
                tenant.organization(),
                tenant.tenant().value(),
                values(tenant.namesakes()),
                tenant.conclusive(),
                tenant.deleted());
    }

    private static UnmatchedEntry of(Tenant tenant, CustomerPosition position) {
        Customer customer = position.customer().value();
        return new UnmatchedEntry(
                customer.id().value(),
                customer.organization().orElse(null),
                tenant.id().value(),
                values(position.namesakes()),
                true,
                false);
    }

    private static List<String> values(List<CustomerId> customers) {
        return customers.stream().map(CustomerId::value).toList();
    }

    private static TenantEntry of(Observed<TenantSeats> row) {
        TenantSeats seats = row.value();
        return new TenantEntry(
                seats.tenant().id().value(),
                seats.tenant().name(),
                seats.tenant().kind().name(),
                number(seats.assigned()),
                number(seats.available()),
                Notes.of(seats),
                of(row.provenance()));
    }

    private static ProductEntry ofProduct(Observed<ProductSeats> row) {
        ProductSeats seats = row.value();
        return new ProductEntry(
                seats.product().code().value(),
                seats.product().name(),
                number(seats.purchased()),
                Notes.of(seats),
                of(row.provenance()));
    }

    private static LicenseEntry of(LicensePosition position, CustomerPosition customer) {
        LicenseConsumption license = position.consumption();
        return new LicenseEntry(
                license.customer().value(),
                license.tenant().value(),
                license.sku().value(),
                license.productName(),
                number(license.purchased()),
                number(license.assigned()),
                number(license.available()),
                number(license.tenantTotal()),
                customer.deletedTenants().contains(license.tenant()),
                license.offers().stream()
                        .map(offer -> new OfferEntry(
                                offer.name(), offer.billingCycle().name()))
                        .toList(),
                position.free(),
                position.notes().isEmpty() ? null : String.join("; ", position.notes()),
                position.provenance().stream().map(Entries::of).toList());
    }

    private static CoverageEntry of(Coverage coverage, Review review) {
        String verdict = "COVERED";
        Long by = null;
        String reason = null;
        if (coverage instanceof Coverage.Shortfall shortfall) {
            verdict = "SHORT";
            by = shortfall.by();
        } else if (coverage instanceof Coverage.Surplus surplus) {
            verdict = "OVER";
            by = surplus.by();
        } else if (coverage instanceof Coverage.NotComparable not) {
            verdict = "NOT_COMPARABLE";
            reason = not.failure() == null ? not.reason() : not.reason() + ": " + not.failure();
        }
        return new CoverageEntry(
                coverage.product().code().value(),
                coverage.product().name(),
                verdict,
                by,
                number(coverage.purchased()),
                number(coverage.assigned()),
                reason,
                licenses(review.licenseUse().get(coverage.product().code())));
    }

    private static @Nullable LicenseUseEntry licenses(@Nullable LicenseUse use) {
        return use == null
                ? null
                : new LicenseUseEntry(
                        use.vendor().name(),
                        number(use.purchased()),
                        number(use.assigned()),
                        use.onlySeatSkus(),
                        Notes.of(use));
    }

    /** What an exclusion leaves out everywhere is counted and not shown. */
    private static List<FindingEntry> findings(Review review) {
        Stream<FindingEntry> alarms = review.findings().stream().map(finding -> of(finding, null));
        Stream<FindingEntry> excused = review.excused().stream()
                .filter(one -> one.exclusion().scope() == Exclusion.Scope.ALERTS_ONLY)
                .map(Entries::of);
        return Stream.concat(alarms, excused).toList();
    }

    private static FindingEntry of(Excused excused) {
        Exclusion exclusion = excused.exclusion();
        return of(
                excused.finding(),
                new ExcusedEntry(
                        exclusion.reason(),
                        exclusion.owner().orElse(null),
                        exclusion.until().map(LocalDate::toString).orElse(null)));
    }

    private static FindingEntry of(Finding finding, @Nullable ExcusedEntry excused) {
        return new FindingEntry(
                finding.id(),
                finding.kind().name(),
                finding.severity().name(),
                finding.text(),
                Objects.toString(finding.subject().tenant(), null),
                Objects.toString(finding.subject().product(), null),
                Objects.toString(finding.subject().sku(), null),
                excused);
    }

    private static GapEntry of(Gap gap) {
        return new GapEntry(
                gap.vendor().name(), gap.source().label(), gap.kind().name(), gap.explanation());
    }

    private static SourceEntry of(Provenance provenance) {
        return new SourceEntry(
                provenance.vendor().name(),
                provenance.operation(),
                provenance.at().toString(),
                provenance.correlationId());
    }

    private static @Nullable Long number(Quantity quantity) {
        return quantity.count().isPresent() ? quantity.count().getAsLong() : null;
    }
}
