package dev.seatport.reports.internal.html;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.Severity;
import dev.seatport.domain.tenant.TenantId;
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
import dev.seatport.reports.review.SkuDifference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
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
 * @param forCustomer whether the reader is the customer and not the partner
 * @param alarms the findings that raise an alarm, by falling severity
 * @param sourceNumbers the vendor responses of the customer's numbers, each with its reference number from 1
 */
record HtmlCustomerModel(
        long number,
        boolean forCustomer,
        ReviewOutputHeader header,
        CustomerView customer,
        LicenseSums licenses,
        List<FindingView> alarms,
        Map<ProvenanceView, Integer> sourceNumbers) {
    /**
     * Maximum number of customers with details in the document. The details of further customers are in a {@code noscript}, which
     * browsers do not lay out. The page script expands it on demand; without scripts the browser shows it.
     */
    static final long MAX_EXPANDED = 1_000;

    private static final int MAX_LABEL = 80;

    /** Number of bytes of a hash that make two customers with one anchor unlikely. */
    private static final int ANCHOR_BYTES = 12;

    /** Returns the model of a customer on the page of all customers. */
    static HtmlCustomerModel of(long number, ReviewOutputHeader header, CustomerView customer) {
        return of(number, false, header, customer);
    }

    /** Returns the model of the page that the customer receives. It has no text of the policy and none for the partner. */
    static HtmlCustomerModel forCustomer(ReviewOutputHeader header, CustomerView customer) {
        return of(1, true, header, customer);
    }

    private static HtmlCustomerModel of(
            long number, boolean forCustomer, ReviewOutputHeader header, CustomerView customer) {
        return new HtmlCustomerModel(
                number,
                forCustomer,
                header,
                customer,
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

    /** Returns the id of the customer's row, and the name of its file. It is the same in each review. */
    String anchor() {
        return anchor(new CustomerId(new Vendor(customer.vendor()), customer.id()));
    }

    static String anchor(CustomerId id) {
        byte[] text = (id.vendor().name() + "\n" + id.canonical()).getBytes(StandardCharsets.UTF_8);
        return "customer-" + HexFormat.of().formatHex(sha256(text), 0, ANCHOR_BYTES);
    }

    /** Returns the SHA-256 of a text. */
    static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
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

    /** Returns the findings that raise an alarm, then the excused ones, which only the partner sees. */
    List<FindingView> findings() {
        return forCustomer
                ? alarms
                : Stream.concat(
                                alarms.stream(),
                                customer.findings().stream().filter(finding -> finding.excused() != null))
                        .toList();
    }

    /**
     * Returns the text of a finding. For the customer it has the names of vendors, and no customers of the same name, which are for
     * the partner.
     */
    String text(FindingView finding) {
        if (!forCustomer) {
            return finding.text();
        }
        if (finding.kind().equals(FindingKind.TENANT_UNKNOWN_TO_VENDOR.name())) {
            String tenant = finding.tenantName() == null
                    ? String.valueOf(finding.tenantId())
                    : finding.tenantName() + " (" + finding.tenantId() + ")";
            return "tenant " + tenant + " is unknown to " + header.licensesName();
        }
        if (finding.kind().equals(FindingKind.VENDORS_DISAGREE.name()) && finding.difference() != null) {
            return Objects.requireNonNullElse(finding.productName(), String.valueOf(finding.productCode())) + ": "
                    + finding.assigned() + " assigned seats at " + vendorName(customer.vendor()) + ", "
                    + finding.licensesAssigned() + " assigned licenses at " + header.licensesName() + ": difference "
                    + finding.difference();
        }
        return finding.text();
    }

    int sourceNumber(ProvenanceView source) {
        return Objects.requireNonNull(sourceNumbers.get(source), "a source of this customer");
    }

    /** Returns the kinds of finding that the review shows; empty for all. */
    String only() {
        return HtmlPageModel.kinds(header);
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

    /** Returns the comparisons that say anything about the customer. */
    List<PurchasedSeatComparisonView> applicable() {
        return customer.coverage().stream().filter(customer::isApplicable).toList();
    }

    /** Returns whether the row names the product of its seats. */
    boolean namesProducts() {
        return customer.coverage().size() > 1;
    }

    /** Returns why there are no seats to show. */
    String seatAbsence() {
        return !customer.coverage().isEmpty() && seatsRead()
                ? "not applicable"
                : HtmlValueFormatter.absenceReason(customer.coverage().isEmpty(), seatsRead());
    }

    /** Returns the name of a tenant of the customer; {@code null} if there is none. */
    @Nullable
    String tenantName(String tenant) {
        TenantId id = new TenantId(tenant);
        return customer.tenants().stream()
                .filter(one -> new TenantId(one.tenantId()).equals(id))
                .map(TenantView::tenantName)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
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

    /**
     * Returns the sort values of the page script: severity, missing seats, free licenses, gaps; empty for an unknown value. Missing
     * seats of one product are not set off against another.
     */
    String sortValues() {
        int worst = worst().map(severity ->
                        HtmlValueFormatter.WORST_FIRST.size() + 1 - HtmlValueFormatter.WORST_FIRST.indexOf(severity))
                .orElse(customer.complete() ? 0 : 1);
        SkuDifference free = licenses.free();
        boolean none = customer.licenses().isEmpty() || (free.skus() == 0 && free.unreported() > 0);
        return worst + ","
                + missingSeats() + ","
                + (none || free.sum() == null ? "" : free.sum()) + ","
                + (customer.complete() ? 0 : Math.max(1, customer.gaps().size()));
    }

    /** Returns the missing seats of all products, or the surplus seats as a negative number; empty if they are unknown. */
    private String missingSeats() {
        QuantitySum missing = seats("SHORT");
        boolean unknown = applicable().isEmpty()
                || applicable().stream().anyMatch(one -> one.verdict().equals("NOT_COMPARABLE"));
        if (missing.value() > 0) {
            return String.valueOf(missing.value());
        }
        return unknown ? "" : String.valueOf(-seats("OVER").value());
    }

    private QuantitySum seats(String verdict) {
        return QuantitySum.of(applicable().stream()
                .filter(one -> one.verdict().equals(verdict))
                .map(PurchasedSeatComparisonView::by));
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
