package dev.seatport.reports.review;

import dev.seatport.reports.review.CustomerEntry.CoverageEntry;
import dev.seatport.reports.review.CustomerEntry.GapEntry;
import dev.seatport.reports.review.CustomerEntry.LicenseEntry;
import dev.seatport.reports.review.CustomerEntry.LicenseUseEntry;
import dev.seatport.reports.review.CustomerEntry.OfferEntry;
import dev.seatport.reports.review.CustomerEntry.ProductEntry;
import dev.seatport.reports.review.CustomerEntry.TenantEntry;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** All that is known of one customer. */
final class HtmlDetails {
    private final HtmlOut out;
    private final CustomerEntry customer;
    private final HtmlFigures figures;
    private final HtmlSources sources;

    HtmlDetails(HtmlOut out, long number, CustomerEntry customer, HtmlFigures figures) {
        this.out = out;
        this.customer = customer;
        this.figures = figures;
        this.sources = new HtmlSources(number);
    }

    void write(String licensesFrom) throws IOException {
        out.html("<div class=\"body\">");
        facts();
        gaps();
        HtmlFindings.list(out, customer, figures);
        coverage(licensesFrom);
        tenants();
        products();
        licenses();
        sources.list(out);
        out.html("</div>");
    }

    private void facts() throws IOException {
        out.html("<dl class=\"facts\">");
        fact("Customer of", HtmlWords.of(customer.vendor()));
        fact("Owner", customer.ownerEmail());
        String status = HtmlWords.of(customer.status());
        boolean more = customer.statusText() != null && !customer.statusText().equalsIgnoreCase(status);
        fact("Status", more ? status + " (\u201C" + customer.statusText() + "\u201D)" : status);
        out.html("<div><dt>Read</dt><dd>").time(customer.readAt()).html("</dd></div></dl>");
    }

    private void fact(String name, @Nullable String value) throws IOException {
        out.html("<div><dt>" + name + "</dt><dd>").orUnreported(value).html("</dd></div>");
    }

