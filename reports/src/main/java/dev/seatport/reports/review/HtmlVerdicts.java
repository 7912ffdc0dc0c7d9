package dev.seatport.reports.review;

import dev.seatport.reports.review.CustomerEntry.CoverageEntry;
import java.io.IOException;
import java.util.List;

/** What all the verdicts on coverage add up to, whether or not a finding came of them. */
final class HtmlVerdicts {
    private final RunningSum shortBy = new RunningSum();
    private long shortOnes;
    private final RunningSum overBy = new RunningSum();
    private long overOnes;
    private long untold;

    void add(CustomerEntry customer) {
        shortOnes += has(customer, "SHORT");
        overOnes += has(customer, "OVER");
        with(customer, "SHORT").forEach(one -> shortBy.add(one.by()));
        with(customer, "OVER").forEach(one -> overBy.add(one.by()));
        untold += customer.coverage().stream()
                .filter(coverage -> coverage.verdict().equals("NOT_COMPARABLE"))
                .count();
    }

    private static String seats(RunningSum by, String sign) {
        Long sum = by.sum().sum();
        return sum == null ? "more than 2<sup>63</sup> seats" : sign + HtmlOut.plural(sum, "seat", "seats");
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
        out.html("<li><b>" + seats(shortBy, sign) + "</b> too few, "
                + HtmlOut.plural(shortOnes, "customer", "customers") + "</li>");
        out.html("<li><b>" + seats(overBy, sign) + "</b> more than needed, "
                + HtmlOut.plural(overOnes, "customer", "customers") + "</li>");
        if (untold > 0) {
            out.html("<li><b>" + HtmlOut.plural(untold, "product", "products")
                    + "</b> of customers could not be compared</li>");
        }
        out.html("</ul>");
    }
}
