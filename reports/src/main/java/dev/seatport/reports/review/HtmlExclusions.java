package dev.seatport.reports.review;

import dev.seatport.reports.review.Certificate.ExclusionEntry;
import java.io.IOException;
import java.util.List;

/** Which findings somebody decided not to be alarmed by, and which of these decisions have run out. */
final class HtmlExclusions {
    private HtmlExclusions() {}

    static void write(HtmlOut page, List<ExclusionEntry> exclusions) throws IOException {
        page.html(
                "<section id=\"exclusions\" class=\"late\" aria-labelledby=\"h-exc\"><h2 id=\"h-exc\">Exclusions</h2>");
        if (exclusions.isEmpty()) {
            page.html("<p class=\"empty\">The policy has none.</p>");
        } else {
            table(
                    page,
                    "In force",
                    exclusions.stream().filter(ExclusionEntry::inForce).toList(),
                    "");
            table(
                    page,
                    "Expired: these excuse nothing any more",
                    exclusions.stream().filter(one -> !one.inForce()).toList(),
                    " old");
        }
        page.html("</section>");
    }

    private static void table(HtmlOut page, String caption, List<ExclusionEntry> rows, String look) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        page.html("<div class=\"scroll\"><table class=\"d wide" + look + "\"><caption>" + caption
                + "</caption><thead><tr>"
                + "<th scope=\"col\">Reason</th><th scope=\"col\">About</th><th scope=\"col\">Owner</th><th scope=\"col\">Until</th>"
                + "<th scope=\"col\">Scope</th><th scope=\"col\" class=\"n\">Findings</th></tr></thead><tbody>");
        for (ExclusionEntry row : rows) {
            row(page, row);
        }
        page.html("</tbody></table></div>");
    }

    private static void row(HtmlOut page, ExclusionEntry row) throws IOException {
        page.html("<tr><th scope=\"row\">").name(row.reason()).html("</th><td>");
        if (row.customer() == null) {
            page.html("any customer");
        } else {
            page.html("customer <code>").text(row.customer()).html("</code>");
        }
        if (row.skuId() != null) {
            page.html(", license <code>").text(row.skuId()).html("</code>");
        }
        page.html("</td><td>");
        if (row.owner() == null) {
            page.html("<span class=\"na\">not named</span>");
        } else {
            page.name(row.owner());
        }
        page.html("</td><td>")
                .text(row.until() == null ? "no end" : row.until())
                .html("</td><td>");
        page.text(scope(row.scope()))
                .html("</td><td class=\"n\">")
                .count(row.findings())
                .html("</td></tr>");
    }

    private static String scope(String scope) {
        return switch (scope) {
            case "ALERTS_ONLY" -> "no alarm, still listed";
            case "EVERYWHERE" -> "not listed, only counted";
            default -> scope;
        };
    }
}
