package dev.seatport.reports.review;

import dev.seatport.reports.review.Certificate.Sum;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The last lines of the review at a terminal: what it sums up to, and how complete it is. */
final class Totals {
    private final Writer out;

    Totals(Writer out) {
        this.out = out;
    }

    void write(Certificate certificate) throws IOException {
        Certificate.Totals totals = certificate.totals();
        boolean whole = certificate.whole();
        out.write("\nTotals" + (whole ? "" : " (at least: the review is incomplete)") + "\n");
        out.write("  seats: " + text(totals.seatsAssigned(), whole) + " assigned, "
                + text(totals.seatsPurchased(), whole) + " purchased\n");
        out.write("  licenses: " + text(totals.licensesAssigned(), whole) + " assigned, "
                + text(totals.licensesTenantTotal(), whole) + " in the tenants, "
                + text(totals.licensesPurchased(), whole) + " purchased, " + known(totals.licensesAvailable())
                + " available\n");
        out.write("  findings: " + findings(totals) + "\n");
        out.write("\nCompleteness: " + certificate.text() + "\n");
        for (String source : certificate.sources()) {
            out.write("  " + source + "\n");
        }
    }

    /** A sum that lacks something is the least that it can be. */
    private static String text(Sum sum, boolean whole) {
        return (sum.sum() == null || (whole && sum.unreported() == 0) ? "" : ">= ") + known(sum);
    }

    /** A count of what is available may be negative: what is known of it is no bound. */
    private static String known(Sum sum) {
        return (sum.sum() == null ? "? (" + sum.note() + ")" : sum.sum().toString())
                + (sum.unreported() == 0 ? "" : " (" + sum.unreported() + " not reported)");
    }

    private static String findings(Certificate.Totals totals) {
        Map<String, Long> kinds = totals.findings();
        String excused = totals.excused() == 0 ? "" : "; " + totals.excused() + " excused";
        return kinds.isEmpty()
                ? "none" + excused
                : kinds.entrySet().stream()
                                .map(kind -> kind.getValue() + " "
                                        + kind.getKey().toLowerCase(Locale.ROOT).replace('_', ' '))
                                .collect(Collectors.joining(", "))
                        + excused;
    }
}
