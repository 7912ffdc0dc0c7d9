package dev.seatport.reports.review;

import dev.seatport.reports.review.Certificate.MissingEntry;
import java.io.IOException;
import java.util.Locale;

/** How complete the review is: the first thing that its reader has to know. */
final class HtmlCertificate {
    private final Certificate certificate;

    HtmlCertificate(Certificate certificate) {
        this.certificate = certificate;
    }

    void write(HtmlOut out) throws IOException {
        boolean whole = certificate.whole();
        out.html("<section id=\"certificate\" class=\"cert " + (whole ? "whole" : "part")
                + "\" aria-labelledby=\"h-cert\"><div class=\"said\"><h2 id=\"h-cert\">");
        out.html("<span class=\"sev " + (whole ? "ok\">Complete" : "gap\">Incomplete") + "</span> ");
        out.html(HtmlOut.grouped(certificate.complete()) + " of "
                + HtmlOut.plural(certificate.customers(), "customer", "customers") + " complete</h2>");
        HtmlBars.one(out, whole ? "ok" : "gap", certificate.complete(), certificate.customers());
        out.html(
                whole
                        ? "<p>Every question was answered. Nothing on this page is missing a customer or a source.</p>"
                        : "<p>Some questions were not answered. <b>All totals on this page are lower bounds</b>, marked with \u2265, or \u201Cknown\u201D where a "
                                + "number may be negative: "
                                + "what is missing is not counted as zero, it is not counted at all.</p>");
        out.html("</div><div class=\"srcs\"><h3>Sources</h3><ul>");
        for (String source : certificate.sources()) {
            source(out, source);
        }
        out.html("</ul></div>");
        atLarge(out);
        out.html("</section>");
    }

    /** A line such as {@code licenses: 2 PERMISSION_DENIED}. */
    private static void source(HtmlOut out, String line) throws IOException {
        int colon = line.indexOf(": ");
        String name = colon < 0 ? line : line.substring(0, colon);
        String state = colon < 0 ? "" : line.substring(colon + 2);
        boolean complete = state.equals("complete");
        out.html("<li><span class=\"src\">").text(HtmlWords.of(name)).html("</span> <span class=\"sev ");
        out.html(complete ? "ok\">" : "gap\">")
                .text(complete ? state : "lacks " + kinds(state))
                .html("</span></li>");
    }

    /** {@code 2 PERMISSION_DENIED, 1 RATE_LIMITED} in words. */
    private static String kinds(String counts) {
        return lower(counts).replaceAll("(^|, )(\\d+) ", "$1$2\u00A0\u00D7\u00A0");
    }

    private static String lower(String word) {
        return word.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private void atLarge(HtmlOut out) throws IOException {
        if (certificate.atLarge().isEmpty()) {
            return;
        }
        out.html("<div class=\"gaps\"><h3>Missing, and of none of the customers below</h3><ul>");
        for (MissingEntry missing : certificate.atLarge()) {
            out.html("<li><b>");
            if (missing.customer() == null) {
                out.html("Nobody knows of whom");
            } else {
                out.html("Customer ").name(missing.customer());
            }
            out.html("</b>: ")
                    .text(HtmlWords.of(missing.source()))
                    .html(" from ")
                    .name(HtmlWords.of(missing.vendor()));
            out.html(", ")
                    .text(lower(missing.kind()))
                    .html(" \u2013 ")
                    .name(missing.text())
                    .html("</li>");
        }
        out.html("</ul></div>");
    }
}
