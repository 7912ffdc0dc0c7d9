package dev.seatport.reports.format;

import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.review.Severity;
import dev.seatport.reports.internal.SpoolFile;
import dev.seatport.reports.output.CellText;
import dev.seatport.reports.output.Palette;
import dev.seatport.reports.output.TerminalSanitizer;
import dev.seatport.reports.output.TextWidth;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.FindingExclusionView;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.CustomerView.MissingDataView;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import dev.seatport.reports.review.QuantitySum;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewSummary;
import dev.seatport.reports.review.ReviewSummary.CurrencyTotals;
import dev.seatport.reports.review.ReviewSummary.ExclusionView;
import dev.seatport.reports.review.ReviewSummary.GapCause;
import dev.seatport.reports.review.ReviewSummary.MonthlyTotals;
import dev.seatport.reports.review.ReviewSummary.ProductTotals;
import dev.seatport.reports.review.ReviewSummary.Totals;
import dev.seatport.reports.review.ReviewSummary.UnseenEntryView;
import dev.seatport.reports.review.ReviewWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text for people: a summary, the customers to call first, the findings by kind with the worst first, what is missing, totals and
 * completeness. With all customers, also a list of them, notes and every gap; otherwise at most 38 lines. Confined to one thread.
 */
final class TableReviewWriter implements ReviewWriter {
    /** A screen of 40 lines with two lines of the command line. */
    private static final int MAX_LINES = 38;

    private static final int MAX_SHOWN_OF_A_LIST = 3;
    private static final int MAX_NAMES = 20;
    private static final String INDENT = "  ";

    private final ReviewOutputHeader head;
    private final Writer out;
    private final Palette palette;
    private final int width;
    private final boolean all;
    private final ProblemGroups problems;
    private final CallFirst callFirst = new CallFirst();
    private final CustomerTable customers;
    private final SpoolFile gaps = SpoolFile.open();
    private final SpoolFile excused = SpoolFile.open();
    private final SpoolFile notes = SpoolFile.open();
    private final SpoolFile unmatched = SpoolFile.open();
    private final List<String> unmatchedNames = new ArrayList<>();
    private long unmatchedTenants;
    private long number;

    TableReviewWriter(ReviewOutputHeader head, Writer out, ReviewOutputOptions options) {
        this.head = head;
        this.out = out;
        this.palette = options.palette();
        this.width = options.width();
        this.all = options.allCustomers();
        this.problems = new ProblemGroups(palette, width, all ? options.limit() : Math.min(options.limit(), MAX_LINES));
        this.customers = new CustomerTable(options, head.licensesFrom() != null);
    }

    @Override
    public void customer(CustomerView customer) throws IOException {
        number++;
        callFirst.add(number, customer);
        for (FindingView finding : customer.findings()) {
            if (finding.excused() == null) {
                problems.add(number, customer.label(), finding);
            } else if (all) {
                spool(
                        excused,
                        customer.label() + ": " + finding.text() + " ["
                                + finding.excused().reason() + "]");
            }
        }
        if (all) {
            customers.add(number, customer);
            for (MissingDataView gap : customer.gaps()) {
                // Not shortened: the text ends with the correlation id for the vendor's support.
                String tenant = gap.tenant() == null ? "" : ", tenant " + gap.tenant();
                spoolWhole(gaps, CellText.shown(customer.label() + tenant) + ": " + TerminalSanitizer.of(gap.text()));
            }
            for (QuantityNote note : QuantityNote.of(customer)) {
                spool(notes, customer.label() + ": " + note.text());
            }
        }
    }

    @Override
    public void unmatched(String vendor, UnmatchedTenantView tenant) throws IOException {
        FindingView finding = tenant.finding();
        String name = name(tenant);
        if (finding != null) {
            FindingExclusionView exclusion = finding.excused();
            if (exclusion == null) {
                problems.add(++number, name, finding);
                callFirst.add(number, tenant, finding);
            } else if (all) {
                spool(excused, name + ": " + finding.text() + " [" + exclusion.reason() + "]");
            }
            return;
        }
        unmatchedTenants++;
        if (unmatchedNames.size() < MAX_NAMES) {
            unmatchedNames.add(CellText.shown(name));
        }
        if (all) {
            String suggestion = tenant.suggestions().isEmpty()
                    ? ""
                    : "; same name at " + head.seatsFrom() + ": " + String.join(", ", tenant.suggestions());
            spool(
                    unmatched,
                    name + ": tenant " + tenant.tenantId() + suggestion + (tenant.deleted() ? " (deleted)" : "")
                            + (tenant.conclusive() ? "" : " (perhaps of a customer that could not be read)"));
        }
    }

