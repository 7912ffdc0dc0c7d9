package dev.seatport.reports.internal.html;

import dev.seatport.reports.internal.SpoolFile;
import dev.seatport.reports.review.BaselineFindingView;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import dev.seatport.reports.review.FindingChange;
import dev.seatport.reports.review.ReviewOutputHeader;
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
 * One self-contained HTML file: completeness, totals, then customers by falling severity. Incomplete customers without findings
 * come before complete ones. Keeps only counts and ids of tenants in memory. Confined to one thread.
 */
public final class HtmlReviewWriter implements ReviewWriter {
    /** Generated code accepts {@code null} for no interceptor. */
    @SuppressWarnings("NullAway")
    static final HtmlInterceptor NO_INTERCEPTOR = null;

    private final ReviewOutputHeader header;
    private final Writer out;
    private final DeferredRows critical = new DeferredRows();
    private final DeferredRows warning = new DeferredRows();
    private final DeferredRows info = new DeferredRows();
    private final DeferredRows incomplete = new DeferredRows();
    private final DeferredRows withoutFindings = new DeferredRows();
    private final DeferredRows onlySeats = new DeferredRows();
    private final DeferredRows onlyLicenses = new DeferredRows();
    private final DeferredRows resolved = new DeferredRows();
    private final DeferredRows notJudged = new DeferredRows();
    private final LicenseSkuTable skus = new LicenseSkuTable();
    private long customers;

    public HtmlReviewWriter(ReviewOutputHeader header, Writer out) {
        this.header = header;
        this.out = out;
    }

    /** Rows that are written to a temporary file until their position on the page is reached. */
    private static final class DeferredRows {
        private final SpoolFile file = SpoolFile.open();
        private final SanitizedHtmlOutput output = new SanitizedHtmlOutput(file.writer());
        private long count;

        /** Begins a row on a new line. */
        SanitizedHtmlOutput next() throws IOException {
            count++;
            file.write("\n");
            return output;
        }

        Content content() {
            return page -> ((SanitizedHtmlOutput) page).copy(file);
        }
    }

    @Override
    public void customer(CustomerView customer) throws IOException {
        customers++;
        HtmlCustomerModel row = HtmlCustomerModel.of(customers, header, customer);
        String licenses = skus.add(customer);
        SanitizedHtmlOutput rows = rows(row).next();
        render(() -> JtecustomerGenerated.render(rows, NO_INTERCEPTOR, row, header.licensesName(), licenses));
        for (UnmatchedTenantView tenant : customer.unmatched()) {
            unmatched(header.seatsFrom(), tenant);
        }
    }

    private DeferredRows rows(HtmlCustomerModel customer) {
        return customer.worst()
                .map(severity -> switch (severity) {
                    case CRITICAL -> critical;
                    case WARNING -> warning;
                    case INFO -> info;
                })
                .orElse(customer.customer().complete() ? withoutFindings : incomplete);
    }

    @Override
    public void unmatched(String vendor, UnmatchedTenantView tenant) throws IOException {
        boolean ofSeats = vendor.equals(header.seatsFrom());
        String lacks = ofSeats ? header.licensesName() : header.vendorName(header.seatsFrom());
        SanitizedHtmlOutput rows = (ofSeats ? onlySeats : onlyLicenses).next();
        render(() -> JteunmatchedRowGenerated.render(rows, NO_INTERCEPTOR, tenant, lacks));
    }

    /** Leaves out an excused finding, because the numbers of the comparison leave it out, too. */
    @Override
    public void baselineFinding(BaselineFindingView finding) throws IOException {
        if (finding.finding().excused() != null) {
            return;
        }
        boolean isResolved =
                FindingChange.RESOLVED.name().equals(finding.finding().change());
        SanitizedHtmlOutput rows = (isResolved ? resolved : notJudged).next();
        render(() -> JtebaselineFindingRowGenerated.render(rows, NO_INTERCEPTOR, finding));
    }

    @Override
    public void end(ReviewSummary summary) throws IOException {
        String seats = header.vendorName(header.seatsFrom());
        String licenses = header.licensesName();
        HtmlPageModel page = new HtmlPageModel(
                header,
                summary,
                skus,
                output -> Stream.of(critical, warning, info, incomplete, withoutFindings)
                        .forEach(rows -> rows.content().writeTo(output)),
                Stream.of(
                                new HtmlPageModel.UnmatchedTenants(
                                        seats, licenses, onlySeats.count, onlySeats.content()),
                                new HtmlPageModel.UnmatchedTenants(
                                        licenses, seats, onlyLicenses.count, onlyLicenses.content()))
                        .filter(side -> side.count() > 0)
                        .toList(),
                Stream.of(
                                new HtmlPageModel.BaselineFindings(
                                        "Resolved", resolved.count, false, resolved.content()),
                                new HtmlPageModel.BaselineFindings(
                                        "Not judged", notJudged.count, true, notJudged.content()))
                        .filter(side -> side.count() > 0)
                        .toList());
        render(() -> JtepageGenerated.render(new SanitizedHtmlOutput(out), NO_INTERCEPTOR, page));
        out.write("\n");
        out.flush();
    }

    /** Unwraps the unchecked exception with which a template reports a failed write. */
    static void render(Runnable template) throws IOException {
        try {
            template.run();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {
        List.of(critical, warning, info, incomplete, withoutFindings, onlySeats, onlyLicenses, resolved, notJudged)
                .forEach(rows -> rows.file.close());
    }
}
