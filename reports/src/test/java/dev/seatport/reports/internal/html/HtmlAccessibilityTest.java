package dev.seatport.reports.internal.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.reports.format.ReviewFormat;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.HtmlFleet;
import dev.seatport.reports.review.ReviewWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks of the axe-core library find no violation, with all details open. */
@Tag("slow")
class HtmlAccessibilityTest extends HtmlInBrowser {
    private static final String VIOLATIONS = """
            const done = arguments[0];
            axe.run(document, { resultTypes: ['violations'] }).then((result) => done(result.violations.map((each) =>
              each.id + ': ' + each.nodes.map((node) => node.html.slice(0, 200)).join(' | '))));
            """;

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void ofAllCustomers(int width, String scheme) throws IOException {
        // Healthy and troubled ones.
        write("few.html", HtmlFleet.customers().subList(13, 24));
        open("few.html");
        assertNoViolations(width, scheme);
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "390, dark"})
    void ofAComparison(int width, String scheme) throws IOException {
        Path file = directory.resolve("compared.html");
        try (Writer out = Files.newBufferedWriter(file);
                HtmlReviewWriter writer = new HtmlReviewWriter(HtmlFleet.HEAD, out)) {
            HtmlFleet.writeCompared(HtmlFleet.customers().subList(20, 24), writer);
        }
        open("compared.html");
        assertNoViolations(width, scheme);
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void ofOneCustomer(int width, String scheme) throws IOException {
        Path folder = directory.resolve("pages");
        List<CustomerView> customers = HtmlFleet.customers();
        try (ReviewWriter pages = ReviewFormat.customerPages(HtmlFleet.HEAD, folder)) {
            HtmlFleet.write(customers.subList(customers.size() - 1, customers.size()), pages);
        }
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(each -> each.toString().endsWith(".html"))
                    .findFirst()
                    .orElseThrow();
            page.get(file.toUri().toString());
        }
        assertNoViolations(width, scheme);
    }

    private void assertNoViolations(int width, String scheme) throws IOException {
        browser.size(width, 900);
        browser.media(scheme, "screen");
        page.executeScript("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
        page.executeScript(axe());
        assertThat((List<?>) page.executeAsyncScript(VIOLATIONS)).isEmpty();
    }

    private static String axe() throws IOException {
        try (InputStream script = HtmlAccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
