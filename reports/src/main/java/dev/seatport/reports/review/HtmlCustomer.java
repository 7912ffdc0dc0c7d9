package dev.seatport.reports.review;

import dev.seatport.domain.review.Severity;
import dev.seatport.reports.review.CustomerEntry.FindingEntry;
import dev.seatport.reports.review.CustomerEntry.GapEntry;
import dev.seatport.reports.review.CustomerEntry.LicenseEntry;
import dev.seatport.reports.review.CustomerEntry.ProductEntry;
import dev.seatport.reports.review.CustomerEntry.TenantEntry;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One customer of the page's table: the row that is always seen, and the row of its details. The roles are written out
 * because the style sheet lays rows out as blocks, which makes some browsers forget that it is a table.
 */
final class HtmlCustomer {
    /**
     * Up to so many customers the details are part of the document at once. Beyond, they wait in a {@code noscript}, which
     * costs a browser next to nothing, until the script is asked for them; without scripts they are read as they stand.
     */
    static final long AT_ONCE = 1_000;

    private static final int LABEL = 80;
    private static final List<Severity> WORST_FIRST = List.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO);

    private final HtmlOut out;
    private final long number;
    private final CustomerEntry customer;
    private final HtmlFigures figures;

    /** The customer of that number on the page. */
    HtmlCustomer(HtmlOut out, long number, CustomerEntry customer, HtmlFigures figures) {
        this.out = out;
        this.number = number;
        this.customer = customer;
        this.figures = figures;
    }

    void write(String licensesFrom) throws IOException {
        out.html("\n<tbody role=\"rowgroup\" class=\"c\" data-f=\"" + facts() + "\" data-v=\"" + values()
                + "\"><tr role=\"row\">");
        name();
        findings();
        seats();
        licenses();
        data();
        out.html(
                        "</tr><tr role=\"row\"><td role=\"cell\" class=\"more\" colspan=\"5\"><details><summary><span class=\"vh\">Details of ")
                .name(abbreviated(customer.label()))
                .html("</span></summary>");
        out.html(number > AT_ONCE ? "<noscript>" : "");
        new HtmlDetails(out, number, customer, figures).write(licensesFrom);
        out.html(number > AT_ONCE ? "</noscript>" : "");
        out.html("</details></td></tr></tbody>");
    }

    /** What the filters go by: each finding as {@code KIND:SEVERITY}. */
    private String facts() {
        return customer.findings().stream()
                .map(finding -> constant(finding.kind()) + ":"
                        + (finding.excused() == null ? constant(finding.severity()) : "EXCUSED"))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** What the columns are sorted by, and whether something is missing; empty for what is not known. */
    private String values() {
        int worst = figures.worst()
                .map(severity -> WORST_FIRST.size() + 1 - WORST_FIRST.indexOf(severity))
                .orElse(customer.complete() ? 0 : 1);
        boolean seats =
                figures.seatsPurchased().exact() && figures.seatsAssigned().exact();
        return worst + ","
                + (seats ? figures.seatsAssigned().beyond(figures.seatsPurchased()) : "") + ","
                + (figures.licensesAvailable().known()
                        ? figures.licensesAvailable().sum()
                        : "") + ","
                + (customer.complete() ? 0 : Math.max(1, customer.gaps().size()));
    }

    /** The name of a constant, without any character that could end an attribute. */
    static String constant(String name) {
        return name.replaceAll("[^A-Z0-9_]", "");
    }

    private void name() throws IOException {
        out.html("<th role=\"rowheader\" scope=\"row\" class=\"nm\"><span class=\"lb\">")
                .name(customer.label());
        out.html("</span><span class=\"sub\">");
        if (customer.organization() == null) {
            out.html("no name reported");
        } else {
            out.name(customer.id());
        }
        if (customer.country() != null) {
            out.html(" \u00B7 ").name(customer.country());
        }
        out.html("</span><span class=\"q\" hidden>")
                .text(String.join(" ", terms()))
                .html("</span></th>");
    }

    /** What a search finds the customer by, besides what its row shows. */
    private Set<String> terms() {
        Set<String> terms = new LinkedHashSet<>();
        add(terms, customer.ownerEmail());
        for (TenantEntry tenant : customer.tenants()) {
            terms.add(tenant.tenantId());
            add(terms, tenant.tenantName());
        }
        for (ProductEntry product : customer.products()) {
            terms.add(product.productCode());
            add(terms, product.productName());
        }
        for (LicenseEntry license : customer.licenses()) {
            terms.add(license.customerId());
            terms.add(license.skuId());
            add(terms, license.productName());
        }
        return terms;
    }

    private static void add(Set<String> terms, @Nullable String term) {
        if (term != null) {
            terms.add(term);
        }
    }

    private void findings() throws IOException {
        out.html("<td role=\"cell\" class=\"fi\"><span class=\"chips\">");
        for (Severity severity : WORST_FIRST) {
            long count = figures.count(severity);
            if (count > 0) {
                HtmlFindings.severity(out, severity, HtmlFindings.count(count, severity));
            }
        }
        if (figures.alarms().isEmpty()) {
            out.html(
                    customer.complete()
                            ? "<span class=\"sev ok\">none</span>"
                            : "<span class=\"mut\">none so far</span>");
        }
        if (figures.excused() > 0) {
            out.html("<span class=\"sev off\">" + HtmlOut.grouped(figures.excused()) + " excused</span>");
        }
        out.html("</span>");
        if (!figures.alarms().isEmpty()) {
            FindingEntry worst = figures.alarms().get(0);
            out.html("<span class=\"first\">").name(worst.text()).html("</span>");
        }
        out.html("</td>");
    }

    private void seats() throws IOException {
        out.html("<td role=\"cell\" class=\"se\">");
        boolean whole = !HtmlFigures.lacks(customer, false);
        if (figures.seatsAssigned().known() || figures.seatsPurchased().known()) {
            HtmlBars.use(out, figures.seatsPurchased(), figures.seatsAssigned());
            used(figures.seatsPurchased(), figures.seatsAssigned(), whole);
        } else {
            none(whole && customer.coverage().isEmpty(), whole);
        }
        out.html("</td>");
    }

    private void licenses() throws IOException {
        out.html("<td role=\"cell\" class=\"li\">");
        boolean whole = !HtmlFigures.lacks(customer, true);
        if (figures.licensesAssigned().known() || figures.licensesPurchased().known()) {
            HtmlBars.use(out, figures.licensesTenantTotal(), figures.licensesAssigned());
            out.html("<span class=\"num u\"><b>" + figures.licensesAssigned().atLeast(whole) + "</b> assigned of "
                    + figures.licensesTenantTotal().atLeast(whole) + " in the tenants</span><span class=\"num\"><b>"
                    + figures.licensesPurchased().atLeast(whole) + "</b> purchased</span>");
            out.html("<span class=\"num a\"><b>" + figures.licensesAvailable().soFar(whole) + "</b> available</span>");
        } else {
            none(whole && customer.licenses().isEmpty(), whole);
        }
        out.html("</td>");
    }

    private void used(HtmlSum purchased, HtmlSum assigned, boolean whole) throws IOException {
        out.html("<span class=\"num u\"><b>" + assigned.atLeast(whole) + "</b> assigned");
        long over = assigned.beyond(purchased);
        if (whole && purchased.exact() && assigned.exact() && over > 0) {
            out.html(", <span class=\"over\">" + HtmlOut.grouped(over) + " not purchased</span>");
        }
        out.html("</span><span class=\"num\"><b>" + purchased.atLeast(whole) + "</b> purchased</span>");
    }

    private void none(boolean empty, boolean whole) throws IOException {
        out.html("<span class=\"na\">" + (empty ? "none" : whole ? "not reported" : "could not be read") + "</span>");
    }

    private void data() throws IOException {
        out.html("<td role=\"cell\" class=\"da\">");
        if (customer.complete()) {
            out.html("<span class=\"sev ok\">complete</span>");
        } else {
            out.html("<span class=\"sev gap\">incomplete</span><span class=\"sub\">");
            out.text(customer.gaps().stream()
                    .map(GapEntry::source)
                    .distinct()
                    .map(HtmlWords::of)
                    .collect(Collectors.joining(", ", "lacks ", "")));
            out.html("</span>");
        }
        out.html("</td>");
    }

    private static String abbreviated(String label) {
        return label.codePointCount(0, label.length()) <= LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LABEL)) + "\u2026";
    }
}
