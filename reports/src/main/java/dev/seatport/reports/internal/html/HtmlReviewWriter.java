package dev.seatport.reports.internal.html;

import dev.seatport.reports.internal.TemporaryTextFile;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.UnmatchedView;
import dev.seatport.reports.review.ReviewHeader;
import dev.seatport.reports.review.ReviewSummary;
import dev.seatport.reports.review.ReviewWriter;
import gg.jte.Content;
import gg.jte.html.HtmlInterceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

/**
 * One HTML file to mail or to keep, that loads nothing. The completeness stands first, then what it sums up to, then the
 * customers with the worst first and those of whom something is missing before those that are fine; in memory are only counts.
 */
public final class HtmlReviewWriter implements ReviewWriter {
    /** Generated code takes {@code null} for no interceptor. */
    @SuppressWarnings("NullAway")
    private static final HtmlInterceptor NO_INTERCEPTOR = null;

    private final ReviewHeader header;
    private final Writer out;
    private final Rows critical = new Rows();
    private final Rows warning = new Rows();
    private final Rows info = new Rows();
    private final Rows unread = new Rows();
    private final Rows quiet = new Rows();
    private final Rows onlySeats = new Rows();
    private final Rows onlyLicenses = new Rows();
    private final HtmlCoverageTotals verdicts = new HtmlCoverageTotals();
    private long customers;

    public HtmlReviewWriter(ReviewHeader header, Writer out) {
        this.header = header;
        this.out = out;
    }

    /** Rows whose place on the page comes later. */
    private static final class Rows {
        private final TemporaryTextFile temporaryTextFile = TemporaryTextFile.open();
        private final SanitizedHtmlOutput output = new SanitizedHtmlOutput(temporaryTextFile.writer());
        private long count;

        /** A row on a line of its own. */
        SanitizedHtmlOutput next() throws IOException {
            count++;
            temporaryTextFile.write("\n");
            return output;
        }

        Content content() {
            return page -> ((SanitizedHtmlOutput) page).copy(temporaryTextFile);
        }
    }

    @Override
    public void customer(CustomerView customer) throws IOException {
        customers++;
        HtmlCustomer row = HtmlCustomer.of(customers, customer);
        verdicts.add(customer);
        SanitizedHtmlOutput rows = rows(row).next();
        written(() -> JtecustomerGenerated.render(rows, NO_INTERCEPTOR, row, HtmlText.words(header.licensesFrom())));
        for (UnmatchedView tenant : customer.unmatched()) {
            unmatched(header.seatsFrom(), tenant);
        }
    }

    private Rows rows(HtmlCustomer customer) {
        return customer.worst()
                .map(severity -> switch (severity) {
                    case CRITICAL -> critical;
                    case WARNING -> warning;
                    case INFO -> info;
                })
                .orElse(customer.customer().complete() ? quiet : unread);
    }

    @Override
    public void unmatched(String vendor, UnmatchedView tenant) throws IOException {
        boolean ofSeats = vendor.equals(header.seatsFrom());
        String lacks = HtmlText.words(ofSeats ? header.licensesFrom() : header.seatsFrom());
        SanitizedHtmlOutput rows = (ofSeats ? onlySeats : onlyLicenses).next();
        written(() -> JteunmatchedRowGenerated.render(rows, NO_INTERCEPTOR, tenant, lacks));
    }

    @Override
    public void end(ReviewSummary summary) throws IOException {
        String seats = HtmlText.words(header.seatsFrom());
        String licenses = HtmlText.words(header.licensesFrom());
        HtmlPage page = new HtmlPage(
                header,
                summary,
                verdicts,
                output -> Stream.of(critical, warning, info, unread, quiet)
                        .forEach(rows -> rows.content().writeTo(output)),
                Stream.of(
                                new HtmlPage.Unmatched(seats, licenses, onlySeats.count, onlySeats.content()),
                                new HtmlPage.Unmatched(licenses, seats, onlyLicenses.count, onlyLicenses.content()))
                        .filter(side -> side.count() > 0)
                        .toList());
        written(() -> JtepageGenerated.render(new SanitizedHtmlOutput(out), NO_INTERCEPTOR, page));
        out.write("\n");
        out.flush();
    }

    /** A template reports a failed write without a checked exception. */
    private static void written(Runnable template) throws IOException {
        try {
            template.run();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {
        List.of(critical, warning, info, unread, quiet, onlySeats, onlyLicenses)
                .forEach(rows -> rows.temporaryTextFile.close());
    }
}
