package dev.seatport.reports.review;

import dev.seatport.domain.review.Severity;
import dev.seatport.reports.review.CustomerEntry.ExcusedEntry;
import dev.seatport.reports.review.CustomerEntry.FindingEntry;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;

/** What is wrong with a customer, alarms first. */
final class HtmlFindings {
    private HtmlFindings() {}

    /** The word and the shape of a severity; the shape is the style sheet's. */
    static void severity(HtmlOut out, Severity severity, String text) throws IOException {
        out.html("<span class=\"sev " + look(severity) + "\">" + text + "</span>");
    }

    /** The name of a severity's look. */
    static String look(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "crit";
            case WARNING -> "warn";
            case INFO -> "info";
        };
    }

    static String word(Severity severity) {
        return HtmlWords.of(severity.name());
    }

    /** Several of one severity. */
    static String count(long count, Severity severity) {
        return HtmlOut.grouped(count) + " " + severity.name().toLowerCase(Locale.ROOT);
    }

    static void list(HtmlOut out, CustomerEntry customer, HtmlFigures figures) throws IOException {
        out.html("<h3>Findings</h3>");
        if (customer.findings().isEmpty()) {
            out.html("<p class=\"mut\">")
                    .html(customer.complete() ? "None." : "None in what could be read; more may be in what is missing.")
                    .html("</p>");
            return;
        }
        out.html("<ul class=\"fl\">");
        Stream<FindingEntry> excused = customer.findings().stream().filter(finding -> finding.excused() != null);
        for (FindingEntry finding :
                Stream.concat(figures.alarms().stream(), excused).toList()) {
            item(out, finding);
        }
        out.html("</ul>");
    }

    private static void item(HtmlOut out, FindingEntry finding) throws IOException {
        ExcusedEntry excused = finding.excused();
        out.html(excused == null ? "<li>" : "<li class=\"exc\">");
        if (excused == null) {
            Severity severity = HtmlFigures.severity(finding);
            severity(out, severity, word(severity));
        } else {
            out.html("<span class=\"sev off\">Excused</span>");
        }
        out.html("<div><b>")
                .text(HtmlWords.of(finding.kind()))
                .html("</b> <span>")
                .name(finding.text());
        out.html("</span>");
        if (excused != null) {
            out.html("<p class=\"why\">No alarm: ").name(excused.reason());
            ownerAndEnd(out, excused);
            out.html("</p>");
        }
        out.html("</div></li>");
    }

    private static void ownerAndEnd(HtmlOut out, ExcusedEntry excused) throws IOException {
        out.html(" (");
        if (excused.owner() == null) {
            out.html("no owner named");
        } else {
            out.html("decided by ").name(excused.owner());
        }
        if (excused.until() == null) {
            out.html(", no end");
        } else {
            out.html(", until ").text(excused.until());
        }
        out.html(")");
    }
}