    /** Returns the name of the customer of a tenant for people. */
    static String name(UnmatchedTenantView tenant) {
        return tenant.organization() == null ? "customer " + tenant.customer() : tenant.organization();
    }

    private void spool(SpoolFile section, String text) throws IOException {
        spoolWhole(section, CellText.shown(text));
    }

    private void spoolWhole(SpoolFile section, String text) throws IOException {
        for (String line : wrapped(text)) {
            section.write(line + "\n");
        }
    }

    /** Returns an indented text; further lines are indented more. */
    private List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : TextWidth.wrap(text, Math.max(1, width - 2 * INDENT.length()))) {
            lines.add(INDENT + (lines.isEmpty() ? "" : INDENT) + line);
        }
        return lines;
    }

    @Override
    public void end(ReviewSummary summary) throws IOException {
        List<String> bottom = bottom(summary);
        List<String> top = top(summary, callFirst.lines(width));
        if (!all && !problems.namesEachCriticalKind(problemLines(top, bottom))) {
            // The details of a call are also in the list of problems. The names of a critical kind are nowhere else.
            top = top(summary, callFirst.reasons(width));
        }
        write(top);
        if (all) {
            out.write("\n");
            customers.write(out, summary.monthly() != null);
        }
        if (!problems.isEmpty()) {
            out.write("\n");
            if (all) {
                problems.writeAll(out);
            } else {
                problems.write(out, problemLines(top, bottom));
            }
        }
        if (all) {
            section("Excused", excused);
            section("Failed requests, for the support of the vendor", gaps, summary.atLarge());
            section("Notes", notes);
            section(unmatchedTitle(), unmatched);
        }
        write(bottom);
    }

    /** Returns the number of lines that are left for the problems. */
    private static int problemLines(List<String> top, List<String> bottom) {
        return MAX_LINES - top.size() - bottom.size() - 1;
    }

    private void write(List<String> lines) throws IOException {
        for (String line : lines) {
            out.write(line + "\n");
        }
    }

    private void section(String title, SpoolFile text) throws IOException {
        if (!text.isEmpty()) {
            out.write("\n" + title + "\n");
            text.copyTo(out);
        }
    }

    private void section(String title, SpoolFile text, List<MissingDataView> atLarge) throws IOException {
        for (MissingDataView gap : atLarge) {
            spoolWhole(text, TerminalSanitizer.of(gap.text()));
        }
        section(title, text);
    }

    /** Returns the summary and the customers to call first. */
    private List<String> top(ReviewSummary summary, List<String> calls) throws IOException {
        List<String> lines = new ArrayList<>();
        long count = summary.completeness().customers();
        lines.addAll(TextWidth.wrap(
                count + (count == 1 ? " customer" : " customers") + " (seats: " + head.seatsFrom() + ", licenses: "
                        + Objects.requireNonNullElse(head.licensesFrom(), "not read") + "), "
                        + summary.completeness().complete() + " complete. "
                        + findings(summary.totals()),
                width));
        if (summary.comparison() != null) {
            lines.addAll(TextWidth.wrap("C" + summary.comparison().text().substring(1) + ".", width));
        }
        for (String omission : head.omissions(summary)) {
            lines.addAll(TextWidth.wrap(CellText.shown(omission), width));
        }
        if (!calls.isEmpty()) {
            lines.add("");
            lines.add("Call first");
            lines.addAll(calls);
        }
        return lines;
    }

    private static String findings(Totals totals) {
        String counts = Stream.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO)
                .filter(severity -> totals.severities().containsKey(severity.name()))
                .map(severity -> totals.severities().get(severity.name()) + " "
                        + severity.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        String excused = totals.excused() == 0 ? "" : "; " + totals.excused() + " excused";
        return (counts.isEmpty() ? "No findings" : "Findings: " + counts) + excused + ".";
    }

    /** Returns what is missing, exclusions, totals and, in the last line, the completeness. */
    private List<String> bottom(ReviewSummary summary) {
        List<String> lines = new ArrayList<>();
        missing(summary, lines);
        if (!all && unmatchedTenants > 0) {
            lines.add("");
            lines.addAll(named(unmatchedTitle() + " (" + unmatchedTenants + "): ", unmatchedNames, unmatchedTenants));
        }
        exclusions(summary, lines);
        unseen(summary, lines);
        totals(summary, lines);
        return lines;
    }

    /** Returns the title of the tenants whose finding is not shown. With a filter, a tenant may have a finding of another kind. */
    private String unmatchedTitle() {
        return "Tenants that only " + head.licensesFrom() + " has"
                + (head.only().isEmpty() ? ", without a finding" : ", without a shown finding");
    }

    /** One line per cause. With all customers, the reason follows. */
    private void missing(ReviewSummary summary, List<String> lines) {
        List<GapCause> causes = summary.causes();
        if (causes.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(palette.paint(null, "MISSING"));
        List<GapCause> shown = all ? causes : causes.subList(0, Math.min(MAX_SHOWN_OF_A_LIST, causes.size()));
        for (GapCause cause : shown) {
            if (all || cause.names().isEmpty()) {
                List<String> text = wrapped(TerminalSanitizer.of(cause.text()));
                lines.addAll(all ? text : List.of(TextWidth.fit(INDENT + cause.text(), width)));
            } else {
                lines.addAll(named(INDENT + cause.heading() + ": ", cause.names(), cause.customers()));
            }
        }
        if (shown.size() < causes.size()) {
            lines.add(INDENT + more(causes.size() - shown.size(), "cause"));
        }
    }

    private static String more(int count, String what) {
        return "… and " + count + " more " + what + (count == 1 ? "" : "s");
    }

    /** Returns a line with as many names as fit, and the number of others. A first name that does not fit takes another line. */
    private List<String> named(String before, List<String> names, long total) {
        StringBuilder line = new StringBuilder(before);
        int shown = 0;
        for (String raw : names) {
            String name = CellText.shown(raw);
            String separator = shown == 0 ? "" : ", ";
            long others = total - shown - 1;
            String rest = others == 0 ? "" : " and " + others + " more";
            if (shown > 0 && TextWidth.of(line + separator + name + rest) > width) {
                break;
            }
            line.append(separator).append(name);
            shown++;
        }
        if (shown < total) {
            line.append(" and ").append(total - shown).append(" more");
        }
        return twoLines(line.toString());
    }

    /** Returns a text on one line, or on two lines if it is wider. Cuts off what does not fit there. */
    private List<String> twoLines(String text) {
        if (TextWidth.of(text) <= width) {
            return List.of(text);
        }
        List<String> lines = TextWidth.wrap(text, width);
        String second = INDENT + INDENT + text.substring(lines.get(0).length()).strip();
        return List.of(lines.get(0), TextWidth.fit(second, width));
    }

    /** All exclusions, or only the expired ones, whose findings are back. */
    private void exclusions(ReviewSummary summary, List<String> lines) {
        List<ExclusionView> exclusions = summary.exclusions().stream()
                .filter(exclusion -> all || !exclusion.inForce())
                .toList();
        if (exclusions.isEmpty()) {
            return;
        }
        if (all || unmatchedTenants == 0) {
            lines.add("");
        }
        if (all) {
            lines.add("Exclusions");
            exclusions.forEach(exclusion -> lines.addAll(wrapped(CellText.shown(text(exclusion)))));
            return;
        }
        exclusions.stream()
                .limit(MAX_SHOWN_OF_A_LIST - 1)
                .forEach(exclusion -> lines.addAll(twoLines(CellText.shown("Exclusion expired on " + exclusion.until()
                        + ": " + exclusion.label() + ", " + exclusion.reason()))));
        if (exclusions.size() > MAX_SHOWN_OF_A_LIST - 1) {
            lines.add(more(exclusions.size() - MAX_SHOWN_OF_A_LIST + 1, "expired exclusion"));
        }
    }

    private void unseen(ReviewSummary summary, List<String> lines) {
        List<UnseenEntryView> unseen = summary.unseen();
        if (unseen.isEmpty()) {
            return;
        }
        lines.add("");
        List<UnseenEntryView> shown = all ? unseen : unseen.subList(0, Math.min(MAX_SHOWN_OF_A_LIST, unseen.size()));
        for (UnseenEntryView entry : shown) {
            lines.addAll(
                    all
                            ? TextWidth.wrap(CellText.shown("Policy: " + entry.text()), width)
                            : List.of(TextWidth.fit(CellText.shown("Policy: " + entry.text()), width)));
        }
        if (shown.size() < unseen.size()) {
            lines.add("… and " + (unseen.size() - shown.size()) + " more entries of the policy that match nothing");
        }
    }

    private static String text(ExclusionView exclusion) {
        String tenant = exclusion.tenantId() == null ? "" : ", tenant " + exclusion.tenantId();
        String sku = exclusion.skuId() == null ? "" : ", SKU " + exclusion.skuId();
        String owner = exclusion.owner() == null ? "" : " (" + exclusion.owner() + ")";
        String until = exclusion.until() == null ? "" : ", until " + exclusion.until();
        String scope = exclusion.scope().toLowerCase(Locale.ROOT).replace('_', ' ');
        String state = exclusion.inForce()
                ? scope + ", findings excluded: " + exclusion.findings()
                : "EXPIRED: no longer applied";
        return exclusion.label() + tenant + sku + ": " + exclusion.reason() + owner + until + "; " + state;
    }

    private void totals(ReviewSummary summary, List<String> lines) {
        Totals totals = summary.totals();
        boolean whole = summary.whole();
        lines.add("");
        lines.add("Totals" + (whole ? "" : " (at least: the review is incomplete)"));
        List<ProductTotals> products = totals.products();
        List<ProductTotals> shown =
                all ? products : products.subList(0, Math.min(MAX_SHOWN_OF_A_LIST, products.size()));
        shown.forEach(product -> lines.addAll(wrapped(CellText.shown(text(product, whole)))));
        if (shown.size() < products.size()) {
            lines.add(INDENT + more(products.size() - shown.size(), "product"));
        }
        if (head.licensesFrom() != null) {
            lines.addAll(wrapped("licenses: " + text(totals.licensesAssigned(), whole) + " assigned, "
                    + text(totals.licensesTenantTotal(), whole) + " in the tenants, "
                    + text(totals.licensesPurchased(), whole) + " purchased; "
                    + totals.licensesOver().text("over") + ", "
                    + totals.licensesFree().text("free")));
        }
        if (summary.monthly() != null) {
            monthly(summary.monthly(), lines);
        }
        if (all) {
            lines.add("");
            for (Dataset dataset : Dataset.values()) {
                lines.add(INDENT + summary.completeness().text(dataset));
            }
        }
        lines.addAll(TextWidth.wrap("Completeness: " + summary.text(), width));
    }

    private void monthly(MonthlyTotals monthly, List<String> lines) {
        for (CurrencyTotals currency : monthly.currencies()) {
            lines.addAll(wrapped(currency.text()));
        }
        if (monthly.unpriced() > 0) {
            lines.addAll(wrapped(
                    "without a price: " + monthly.unpriced() + (monthly.unpriced() == 1 ? " finding" : " findings")
                            + " of unused or missing seats or licenses"));
        }
    }

    private static String text(ProductTotals product, boolean whole) {
        List<String> others = new ArrayList<>();
        if (product.customersNotComparable() > 0) {
            others.add(product.customersNotComparable() + " not comparable");
        }
        if (product.customersNotApplicable() > 0) {
            others.add(product.customersNotApplicable() + " not applicable");
        }
        return product.label() + ": " + text(product.seatsAssigned(), whole) + " assigned, "
                + text(product.seatsPurchased(), whole) + " purchased; "
                + difference(product.seatsShort(), "short", product.customersShort()) + ", "
                + difference(product.seatsOver(), "over", product.customersOver())
                + (others.isEmpty() ? "" : "; " + String.join(", ", others));
    }

    private static String difference(QuantitySum seats, String what, long customers) {
        return customers == 0
                ? "none " + what
                : (seats.sum() == null ? "?" : seats.sum()) + " " + what + " at " + customers
                        + (customers == 1 ? " customer" : " customers");
    }

    /** Marks a sum with unreported or missing counts as a lower bound. Without any count there is no bound. */
    private static String text(QuantitySum sum, boolean whole) {
        if (sum.sum() == null) {
            return "? (" + sum.note() + ")";
        }
        if (sum.reported() == 0 && (sum.unreported() > 0 || !whole)) {
            return "?";
        }
        return (whole && sum.unreported() == 0 ? "" : ">= ") + sum.sum();
    }

    @Override
    public void close() {
        problems.close();
        callFirst.close();
        customers.close();
        Stream.of(gaps, excused, notes, unmatched).forEach(SpoolFile::close);
    }
}
