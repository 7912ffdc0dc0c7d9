package dev.seatport.reports.internal.html;

import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.review.Severity;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.CoverageView;
import dev.seatport.reports.review.CustomerView.DatasetView;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.CustomerView.GapView;
import dev.seatport.reports.review.CustomerView.ProductView;
import dev.seatport.reports.review.CustomerView.TenantView;
import dev.seatport.reports.review.LicenseSums;
import dev.seatport.reports.review.QuantitySum;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the page's table, as its template needs it.
 *
 * @param number its number on the page
 * @param alarms its findings that raise an alarm, the worst first
 * @param sourceNumbers the responses that its numbers came from, in their order, each with its place from 1; a row names them by it
 */
record HtmlCustomer(
        long number,
        CustomerView customer,
        QuantitySum purchased,
        QuantitySum assigned,
        LicenseSums licenses,
        List<FindingView> alarms,
        Map<DatasetView, Integer> sourceNumbers) {
    /**
     * Up to so many customers the details are part of the document at once. Beyond, they wait in a {@code noscript}, which
     * costs a browser next to nothing, until the script is asked for them; without scripts they are read as they stand.
     */
    static final long AT_ONCE = 1_000;

    private static final int MAX_LABEL = 80;

    static HtmlCustomer of(long number, CustomerView customer) {
        return new HtmlCustomer(
                number,
                customer,
                QuantitySum.of(customer.coverage().stream().map(CoverageView::purchased)),
                QuantitySum.of(customer.coverage().stream().map(CoverageView::assigned)),
                LicenseSums.of(customer),
                customer.findings().stream()
                        .filter(finding -> finding.excused() == null)
                        .sorted(Comparator.comparing(HtmlCustomer::severity).reversed())
                        .toList(),
                numbered(Stream.of(
                                customer.tenants().stream().map(TenantView::from),
                                customer.products().stream().map(ProductView::from),
                                customer.licenses().stream().flatMap(license -> license.from().stream()))
                        .flatMap(from -> from)));
    }

    private static Map<DatasetView, Integer> numbered(Stream<DatasetView> sources) {
        Map<DatasetView, Integer> numbers = new LinkedHashMap<>();
        sources.forEach(source -> numbers.putIfAbsent(source, numbers.size() + 1));
        return numbers;
    }

    /** The responses that its numbers came from. */
    Collection<DatasetView> sources() {
        return sourceNumbers.keySet();
    }

    private static Severity severity(FindingView finding) {
        return Severity.valueOf(finding.severity());
    }

    /** How bad it is; empty if nothing raises an alarm. */
    Optional<Severity> worst() {
        return alarms.stream().map(HtmlCustomer::severity).findFirst();
    }

    long count(Severity severity) {
        return alarms.stream().filter(finding -> severity(finding) == severity).count();
    }

    long excused() {
        return (long) customer.findings().size() - alarms.size();
    }

    /** The alarms, then what is excused. */
    List<FindingView> findings() {
        return Stream.concat(alarms.stream(), customer.findings().stream().filter(finding -> finding.excused() != null))
                .toList();
    }

    /** The place of a response among the sources, from 1. */
    int sourceNumber(DatasetView source) {
        return Objects.requireNonNull(sourceNumbers.get(source), "a source of this customer");
    }

    /** Whether the details wait until the script is asked for them. */
    boolean isSetAside() {
        return number > AT_ONCE;
    }

    /** Whether every question about anything but the licenses was answered. */
    boolean seatsRead() {
        return customer.gaps().stream().allMatch(HtmlCustomer::isOfLicenses);
    }

    /** Whether every question about the licenses was answered. */
    boolean licensesRead() {
        return customer.gaps().stream().noneMatch(HtmlCustomer::isOfLicenses);
    }

    private static boolean isOfLicenses(GapView gap) {
        return gap.source().equals(Dataset.LICENSES.label());
    }

    /** How many more seats are assigned than purchased; 0 if a count lacks something. */
    long notPurchased() {
        return purchased.exact() && assigned.exact() ? Math.max(0, assigned.beyond(purchased)) : 0;
    }

    /** Whether licenses stand beside the seats that are not only of the SKUs that mean a seat. */
    boolean comparesOtherLicenses() {
        return customer.coverage().stream()
                .map(CoverageView::licenses)
                .anyMatch(use -> use != null && !use.onlySeatSkus());
    }

    String status() {
        String status = HtmlText.words(customer.status());
        String text = customer.statusText();
        return text == null || text.equalsIgnoreCase(status) ? status : status + " (\u201C" + text + "\u201D)";
    }

    String shortLabel() {
        String label = customer.label();
        return label.codePointCount(0, label.length()) <= MAX_LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, MAX_LABEL)) + "\u2026";
    }

    /** The sources that left something out. */
    String lacking() {
        return customer.gaps().stream()
                .map(GapView::source)
                .distinct()
                .map(HtmlText::words)
                .collect(Collectors.joining(", "));
    }

    /** What the filters go by: each finding as {@code KIND:SEVERITY}. */
    String facts() {
        return customer.findings().stream()
                .map(finding -> HtmlText.constant(finding.kind()) + ":"
                        + (finding.excused() == null ? HtmlText.constant(finding.severity()) : "EXCUSED"))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** What the columns are sorted by, and whether something is missing; empty for what is not known. */
    String values() {
        int worst = worst().map(severity -> HtmlText.WORST_FIRST.size() + 1 - HtmlText.WORST_FIRST.indexOf(severity))
                .orElse(customer.complete() ? 0 : 1);
        boolean seats = purchased.exact() && assigned.exact();
        QuantitySum available = licenses.available();
        return worst + ","
                + (seats ? assigned.beyond(purchased) : "") + ","
                + (available.known() ? available.value() : "") + ","
                + (customer.complete() ? 0 : Math.max(1, customer.gaps().size()));
    }

    /** What a search finds the customer by, besides what its row shows. */
    String terms() {
        Stream<@Nullable String> terms = Stream.of(
                        Stream.of(customer.ownerEmail()),
                        customer.tenants().stream().flatMap(one -> Stream.of(one.tenantId(), one.tenantName())),
                        customer.products().stream().flatMap(one -> Stream.of(one.productCode(), one.productName())),
                        customer.licenses().stream()
                                .flatMap(one -> Stream.of(one.customerId(), one.skuId(), one.productName())))
                .flatMap(words -> words);
        return terms.filter(Objects::nonNull).distinct().collect(Collectors.joining(" "));
    }
}
