package dev.seatport.reports.review;

import dev.seatport.domain.review.Severity;
import dev.seatport.reports.review.CustomerEntry.UnmatchedEntry;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;

/**
 * One HTML file to mail or to keep, that loads nothing. The certificate stands first, then what it sums up to, then the
 * customers with the worst first and those that nobody can judge before those that are fine; in memory are only counts.
 */
final class HtmlReviewWriter implements ReviewWriter {
    private final ReviewHead head;
    private final Writer out;
    private final Spool critical = Spool.open();
    private final Spool warning = Spool.open();
    private final Spool info = Spool.open();
    private final Spool unread = Spool.open();
    private final Spool quiet = Spool.open();
    private final HtmlUnmatched ofSeats;
    private final HtmlUnmatched ofLicenses;
    private final HtmlVerdicts verdicts = new HtmlVerdicts();
    private long customers;

    HtmlReviewWriter(ReviewHead head, Writer out) {
        this.head = head;
        this.out = out;
        this.ofSeats = new HtmlUnmatched(head.seatsFrom(), head.licensesFrom());
        this.ofLicenses = new HtmlUnmatched(head.licensesFrom(), head.seatsFrom());
    }

    @Override
    public void customer(CustomerEntry customer) throws IOException {
        customers++;
        HtmlFigures figures = HtmlFigures.of(customer);
        HtmlOut rows = new HtmlOut(spool(customer, figures.worst()).writer());
        new HtmlCustomer(rows, customers, customer, figures).write(head.licensesFrom());
        verdicts.add(customer);
        for (UnmatchedEntry tenant : customer.unmatched()) {
            ofSeats.add(tenant);
        }
    }

    private Spool spool(CustomerEntry customer, Optional<Severity> worst) {
        return worst.map(severity -> switch (severity) {
                    case CRITICAL -> critical;
                    case WARNING -> warning;
                    case INFO -> info;
                })
                .orElse(customer.complete() ? quiet : unread);
    }

    @Override
    public void unmatched(String vendor, UnmatchedEntry tenant) throws IOException {
        (vendor.equals(head.seatsFrom()) ? ofSeats : ofLicenses).add(tenant);
    }

    @Override
    public void end(Certificate certificate) throws IOException {
        HtmlSummary summary = new HtmlSummary(certificate, verdicts);
        HtmlPage.write(
                out,
                Map.of(
                        "title", page -> HtmlHead.title(page, head, certificate),
                        "masthead", page -> HtmlHead.masthead(page, head, certificate),
                        "certificate", page -> new HtmlCertificate(certificate).write(page),
                        "summary", summary::write,
                        "kinds", summary::kinds,
                        "kindOptions", summary::options,
                        "customers", page -> rows(),
                        "none", page -> page.html(customers == 0 ? "<p class=\"empty\">No customers.</p>" : ""),
                        "unmatched", page -> HtmlUnmatched.section(page, ofSeats, ofLicenses),
                        "after",
                                page -> {
                                    HtmlExclusions.write(page, certificate.exclusions());
                                    HtmlHead.footer(page, head);
                                }));
    }

    private void rows() throws IOException {
        critical.copyTo(out);
        warning.copyTo(out);
        info.copyTo(out);
        unread.copyTo(out);
        quiet.copyTo(out);
    }

    @Override
    public void close() {
        critical.close();
        warning.close();
        info.close();
        unread.close();
        quiet.close();
        ofSeats.close();
        ofLicenses.close();
    }
}
