package dev.seatport.demo.review;

import dev.seatport.demo.review.CustomerEntry.CoverageEntry;
import java.io.IOException;
import java.util.List;

/** What all the verdicts on coverage add up to, whether or not a finding came of them. */
final class HtmlVerdicts {
    private long shortBy;
    private long shortOnes;
    private long overBy;
    private long overOnes;
    private long untold;

    void add(CustomerEntry customer) {
        shortBy += sum(customer, "SHORT");
        shortOnes += has(customer, "SHORT");
        overBy += sum(customer, "OVER");
        overOnes += has(customer, "OVER");
        untold += customer.coverage().stream()
                .filter(coverage -> coverage.verdict().equals("NOT_COMPARABLE"))
                .count();
    }

    private static long sum(CustomerEntry customer, String verdict) {
        return HtmlSum.of(with(customer, verdict), CoverageEntry::by).sum();
    }

    private static long has(CustomerEntry customer, String verdict) {
        return with(customer, verdict).isEmpty() ? 0 : 1;
    }

    private static List<CoverageEntry> with(CustomerEntry customer, String verdict) {
        return customer.coverage().stream()
                .filter(coverage -> coverage.verdict().equals(verdict))
                .toList();
    }

    void write(HtmlOut out, boolean whole) throws IOException {
        String sign = whole && untold == 0 ? "" : "\u2265\u00A0";
        out.html("<ul class=\"so\">");
        out.html("<li><b>" + sign + HtmlOut.plural(shortBy, "seat", "seats") + "</b> too few, "
                + HtmlOut.plural(shortOnes, "customer", "customers") + "</li>");
        out.html("<li><b>" + sign + HtmlOut.plural(overBy, "seat", "seats") + "</b> more than needed, "
                + HtmlOut.plural(overOnes, "customer", "customers") + "</li>");
        if (untold > 0) {
            out.html("<li><b>" + HtmlOut.plural(untold, "product", "products")
                    + "</b> of customers could not be compared</li>");
        }
        out.html("</ul>");
    }
}
