package dev.seatport.reports.review;

import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.Severity;
import dev.seatport.reports.review.Certificate.Sum;
import dev.seatport.reports.review.Certificate.Totals;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What the review sums up to: how bad it is, and how much was bought and is in use. */
final class HtmlSummary {
    private static final List<Severity> WORST_FIRST = List.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO);

    private final Totals totals;
    private final boolean whole;
    private final HtmlVerdicts verdicts;

    HtmlSummary(Certificate certificate, HtmlVerdicts verdicts) {
        this.totals = certificate.totals();
        this.whole = certificate.whole();
        this.verdicts = verdicts;
    }

    void write(HtmlOut out) throws IOException {
        out.html("<ul class=\"tiles\">");
        for (Severity severity : WORST_FIRST) {
            tile(out, severity);
        }
        out.html("<li class=\"tile off\"><a href=\"#exclusions\"><span class=\"sev off\">Excused</span><b>"
                + HtmlOut.grouped(totals.excused())
                + "</b><span class=\"sub\">no alarm, by an exclusion</span></a></li></ul>");
        out.html("<div class=\"panels\">");
        seats(out);
        licenses(out);
        out.html("</div>");
    }

    private void tile(HtmlOut out, Severity severity) throws IOException {
        long count = totals.severities().getOrDefault(severity.name(), 0L);
        out.html("<li class=\"tile " + HtmlFindings.look(severity) + (count == 0 ? " zero" : "")
                + "\"><a href=\"#customers\" data-severity=\"" + severity + "\">");
        HtmlFindings.severity(out, severity, HtmlFindings.word(severity));
        out.html("<b>" + (whole ? "" : "\u2265\u00A0") + HtmlOut.grouped(count) + "</b><span class=\"sub\">"
                + (count == 1 ? "finding" : "findings") + (whole ? "" : ", incomplete") + "</span></a></li>");
    }

    private void seats(HtmlOut out) throws IOException {
        out.html("<div class=\"panel\">");
        HtmlSum purchased = HtmlSum.of(totals.seatsPurchased());
        HtmlSum assigned = HtmlSum.of(totals.seatsAssigned());
        long scale = Math.max(purchased.sum(), assigned.sum());
        table(out, "Backup seats");
        row(out, "Purchased", "b", totals.seatsPurchased(), purchased.atLeast(whole), scale);
        row(out, "Assigned", "u", totals.seatsAssigned(), assigned.atLeast(whole), scale);
        out.html("</tbody></table>");
        verdicts.write(out, whole);
        out.html("</div>");
    }

    private void licenses(HtmlOut out) throws IOException {
        out.html("<div class=\"panel\">");
        HtmlSum purchased = HtmlSum.of(totals.licensesPurchased());
        HtmlSum assigned = HtmlSum.of(totals.licensesAssigned());
        HtmlSum available = HtmlSum.of(totals.licensesAvailable());
        HtmlSum all = HtmlSum.of(totals.licensesTenantTotal());
        long scale = Math.max(Math.max(purchased.sum(), all.sum()), Math.max(assigned.sum(), available.sum()));
        table(out, "Licenses");
        row(out, "In the tenants", "b", totals.licensesTenantTotal(), all.atLeast(whole), scale);
        row(out, "Purchased", "b", totals.licensesPurchased(), purchased.atLeast(whole), scale);
        row(out, "Assigned", "u", totals.licensesAssigned(), assigned.atLeast(whole), scale);
        row(out, "Available", "a", totals.licensesAvailable(), available.soFar(whole), scale);
        out.html("</tbody></table>");
        out.html(
                "<p class=\"so\">Purchased licenses are those of this partner. The other counts are of the tenants, across all of their "
                        + "partners. Free SKUs are left out.</p></div>");
    }

    private void table(HtmlOut out, String caption) throws IOException {
        String incomplete = whole ? "" : " <span class=\"sev gap\">incomplete</span>";
        out.html("<table class=\"bars\"><caption>" + caption + incomplete + "</caption><tbody>");
    }

    private void row(HtmlOut out, String name, String look, Sum sum, String text, long scale) throws IOException {
        out.html("<tr><th scope=\"row\">" + name + "</th><td class=\"n\">" + text);
        if (sum.note() != null) {
            out.html("<span class=\"sub\">").text(sum.note()).html("</span>");
        }
        if (sum.unreported() > 0) {
            out.html("<span class=\"sub\">" + HtmlOut.grouped(sum.unreported()) + " not reported</span>");
        }
        out.html("</td><td class=\"g\">");
        HtmlBars.one(out, look, HtmlSum.of(sum).sum(), scale);
        out.html("</td></tr>");
    }

    /** How many findings there are of each kind, worst kinds first. */
    void kinds(HtmlOut out) throws IOException {
        List<Map.Entry<String, Long>> kinds = found();
        if (kinds.isEmpty()) {
            out.html("<p class=\"empty\">No findings" + (whole ? "." : " in what could be read.") + "</p>");
            return;
        }
        long most = kinds.stream().mapToLong(Map.Entry::getValue).max().orElse(1);
        out.html(
                "<table class=\"bars kinds\"><caption class=\"vh\">Findings by kind, excused ones left out</caption><tbody>");
        for (Map.Entry<String, Long> kind : kinds) {
            out.html("<tr><th scope=\"row\"><a href=\"#customers\" data-kind=\"" + HtmlCustomer.constant(kind.getKey())
                            + "\">")
                    .text(HtmlWords.of(kind.getKey()))
                    .html("</a><span class=\"sub\">")
                    .text(HtmlWords.meaning(kind.getKey()))
                    .html("</span></th><td class=\"n\">" + (whole ? "" : "\u2265\u00A0")
                            + HtmlOut.grouped(kind.getValue()) + "</td><td class=\"g\">");
            HtmlBars.one(out, usual(kind.getKey()), kind.getValue(), most);
            out.html("</td></tr>");
        }
        out.html("</tbody></table>");
    }

    /** The kinds that the filter offers. */
    void options(HtmlOut out) throws IOException {
        for (FindingKind kind : FindingKind.values()) {
            out.html("<option value=\"" + kind + "\">" + HtmlWords.of(kind.name()) + "</option>");
        }
    }

    private List<Map.Entry<String, Long>> found() {
        return totals.findings().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Long> kind) -> severity(kind.getKey()))
                        .reversed()
                        .thenComparing(Map.Entry::getValue, Comparator.reverseOrder()))
                .toList();
    }

    private static Severity severity(String kind) {
        return Arrays.stream(FindingKind.values())
                .filter(one -> one.name().equals(kind))
                .map(FindingKind::usualSeverity)
                .findFirst()
                .orElse(Severity.INFO);
    }

    private static String usual(String kind) {
        return HtmlFindings.look(severity(kind));
    }
}
