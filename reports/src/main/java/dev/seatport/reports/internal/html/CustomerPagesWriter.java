package dev.seatport.reports.internal.html;

import static dev.seatport.reports.internal.html.HtmlReviewWriter.NO_INTERCEPTOR;

import dev.seatport.domain.review.Severity;
import dev.seatport.reports.output.Column;
import dev.seatport.reports.output.CsvRowWriter;
import dev.seatport.reports.output.Output;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewSummary;
import dev.seatport.reports.review.ReviewWriter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A folder with one HTML page per customer, for that customer, and an index in CSV for the partner. A page has no data of another
 * customer, and no text of the policy. Each file is written completely or not at all. Confined to one thread.
 */
public final class CustomerPagesWriter implements ReviewWriter {
    public static final String INDEX = "index.csv";

    private final ReviewOutputHeader header;
    private final Path folder;
    private final Output index;
    private final CsvRowWriter<HtmlCustomerModel> rows;

    /**
     * Opens the index in a folder, which is created if it does not exist.
     *
     * @throws OutputException if the folder cannot be created, or a file in it cannot be written
     */
    public CustomerPagesWriter(ReviewOutputHeader header, Path folder) throws OutputException {
        this.header = header;
        this.folder = folder;
        create(folder);
        this.index = open(INDEX);
        this.rows = new CsvRowWriter<>(
                List.of(
                        Column.hidden("customer", row -> row.customer().id()),
                        Column.hidden("organization", row -> row.customer().organization()),
                        Column.hidden("ownerEmail", row -> row.customer().ownerEmail()),
                        Column.hidden("file", CustomerPagesWriter::file),
                        Column.hidden("complete", row -> row.customer().complete()),
                        Column.hidden("critical", row -> row.count(Severity.CRITICAL)),
                        Column.hidden("warning", row -> row.count(Severity.WARNING)),
                        Column.hidden("info", row -> row.count(Severity.INFO)),
                        Column.hidden("readAt", row -> row.customer().readAt())),
                index.writer(),
                false);
    }

    private static void create(Path folder) throws OutputException {
        if (folder.toString().isEmpty()) {
            throw new OutputException("the name of the folder for the pages is empty; name a folder");
        }
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.createDirectory(folder, ownerOnly(folder));
        } catch (FileAlreadyExistsException e) {
            throw new OutputException(folder + " is a file; name a folder");
        } catch (NoSuchFileException e) {
            throw new OutputException(folder + " cannot be created: its parent folder does not exist");
        } catch (IOException | SecurityException e) {
            throw new OutputException("the folder " + folder + " cannot be created; check its permissions");
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Opens a file of the folder. Never writes through a link, which another user of the folder may have created. */
    private Output open(String name) throws OutputException {
        Path file = folder.resolve(name);
        if (Files.isSymbolicLink(file)) {
            throw new OutputException(file + " is a link, and pages are not written through links; remove it");
        }
        return Output.to(file);
    }

    private static String file(HtmlCustomerModel row) {
        return row.anchor() + ".html";
    }

    @Override
    public void customer(CustomerView customer) throws IOException {
        HtmlCustomerModel row = HtmlCustomerModel.forCustomer(header, customer);
        try (Output page = open(file(row))) {
            write(page, row);
            page.complete();
        }
        try {
            rows.row(row);
        } catch (IOException e) {
            throw index.unwritable();
        }
    }

    private static void write(Output page, HtmlCustomerModel row) throws OutputException {
        try {
            HtmlReviewWriter.render(
                    () -> JtecustomerPageGenerated.render(new SanitizedHtmlOutput(page.writer()), NO_INTERCEPTOR, row));
            page.writer().write("\n");
        } catch (IOException e) {
            throw page.unwritable();
        }
    }

    /** Writes nothing: a tenant without a customer of the seat vendor has no page. */
    @Override
    public void unmatched(String vendor, UnmatchedTenantView tenant) {}

    @Override
    public void end(ReviewSummary summary) throws IOException {
        try {
            rows.end();
        } catch (IOException e) {
            throw index.unwritable();
        }
        index.complete();
    }

    @Override
    public void close() {
        index.close();
    }
}
