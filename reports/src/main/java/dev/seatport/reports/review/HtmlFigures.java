package dev.seatport.reports.review;

import dev.seatport.domain.review.Severity;
import dev.seatport.reports.review.CustomerEntry.CoverageEntry;
import dev.seatport.reports.review.CustomerEntry.FindingEntry;
import dev.seatport.reports.review.CustomerEntry.GapEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the row of a customer says in numbers. */
record HtmlFigures(
        HtmlSum seatsPurchased,
        HtmlSum seatsAssigned,
        HtmlSum licensesPurchased,
        HtmlSum licensesAssigned,
        HtmlSum licensesAvailable,
        HtmlSum licensesTenantTotal,
        List<FindingEntry> alarms,
        long excused) {

    static HtmlFigures of(CustomerEntry customer) {
        List<FindingEntry> alarms = customer.findings().stream()
                .filter(finding -> finding.excused() == null)
                .sorted(Comparator.comparing(HtmlFigures::severity).reversed())
                .toList();
        LicenseSums licenses = LicenseSums.of(customer);
        return new HtmlFigures(
                HtmlSum.of(customer.coverage(), CoverageEntry::purchased),
                HtmlSum.of(customer.coverage(), CoverageEntry::assigned),
                HtmlSum.of(licenses.purchased()),
                HtmlSum.of(licenses.assigned()),
                HtmlSum.of(licenses.available()),
                HtmlSum.of(licenses.tenantTotal()),
                alarms,
                customer.findings().size() - alarms.size());
    }

    static Severity severity(FindingEntry finding) {
        return Severity.valueOf(finding.severity());
    }

    /** How bad it is; empty if nothing raises an alarm. */
    Optional<Severity> worst() {
        return alarms.stream().map(HtmlFigures::severity).findFirst();
    }

    long count(Severity severity) {
        return alarms.stream().filter(finding -> severity(finding) == severity).count();
    }

    /** Whether a question about the licenses, or about anything else but them, was not answered. */
    static boolean lacks(CustomerEntry customer, boolean licenses) {
        return customer.gaps().stream().map(GapEntry::source).anyMatch(source -> source.equals("licenses") == licenses);
    }
}
