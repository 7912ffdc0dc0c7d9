package dev.seatport.reports.internal.html;

import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewSummary;
import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Model of the template {@code page.jte}.
 *
 * @param customers the rows of all customers
 * @param unmatched the tenants that only one vendor has, by vendor; empty if there are none
 */
record HtmlPageModel(
        ReviewOutputHeader header,
        ReviewSummary summary,
        CoverageTotalsAccumulator coverageTotals,
        Content customers,
        List<UnmatchedTenants> unmatched) {
    private static final String STYLE = resource("page.css");
    private static final String SCRIPT = resource("page.js");

    /** Tenants that only one vendor has. */
    record UnmatchedTenants(String has, String lacks, long count, Content rows) {}

    /** Returns the content security policy. It allows only the style and script of the page, by hash. */
    String contentSecurityPolicy() {
        return "default-src 'none'; style-src " + hash(STYLE) + "; script-src " + hash(SCRIPT)
                + "; base-uri 'none'; form-action 'none'";
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

    /** Returns the kinds of finding that the page shows; empty for all. */
    String only() {
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

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlPageModel.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
