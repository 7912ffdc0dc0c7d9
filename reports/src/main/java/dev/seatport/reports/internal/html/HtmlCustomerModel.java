package dev.seatport.reports.internal.html;

import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.review.Severity;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.CustomerView.MissingDataView;
import dev.seatport.reports.review.CustomerView.ProvenanceView;
import dev.seatport.reports.review.CustomerView.PurchasedSeatComparisonView;
import dev.seatport.reports.review.CustomerView.PurchasedSeatsView;
import dev.seatport.reports.review.CustomerView.TenantView;
import dev.seatport.reports.review.LicenseSums;
import dev.seatport.reports.review.QuantitySum;
import dev.seatport.reports.review.ReviewOutputHeader;
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
 * Model of the template {@code customer.jte}.
 *
 * @param number number of the customer on the page, from 1
 * @param alarms the findings that raise an alarm, by falling severity
 * @param sourceNumbers the vendor responses of the customer's numbers, each with its reference number from 1
 */
record HtmlCustomerModel(
        long number,
        ReviewOutputHeader header,
        CustomerView customer,
        QuantitySum purchased,
        QuantitySum assigned,
        LicenseSums licenses,
        List<FindingView> alarms,
        Map<ProvenanceView, Integer> sourceNumbers) {
    /**
     * Maximum number of customers with details in the document. The details of further customers are in a {@code noscript}, which
     * browsers do not lay out. The page script expands it on demand; without scripts the browser shows it.
     */
    static final long MAX_EXPANDED = 1_000;

    private static final int MAX_LABEL = 80;

    static HtmlCustomerModel of(long number, ReviewOutputHeader header, CustomerView customer) {
        return new HtmlCustomerModel(
                number,
                header,
                customer,
                QuantitySum.of(customer.coverage().stream().map(PurchasedSeatComparisonView::purchased)),
                QuantitySum.of(customer.coverage().stream().map(PurchasedSeatComparisonView::assigned)),
                LicenseSums.of(customer),
                customer.findings().stream()
                        .filter(finding -> finding.excused() == null)
                        .sorted(Comparator.comparing(HtmlCustomerModel::severity)
                                .reversed())
                        .toList(),
                numbered(Stream.of(
                                customer.tenants().stream().map(TenantView::from),
                                customer.products().stream().map(PurchasedSeatsView::from),
                                customer.licenses().stream().flatMap(license -> license.from().stream()))
                        .flatMap(from -> from)));
    }

    private static Map<ProvenanceView, Integer> numbered(Stream<ProvenanceView> sources) {
        Map<ProvenanceView, Integer> numbers = new LinkedHashMap<>();
        sources.forEach(source -> numbers.putIfAbsent(source, numbers.size() + 1));
        return numbers;
    }

    String vendorName(String vendor) {
        return header.vendorName(vendor);
    }

    Collection<ProvenanceView> sources() {
        return sourceNumbers.keySet();
    }

    private static Severity severity(FindingView finding) {
        return Severity.valueOf(finding.severity());
    }

    /** Returns the highest severity; empty if no finding raises an alarm. */
    Optional<Severity> worst() {
        return alarms.stream().map(HtmlCustomerModel::severity).findFirst();
    }

    long count(Severity severity) {
        return alarms.stream().filter(finding -> severity(finding) == severity).count();
    }

    long excused() {
        return (long) customer.findings().size() - alarms.size();
    }

    /** Returns the findings that raise an alarm, then the excused ones. */
    List<FindingView> findings() {
        return Stream.concat(alarms.stream(), customer.findings().stream().filter(finding -> finding.excused() != null))
                .toList();
    }

    int sourceNumber(ProvenanceView source) {
        return Objects.requireNonNull(sourceNumbers.get(source), "a source of this customer");
    }

    /** Returns whether the details are in a {@code noscript}. */
    boolean isCollapsed() {
        return number > MAX_EXPANDED;
    }

    /** Returns whether all data except the licenses was read. */
    boolean seatsRead() {
        return customer.gaps().stream().allMatch(HtmlCustomerModel::isOfLicenses);
    }

    /** Returns whether all licenses were read. */
    boolean licensesRead() {
        return customer.gaps().stream().noneMatch(HtmlCustomerModel::isOfLicenses);
    }

    private static boolean isOfLicenses(MissingDataView gap) {
        return gap.source().equals(Dataset.LICENSES.label());
    }

    /** Returns how many more seats are assigned than purchased; 0 if a sum is incomplete. */
    long notPurchased() {
        return purchased.exact() && assigned.exact() ? Math.max(0, assigned.minus(purchased)) : 0;
    }

    /** Returns whether the licenses next to the seats include other SKUs than the seat SKUs of the policy. */
    boolean comparesOtherLicenses() {
        return customer.coverage().stream()
                .map(PurchasedSeatComparisonView::licenses)
                .anyMatch(use -> use != null && !use.onlySeatSkus());
    }

    String status() {
        String status = HtmlValueFormatter.displayName(customer.status());
        String text = customer.statusText();
        return text == null || text.equalsIgnoreCase(status) ? status : status + " (\u201C" + text + "\u201D)";
    }

    String shortLabel() {
        String label = customer.label();
        return label.codePointCount(0, label.length()) <= MAX_LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, MAX_LABEL)) + "\u2026";
    }

    /** Returns the names of the incomplete sources. */
    String missingSources() {
        return customer.gaps().stream()
                .map(MissingDataView::source)
                .distinct()
                .map(HtmlValueFormatter::displayName)
                .collect(Collectors.joining(", "));
    }

    /** Returns the filter values of the page script: each finding as {@code KIND:SEVERITY}. */
    String filterValues() {
        return customer.findings().stream()
                .map(finding -> HtmlValueFormatter.constant(finding.kind()) + ":"
                        + (finding.excused() == null ? HtmlValueFormatter.constant(finding.severity()) : "EXCUSED"))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Returns the sort values of the page script: severity, shortage, availability, gaps; empty for an unknown value. */
    String sortValues() {
        int worst = worst().map(severity ->
                        HtmlValueFormatter.WORST_FIRST.size() + 1 - HtmlValueFormatter.WORST_FIRST.indexOf(severity))
                .orElse(customer.complete() ? 0 : 1);
        boolean seats = purchased.exact() && assigned.exact();
        QuantitySum available = licenses.available();
        return worst + ","
                + (seats ? assigned.minus(purchased) : "") + ","
                + (available.known() ? available.value() : "") + ","
                + (customer.complete() ? 0 : Math.max(1, customer.gaps().size()));
    }

    /** Returns search terms of the customer that its row does not show. */
    String searchTerms() {
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
