package dev.seatport.reports.internal.html;

import dev.seatport.reports.review.ReviewHeader;
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
 * The page, as its template needs it.
 *
 * @param customers the rows of all customers
 * @param unmatched the tenants that only one vendor has, by the vendor; empty if there are none
 */
record HtmlPage(
        ReviewHeader header,
        ReviewSummary summary,
        HtmlCoverageTotals verdicts,
        Content customers,
        List<Unmatched> unmatched) {
    private static final String STYLE = resource("page.css");
    private static final String SCRIPT = resource("page.js");

    /** Tenants that one vendor has and the other lacks. */
    record Unmatched(String has, String lacks, long count, Content rows) {}

    /** Allows the page's own style and script by their hashes, and nothing else. */
    String policy() {
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
        return HtmlText.words(header.seatsFrom());
    }

    String licensesFrom() {
        return HtmlText.words(header.licensesFrom());
    }

    /** The oldest reading on the page: no number on it is newer than its date promises. */
    String asOf() {
        return summary.asOf() == null ? header.generatedAt() : summary.asOf();
    }

    String day() {
        return asOf().length() < 10 ? asOf() : asOf().substring(0, 10);
    }

    /** The kinds of finding that were asked for; empty for all. */
    String only() {
        return header.only().stream().sorted().map(HtmlText::words).collect(Collectors.joining(", "));
    }

    /** How many findings there are of each kind, worst kinds first. */
    List<Map.Entry<String, Long>> kinds() {
        Comparator<Map.Entry<String, Long>> bySeverity =
                Comparator.comparing((Map.Entry<String, Long> kind) -> HtmlText.defaultSeverity(kind.getKey()));
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
        try (InputStream in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
