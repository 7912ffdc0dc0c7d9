package dev.seatport.demo.report;

import dev.seatport.domain.customer.Customer;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.review.Coverage;
import dev.seatport.domain.review.Finding;
import dev.seatport.domain.review.Severity;
import dev.seatport.domain.seat.Quantity;
import dev.seatport.ports.review.CustomerReview;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The report for people: a line per customer, and under it what is worth noticing, the worst first. */
public final class ReviewTableWriter implements RowWriter<CustomerReview> {
    private static final Shape<CustomerReview> OVERVIEW = new Shape<>(List.of(
            new Column<>("customer", "customer", ReviewTableWriter::name),
            new Column<>("tenants", "tenants", ReviewTableWriter::tenants),
            new Column<>("assigned", "assigned", review -> coverage(review, Coverage::assigned)),
            new Column<>("purchased", "backup", review -> coverage(review, Coverage::purchased)),
            new Column<>("coverage", "coverage", ReviewTableWriter::verdict),
            new Column<>("licenses", "licenses used/bought", ReviewTableWriter::licenses),
            new Column<>("findings", "findings", ReviewTableWriter::findings)));

    private final Writer out;
    private final Palette palette;
    private final TableWriter<CustomerReview> table;
    private final List<Notice> notices = new ArrayList<>();

    private record Notice(@Nullable Severity severity, String customer, String text) {}

    public ReviewTableWriter(Writer out, Palette palette) {
        this.out = out;
        this.palette = palette;
        this.table = new TableWriter<>(OVERVIEW, out);
    }

    @Override
    public void row(CustomerReview review) {
        table.row(review);
        for (Gap gap : review.position().gaps()) {
            notices.add(new Notice(null, name(review), gap.explanation()));
        }
        for (Finding finding : review.review().findings()) {
            notices.add(new Notice(finding.severity(), name(review), finding.text()));
        }
    }

    @Override
    public void end() throws IOException {
        table.end();
        if (notices.isEmpty()) {
            out.write("\nNothing is worth noticing.\n");
            return;
        }
        out.write("\nWorth noticing\n");
        notices.sort(Comparator.comparing(Notice::severity, Comparator.nullsFirst(Comparator.reverseOrder())));
        for (Notice notice : notices) {
            String label =
                    notice.severity() == null ? "MISSING" : notice.severity().name();
            out.write("  " + palette.paint(notice.severity(), "%-8s".formatted(label)) + "  "
                    + Texts.shown(notice.customer()) + ": " + Texts.shown(notice.text()) + "\n");
        }
    }

    private static String name(CustomerReview review) {
        Customer customer = review.position().customer().value();
        return customer.organization().orElse(customer.id().value());
    }

    private static Object tenants(CustomerReview review) {
        return (long) review.position().tenantSeats().size();
    }

    private static @Nullable Object coverage(CustomerReview review, Function<Coverage, Quantity> count) {
        return review.review().coverage().stream()
                .findFirst()
                .map(count)
                .map(SeatShapes::number)
                .orElse(null);
    }

    private static @Nullable Object verdict(CustomerReview review) {
        return review.review().coverage().stream()
                .findFirst()
                .map(coverage -> coverage instanceof Coverage.NotComparable ? "not comparable" : coverage.text())
                .orElse(null);
    }

    private static @Nullable Object licenses(CustomerReview review) {
        List<Observed<LicenseConsumption>> licenses = review.position().licenses();
        return licenses.isEmpty()
                ? null
                : sum(licenses, LicenseConsumption::assigned) + "/" + sum(licenses, LicenseConsumption::purchased);
    }

    private static String sum(
            List<Observed<LicenseConsumption>> licenses, Function<LicenseConsumption, Quantity> count) {
        Quantity sum =
                licenses.stream().map(license -> count.apply(license.value())).reduce(Quantity.of(0), Quantity::plus);
        return sum.isReported() ? sum.toString() : "?";
    }

    private static @Nullable Object findings(CustomerReview review) {
        int count = review.review().findings().size();
        return count == 0 ? null : (long) count;
    }
}
