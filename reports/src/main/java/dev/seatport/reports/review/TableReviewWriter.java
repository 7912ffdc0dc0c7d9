package dev.seatport.reports.review;

import dev.seatport.reports.output.Column;
import dev.seatport.reports.output.Palette;
import dev.seatport.reports.output.Shape;
import dev.seatport.reports.output.TableWriter;
import dev.seatport.reports.output.Texts;
import dev.seatport.reports.review.Certificate.ExclusionEntry;
import dev.seatport.reports.review.Certificate.MissingEntry;
import dev.seatport.reports.review.Certificate.Sum;
import dev.seatport.reports.review.CustomerEntry.CoverageEntry;
import dev.seatport.reports.review.CustomerEntry.FindingEntry;
import dev.seatport.reports.review.CustomerEntry.GapEntry;
import dev.seatport.reports.review.CustomerEntry.UnmatchedEntry;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The review for people at a terminal: a line per customer, what is worth noticing, the worst first, and how complete it is. */
final class TableReviewWriter implements ReviewWriter {
    private static final Shape<CustomerEntry> OVERVIEW = new Shape<>(List.of(
            new Column<>("customer", "customer", CustomerEntry::label),
            new Column<>(
                    "tenants", "tenants", customer -> (long) customer.tenants().size()),
            new Column<>("assigned", "assigned", customer -> coverage(customer, CoverageEntry::assigned)),
            new Column<>("purchased", "backup", customer -> coverage(customer, CoverageEntry::purchased)),
            new Column<>("coverage", "coverage", customer -> coverage(customer, TableReviewWriter::verdict)),
            new Column<>("licenses", "licenses used/total/ours", TableReviewWriter::licenses),
            new Column<>("findings", "findings", TableReviewWriter::findings)));

    private final ReviewHead head;
    private final Writer out;
    private final Notices notices;
    private final Totals totals;
    private final TableWriter<CustomerEntry> table;
    private final Spool notes = Spool.open();
    private boolean noted;
    private final Spool unmatched = Spool.open();
    private long unmatchedCount;

    TableReviewWriter(ReviewHead head, Writer out, Palette palette) {
        this.head = head;
        this.out = out;
        this.notices = new Notices(palette);
        this.totals = new Totals(out);
        this.table = new TableWriter<>(OVERVIEW, out);
    }

    @Override
    public void customer(CustomerEntry customer) throws IOException {
        table.row(customer);
        for (GapEntry gap : customer.gaps()) {
            notices.missing(Texts.shown(customer.label()) + ": " + gap.text());
        }
        for (FindingEntry finding : customer.findings()) {
            notices.found(customer.label(), finding);
        }
        for (CustomerNote note : CustomerNote.of(customer)) {
            noted = true;
            notes.write("  " + Texts.shown(customer.label() + ": " + note.text()) + "\n");
        }
    }

    @Override
    public void unmatched(String vendor, UnmatchedEntry tenant) throws IOException {
        unmatchedCount++;
        String name = tenant.organization() == null ? tenant.customer() : tenant.organization();
        String suggestion = tenant.suggestions().isEmpty()
                ? ""
                : "; of the same name at " + head.seatsFrom() + ": " + String.join(", ", tenant.suggestions());
        unmatched.write("  " + Texts.shown(name) + ": tenant " + Texts.shown(tenant.tenantId() + suggestion)
                + (tenant.deleted() ? " (deleted)" : "")
                + (tenant.conclusive() ? "" : " (perhaps of a customer that could not be read)") + "\n");
    }

    @Override
    public void end(Certificate certificate) throws IOException {
        for (MissingEntry gap : certificate.atLarge()) {
            notices.missing(gap.text());
        }
        table.end();
        notices.copyTo(out);
        if (noted) {
            out.write("\nNotes\n");
            notes.copyTo(out);
        }
        if (unmatchedCount > 0) {
            out.write("\nTenants that only " + head.licensesFrom() + " has\n");
            unmatched.copyTo(out);
        }
        if (!certificate.exclusions().isEmpty()) {
            out.write("\nExclusions\n");
            for (ExclusionEntry exclusion : certificate.exclusions()) {
                out.write("  " + Texts.shown(text(exclusion)) + "\n");
            }
        }
        totals.write(certificate);
    }

    private static String text(ExclusionEntry exclusion) {
        String whose = exclusion.customer() == null ? "everybody" : exclusion.customer();
        String what = exclusion.skuId() == null ? "" : ", SKU " + exclusion.skuId();
        String owner = exclusion.owner() == null ? "" : " (" + exclusion.owner() + ")";
        String until = exclusion.until() == null ? "" : ", until " + exclusion.until();
        String where = exclusion.scope().toLowerCase(Locale.ROOT).replace('_', ' ');
        String state = exclusion.inForce()
                ? where + ", takes out " + exclusion.findings()
                : "EXPIRED: takes out nothing any more";
        return whose + what + ": " + exclusion.reason() + owner + until + "; " + state;
    }

    /** One product's column; of several products, one after the other. */
    private static @Nullable Object coverage(CustomerEntry customer, Function<CoverageEntry, @Nullable Object> value) {
        List<CoverageEntry> coverage = customer.coverage();
        return coverage.size() == 1
                ? value.apply(coverage.get(0))
                : coverage.stream()
                        .map(one -> Objects.toString(value.apply(one), "-"))
                        .collect(Collectors.joining("; "));
    }

    private static Object verdict(CoverageEntry coverage) {
        return switch (coverage.verdict()) {
            case "SHORT" -> "short by " + coverage.by();
            case "OVER" -> "over by " + coverage.by();
            case "COVERED" -> "covered";
            default -> "not comparable";
        };
    }

    /** Assigned in the customer's tenants, all licenses there, and those of this partner. */
    private static @Nullable Object licenses(CustomerEntry customer) {
        if (customer.licenses().isEmpty()) {
            return null;
        }
        LicenseSums sums = LicenseSums.of(customer);
        return exact(sums.assigned()) + "/" + exact(sums.tenantTotal()) + "/" + exact(sums.purchased());
    }

    private static String exact(Sum sum) {
        return sum.sum() == null || sum.unreported() > 0 ? "?" : sum.sum().toString();
    }

    private static @Nullable Object findings(CustomerEntry customer) {
        int count = customer.findings().size();
        return count == 0 ? null : (long) count;
    }

    @Override
    public void close() {
        notices.close();
        unmatched.close();
        notes.close();
    }
}
