package dev.seatport.reports.internal.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seatport.domain.review.FindingKind;
import dev.seatport.reports.format.ReviewFormat;
import dev.seatport.reports.format.ReviewOutputOptions;
import dev.seatport.reports.output.OutputException;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.HtmlCase;
import dev.seatport.reports.review.HtmlFleet;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerPagesWriterTest {
    @TempDir
    private Path directory;

    private void write(ReviewOutputHeader head, List<CustomerView> customers) throws IOException {
        try (ReviewWriter pages = ReviewFormat.customerPages(head, folder())) {
            HtmlFleet.write(customers, pages);
        }
    }

    private Path folder() {
        return directory.resolve("pages");
    }

    /** Returns the page of the only customer. */
    private String page(HtmlCase customer) throws IOException {
        write(HtmlFleet.HEAD, List.of(customer.entry()));
        return Files.readString(file(customer.entry()));
    }

    private Path file(CustomerView customer) {
        return folder().resolve(
                        HtmlCustomerModel.forCustomer(HtmlFleet.HEAD, customer).anchor() + ".html");
    }

    private static HtmlCase alder() {
        return HtmlPages.alder();
    }

    @Test
    void aPageHasNoDataOfAnotherCustomer() throws IOException {
        List<CustomerView> fleet = HtmlFleet.customers();
        write(HtmlFleet.HEAD, fleet);
        for (CustomerView reader : fleet) {
            String page = Files.readString(file(reader));
            assertThat(page).contains(reader.label().replace("&", "&amp;"));
            List<String> own = words(reader).toList();
            assertThat(fleet.stream().flatMap(CustomerPagesWriterTest::words))
                    .filteredOn(word -> own.stream().noneMatch(mine -> mine.contains(word)))
                    .hasSizeGreaterThan(fleet.size())
                    .noneMatch(page::contains);
            assertThat(HtmlFleet.onlyAtC3())
                    .filteredOn(tenant -> !reader.label().equals(tenant.organization()))
                    .isNotEmpty()
                    .noneMatch(tenant -> page.contains(tenant.customer()) || page.contains(tenant.tenantId()));
        }
    }

    /** Returns the texts that identify a customer, as a page writes them. */
    private static Stream<String> words(CustomerView customer) {
        return Stream.of(
                        Stream.of(customer.id(), customer.label(), String.valueOf(customer.ownerEmail())),
                        customer.tenants().stream().map(CustomerView.TenantView::tenantId),
                        customer.licenses().stream().map(CustomerView.LicenseView::customerId),
                        customer.unmatched().stream().flatMap(tenant -> tenant.suggestions().stream()),
                        Stream.of(HtmlCustomerModel.forCustomer(HtmlFleet.HEAD, customer)
                                .anchor()))
                .flatMap(words -> words)
                .map(word -> word.replace("&", "&amp;"));
    }

    @Test
    void aPageHasNoTextForThePartner() throws IOException {
        String page = page(alder().seats(10L, 12L)
                .finding(FindingKind.BACKUP_SHORTFALL, "12 assigned, 10 purchased: 2 short")
                .excused(FindingKind.BACKUP_SURPLUS, "as at Cedar", "the reason of Cedar", "Dana Reyes", "2027-01-31")
                .gap("c3", "licenses", "PERMISSION_DENIED", "grant the role, correlation 7")
                .unmatched("namesake-1"));
        assertThat(page)
                .contains("12 assigned, 10 purchased: 2 short", "Not read: licenses.", "short by 2")
                .doesNotContain("Cedar", "Dana Reyes", "Excused", "grant the role", "correlation", "namesake-1")
                .doesNotContain("tenantSeats", "7f3c-alder", "<script", "Exclusions");
    }

    @Test
    void aFindingNamesVendorsForPeopleAndNoCustomersOfTheSameName() throws IOException {
        String page = page(alder().difference(FindingKind.VENDORS_DISAGREE, "Cloud Backup", 30, 42, 12)
                .tenantFinding("t-1", "Alder North", "tenant Alder North (t-1) is unknown to c3; check namesake-1"));
        assertThat(page)
                .contains("Cloud Backup: 30 assigned seats at AvePoint, 42 assigned licenses at C3: difference 12")
                .contains("tenant Alder North (t-1) is unknown to C3<")
                .doesNotContain("namesake-1", "unknown to c3", "at avepoint");
    }

    @Test
    void aPageLoadsNothingAndRunsNothing() throws IOException {
        assertThat(page(alder().seats(1L, 1L)))
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n")
                .contains("default-src 'none'; style-src 'sha256-")
                .doesNotContain("script-src", "<script", " href=")
                .doesNotContainPattern("(?i)(https?:)?//[a-z]");
    }

    @Test
    void aPageOfAReviewWithoutLicensesClaimsNothingAboutThem() throws IOException {
        write(
                new ReviewOutputHeader("2026-11-20T06:00:00Z", "0.1.0", "avepoint", null, Set.of()),
                List.of(alder().seats(1L, 1L).entry()));
        assertThat(file(alder().entry()))
                .content()
                .contains("All data about seats was read", "Licenses were not read.")
                .doesNotContain("All data was read", "to compare");
    }

    @Test
    void aPageNamesTheSelectedKindsOfFinding() throws IOException {
        ReviewOutputHeader only =
                new ReviewOutputHeader("2026-11-20T06:00:00Z", "0.1.0", "avepoint", "c3", Set.of("NO_LICENSES_LEFT"));
        write(only, List.of(alder().entry()));
        assertThat(file(alder().entry())).content().contains("Selected: No licenses left.");
    }

    @Test
    void theNameOfAPageIsThatOfTheRowOnThePageOfAllCustomers() throws IOException {
        CustomerView customer = alder().entry();
        write(HtmlFleet.HEAD, List.of(customer));
        String name = String.valueOf(file(customer).getFileName());
        assertThat(name).matches("customer-[0-9a-f]{24}\\.html").doesNotContain("alder");
        assertThat(file(customer)).exists();
        assertThat(HtmlPages.page(customer)).contains("id=\"" + name.replace(".html", "") + "\"");
        // Links and names of earlier reviews stay valid.
        assertThat(name).isEqualTo("customer-668a74cf499468ce18bdfd4a.html");
    }

    @Test
    void theIndexNamesThePageOfEachCustomer() throws IOException {
        List<CustomerView> fleet = HtmlFleet.customers();
        write(HtmlFleet.HEAD, fleet);
        List<String> lines = Files.readAllLines(folder().resolve("index.csv"));
        assertThat(lines)
                .hasSize(fleet.size() + 1)
                .first()
                .isEqualTo("customer,organization,ownerEmail,file,complete,critical,warning,info,readAt");
        assertThat(lines)
                .anyMatch(line -> line.startsWith(
                        "harbour-lights-hotel,Harbour Lights Hotel,it@harbour-lights-hotel.example,customer-"));
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .hasSize(fleet.size() + 1)
                    .allMatch(name -> name.equals("index.csv") || lines.stream().anyMatch(line -> line.contains(name)));
        }
    }

    @Test
    void onlyTheOwnerCanReadTheFiles() throws IOException {
        write(HtmlFleet.HEAD, List.of(alder().entry()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void aReviewThatEndsEarlyLeavesCompletePagesAndTheFormerIndex() throws IOException {
        write(HtmlFleet.HEAD, List.of(alder().entry()));
        String before = Files.readString(folder().resolve("index.csv"));
        CustomerView other = new HtmlCase("birch", "Birch").entry();
        try (ReviewWriter pages = ReviewFormat.customerPages(HtmlFleet.HEAD, folder())) {
            pages.customer(other);
        }
        assertThat(file(other)).content().endsWith("</html>\n");
        assertThat(folder().resolve("index.csv")).hasContent(before);
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Files.writeString(folder(), "precious");
        assertThatThrownBy(() -> ReviewFormat.customerPages(HtmlFleet.HEAD, folder()))
                .isInstanceOf(OutputException.class)
                .hasMessageEndingWith("pages is a file; name a folder");
        assertThat(folder()).hasContent("precious");
        assertThatThrownBy(() -> ReviewFormat.customerPages(HtmlFleet.HEAD, directory.resolve("a/b")))
                .hasMessageEndingWith("cannot be created: its parent folder does not exist");
        assertThatThrownBy(() -> ReviewFormat.customerPages(HtmlFleet.HEAD, Path.of("")))
                .hasMessageContaining("empty; name a folder");
    }

    @Test
    void aLinkInTheFolderIsNotFollowed() throws IOException {
        Path precious = Files.writeString(directory.resolve("precious"), "precious");
        Files.createDirectory(folder());
        CustomerView customer = alder().entry();
        Files.createSymbolicLink(file(customer), precious);
        try (ReviewWriter pages = ReviewFormat.customerPages(HtmlFleet.HEAD, folder())) {
            assertThatThrownBy(() -> pages.customer(customer))
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("is a link");
        }
        assertThat(precious).hasContent("precious");
    }

    @Test
    void aPageIsWrittenNextToTheResultOfAnyFormat() throws IOException {
        StringWriter json = new StringWriter();
        try (ReviewWriter result = ReviewFormat.JSON.writer(HtmlFleet.HEAD, json, ReviewOutputOptions.plain());
                ReviewWriter both = result.andThen(ReviewFormat.customerPages(HtmlFleet.HEAD, folder()))) {
            HtmlFleet.write(List.of(alder().entry()), both);
        }
        assertThat(json.toString()).contains("\"alder\"").matches(Pattern.compile("(?s).*}\\s*"));
        assertThat(file(alder().entry())).exists();
    }
}
