package dev.seatport.reports.review;

import dev.seatport.reports.review.CustomerEntry.SourceEntry;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the numbers of one customer come from: each answer has a number, a row names its answers by it. */
final class HtmlSources {
    private final long customer;
    private final Map<SourceEntry, Integer> numbers = new LinkedHashMap<>();

    HtmlSources(long customer) {
        this.customer = customer;
    }

    /** The cell that names the answers of a row. */
    void cell(HtmlOut out, List<SourceEntry> from) throws IOException {
        out.html("<td class=\"ref\">");
        String between = "";
        for (SourceEntry one : from) {
            int number = numbers.computeIfAbsent(one, any -> numbers.size() + 1);
            out.html(between + "<a href=\"#p" + customer + "-" + number + "\"><span class=\"vh\">answer </span>"
                    + number + "</a>");
            between = " ";
        }
        out.html("</td>");
    }

    /** The answers that were named. */
    void list(HtmlOut out) throws IOException {
        if (numbers.isEmpty()) {
            return;
        }
        out.html("<details class=\"prov\"><summary>Where these numbers come from: ")
                .html(HtmlOut.plural(numbers.size(), "answer", "answers"))
                .html("</summary><ol>");
        for (Map.Entry<SourceEntry, Integer> one : numbers.entrySet()) {
            SourceEntry source = one.getKey();
            out.html("<li id=\"p" + customer + "-" + one.getValue() + "\">")
                    .name(HtmlWords.of(source.vendor()))
                    .html(", <code>")
                    .text(source.operation())
                    .html("</code>, ")
                    .time(source.at());
            if (source.correlationId() == null) {
                out.html(", no correlation id");
            } else {
                out.html(", correlation id <code>").text(source.correlationId()).html("</code>");
            }
            out.html("</li>");
        }
        out.html("</ol></details>");
    }
}