    private void gaps() throws IOException {
        if (customer.complete()) {
            return;
        }
        out.html("<div class=\"gaps\"><h3>What could not be read</h3><ul>");
        for (GapEntry gap : customer.gaps()) {
            out.html("<li><b>")
                    .name(capital(HtmlWords.of(gap.source())))
                    .html("</b> from ")
                    .name(HtmlWords.of(gap.vendor()));
            out.html(": ")
                    .text(lower(HtmlWords.of(gap.kind())))
                    .html(" \u2013 ")
                    .name(gap.text())
                    .html("</li>");
        }
        out.html("</ul></div>");
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private void coverage(String licensesFrom) throws IOException {
        if (customer.coverage().isEmpty()) {
            return;
        }
        table("Coverage: do the seats cover the people?", "");
        head("Product", "Verdict", "#Seats purchased", "#People assigned");
        out.html("<th scope=\"col\">Licenses at ")
                .name(HtmlWords.of(licensesFrom))
                .html(", beside it</th></tr></thead><tbody>");
        boolean othersToo = false;
        for (CoverageEntry row : customer.coverage()) {
            rowHeader(row.productName(), row.product());
            out.html("<td>");
            verdict(row);
            out.html("</td>");
            number(row.purchased());
            number(row.assigned());
            LicenseUseEntry use = row.licenses();
            out.html("<td>");
            if (use == null) {
                out.html("<span class=\"na\">nothing to show</span>");
            } else {
                out.count(use.assigned())
                        .html(" assigned of ")
                        .count(use.purchased())
                        .html(" purchased");
                note(use.note());
                othersToo |= !use.onlySeatSkus();
            }
            out.html("</td></tr>");
        }
        out.html("</tbody></table></div>");
        if (othersToo) {
            out.html(
                    "<p class=\"note\">People and licenses are different things: one person may hold several licenses or "
                            + "none. The licenses are shown beside the seats; the verdict does not follow from them.</p>");
        }
    }

    private void verdict(CoverageEntry row) throws IOException {
        switch (row.verdict()) {
            case "SHORT" ->
                out.html("<span class=\"sev crit\">short by ").count(row.by()).html("</span>");
            case "OVER" ->
                out.html("<span class=\"sev info\">over by ").count(row.by()).html("</span>");
            case "COVERED" -> out.html("<span class=\"sev ok\">covered</span>");
            default -> {
                out.html("<span class=\"sev off\">not comparable</span>");
                if (row.reason() != null) {
                    out.html(" <span class=\"mut\">").name(row.reason()).html("</span>");
                }
            }
        }
    }

    private void tenants() throws IOException {
        if (customer.tenants().isEmpty()) {
            return;
        }
        table("Tenants", "");
        head("Tenant", "Kind", "#Assigned", "#Available", "Source");
        out.html("</tr></thead><tbody>");
        for (TenantEntry row : customer.tenants()) {
            rowHeader(row.tenantName(), row.tenantId());
            out.html("<td>").text(HtmlWords.of(row.kind())).html("</td>");
            number(row.assigned());
            number(row.available(), row.note());
            sources.cell(out, List.of(row.from()));
            out.html("</tr>");
        }
        out.html("</tbody></table></div>");
    }

    private void products() throws IOException {
        if (customer.products().isEmpty()) {
            return;
        }
        table("Products", " slim");
        head("Product", "#Seats purchased", "Source");
        out.html("</tr></thead><tbody>");
        for (ProductEntry row : customer.products()) {
            rowHeader(row.productName(), row.productCode());
            number(row.purchased(), row.note());
            sources.cell(out, List.of(row.from()));
            out.html("</tr>");
        }
        out.html("</tbody></table></div>");
    }

    private void licenses() throws IOException {
        if (customer.licenses().isEmpty()) {
            return;
        }
        table("Licenses", " wide");
        head("License", "Tenant", "#Purchased", "#Assigned", "#Available", "#Of all partners", "Offers", "Source");
        out.html("</tr></thead><tbody>");
        for (LicenseEntry row : customer.licenses()) {
            rowHeader(row.productName(), row.skuId());
            out.html("<td><code>")
                    .text(row.tenantId())
                    .html("</code>" + (row.deleted() ? HtmlWords.DELETED : "") + "</td>");
            number(row.purchased());
            number(row.assigned());
            number(row.available());
            number(row.tenantTotal());
            offers(row);
            sources.cell(out, row.from());
            out.html("</tr>");
        }
        out.html("</tbody></table></div>");
    }

    private void offers(LicenseEntry row) throws IOException {
        out.html("<td>");
        String between = "";
        for (OfferEntry offer : row.offers()) {
            out.html(between)
                    .name(offer.name())
                    .html(" <span class=\"mut\">")
                    .text(lower(HtmlWords.of(offer.billingCycle())));
            out.html("</span>");
            between = "<br>";
        }
        if (row.offers().isEmpty()) {
            out.html("<span class=\"na\">none reported</span>");
        }
        note(row.note());
        out.html("</td>");
    }

    private void table(String caption, String look) throws IOException {
        out.html("<div class=\"scroll\"><table class=\"d" + look + "\"><caption>" + caption + "</caption><thead><tr>");
    }

    /** Headings of columns; those of numbers begin with {@code #}. */
    private void head(String... columns) throws IOException {
        for (String column : columns) {
            boolean number = column.startsWith("#");
            out.html("<th scope=\"col\"" + (number ? " class=\"n\">" + column.substring(1) : ">" + column) + "</th>");
        }
    }

    private void rowHeader(@Nullable String name, String id) throws IOException {
        out.html("<tr><th scope=\"row\">");
        if (name != null) {
            out.name(name).html(" ");
        }
        out.html("<code>").text(id).html("</code></th>");
    }

    private void number(@Nullable Long count) throws IOException {
        out.html("<td class=\"n\">").count(count).html("</td>");
    }

    private void number(@Nullable Long count, @Nullable String note) throws IOException {
        out.html("<td class=\"n\">").count(count);
        note(note);
        out.html("</td>");
    }

    private void note(@Nullable String note) throws IOException {
        if (note != null) {
            out.html("<span class=\"note\">Note: ").name(note).html("</span>");
        }
    }
}
