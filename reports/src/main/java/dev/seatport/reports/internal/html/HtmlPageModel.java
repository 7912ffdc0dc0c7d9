package dev.seatport.reports.internal.html;

import dev.seatport.domain.review.FindingKind;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewSummary;
import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Model of the template {@code page.jte}.
 *
 * @param skus the licenses of each SKU over all customers
 * @param customers the rows of all customers
 * @param unmatched the tenants that only one vendor has, by vendor; empty if there are none
 * @param baselineFindings the findings that only the baseline has, the resolved ones first; empty if there are none
 */
record HtmlPageModel(
        ReviewOutputHeader header,
        ReviewSummary summary,
        LicenseSkuTable skus,
        Content customers,
        List<UnmatchedTenants> unmatched,
        List<BaselineFindings> baselineFindings) {
    static final String STYLE = resource("page.css");
    private static final String SCRIPT = resource("page.js");

    /** Findings that only the baseline has. */
    record BaselineFindings(String caption, long count, boolean hasReason, Content rows) {}

    /** Tenants that only one vendor has. */
    record UnmatchedTenants(String has, String lacks, long count, Content rows) {}

    /** Returns the content security policy. It allows only the style and script of the page, by hash. */
    String contentSecurityPolicy() {
        return policy("script-src " + hash(SCRIPT) + "; ");
    }

    /** Returns the content security policy of a page without a script. */
    static String policyWithoutScript() {
        return policy("");
    }

    private static String policy(String script) {
        return "default-src 'none'; style-src " + hash(STYLE) + "; " + script + "base-uri 'none'; form-action 'none'";
    }

    String style() {
        return STYLE;
    }

    String script() {
        return SCRIPT;
    }

    String seatportVersion() {
        return header.seatportVersion();
    }

    String seatsFrom() {
        return header.vendorName(header.seatsFrom());
    }

    String licensesFrom() {
        return header.licensesName();
    }

    /** Returns the earliest read time, so that no number on the page is older than stated. */
    String asOf() {
        return summary.asOf() == null ? header.generatedAt() : summary.asOf();
    }

    String day() {
        return asOf().length() < 10 ? asOf() : asOf().substring(0, 10);
    }

    /** Returns which of the chosen customers were reviewed; empty if all customers were. */
    String chosenCustomers() {
        return header.chosenCustomers(summary);
    }

    /** Returns the kinds of finding that the page shows; empty for all. */
    String only() {
        return kinds(header);
    }

    static String kinds(ReviewOutputHeader header) {
        return header.only().stream()
                .sorted()
                .map(HtmlValueFormatter::displayName)
                .collect(Collectors.joining(", "));
    }

    /** Returns the number of findings by kind, in the order of falling severity. */
    List<Map.Entry<String, Long>> kinds() {
        Comparator<Map.Entry<String, Long>> bySeverity = Comparator.comparing(
                (Map.Entry<String, Long> kind) -> HtmlValueFormatter.defaultSeverity(kind.getKey()));
        return summary.totals().findings().entrySet().stream()
                .sorted(bySeverity.reversed().thenComparing(Map.Entry::getValue, Comparator.reverseOrder()))
                .toList();
    }

    /** Returns whether findings of a kind are in the rows of customers, and not among the tenants that only one vendor has. */
    static boolean isOfCustomers(String kind) {
        return !kind.equals(FindingKind.TENANT_WITHOUT_BACKUP.name());
    }

    private static String hash(String text) {
        byte[] digest = HtmlCustomerModel.sha256(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlPageModel.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
