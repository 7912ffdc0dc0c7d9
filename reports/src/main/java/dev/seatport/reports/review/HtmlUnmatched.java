package dev.seatport.reports.review;

import dev.seatport.reports.review.CustomerEntry.UnmatchedEntry;
import java.io.IOException;

/** The tenants that only one vendor has. */
final class HtmlUnmatched implements AutoCloseable {
    private final Spool rows = Spool.open();
    private final String has;
    private final String lacks;
    private long count;

    /** Those that one vendor has and the other lacks. */
    HtmlUnmatched(String has, String lacks) {
        this.has = HtmlWords.of(has);
        this.lacks = HtmlWords.of(lacks);
    }

    void add(UnmatchedEntry tenant) throws IOException {
        count++;
        HtmlOut out = new HtmlOut(rows.writer());
        out.html("\n<tr><th scope=\"row\">");
        if (tenant.organization() != null) {
            out.name(tenant.organization()).html(" ");
        }
        out.html("<code>")
                .text(tenant.customer())
                .html("</code></th><td><code>")
                .text(tenant.tenantId());
        out.html("</code>" + (tenant.deleted() ? HtmlWords.DELETED : "") + "</td><td>");
        if (tenant.suggestions().isEmpty()) {
            out.html("<span class=\"mut\">no customer of the same name</span>");
        } else {
            out.html("same name: ");
            String between = "";
            for (String suggestion : tenant.suggestions()) {
                out.html(between + "<code>").text(suggestion).html("</code>");
                between = ", ";
            }
            out.html(" <span class=\"mut\">(only a suggestion)</span>");
        }
        out.html("</td><td>");
        if (tenant.conclusive()) {
            out.html("certain");
        } else {
            out.html("not certain: not all tenants of ").name(lacks).html(" were read");
        }
        out.html("</td></tr>");
    }

    /** The part of the page, if there is any such tenant on either side. */
    static void section(HtmlOut page, HtmlUnmatched one, HtmlUnmatched other) throws IOException {
        page.html(
                "<section id=\"unmatched\" class=\"late\" aria-labelledby=\"h-unm\"><h2 id=\"h-unm\">Tenants that only one vendor has</h2>");
        if (one.count + other.count == 0) {
            page.html("<p class=\"empty\">None was seen.</p>");
        }
        one.write(page);
        other.write(page);
        page.html("</section>");
    }

    private void write(HtmlOut page) throws IOException {
        if (count == 0) {
            return;
        }
        page.html("<div class=\"scroll\"><table class=\"d wide\"><caption>")
                .name(has)
                .html(" has it, ")
                .name(lacks);
        page.html(" does not: " + HtmlOut.plural(count, "tenant", "tenants") + "</caption><thead><tr>");
        page.html("<th scope=\"col\">Customer at ")
                .name(has)
                .html("</th><th scope=\"col\">Tenant</th><th scope=\"col\">Where to look at ");
        page.name(lacks).html("</th><th scope=\"col\">How certain</th></tr></thead><tbody>");
        rows.copyTo(page.writer());
        page.html("</tbody></table></div>");
    }

    @Override
    public void close() {
        rows.close();
    }
}
