package dev.seatport.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.reports.output.Palette;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.HtmlCase;
import dev.seatport.reports.review.HtmlFleet;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Table format of a whole review. */
class TableReviewWriterTest {
    private static String written(Palette palette, List<CustomerView> customers) throws IOException {
        StringWriter out = new StringWriter();
        try (TableReviewWriter writer = new TableReviewWriter(
                HtmlFleet.HEAD,
                out,
                ReviewOutputOptions.builder().palette(palette).build())) {
            HtmlFleet.write(customers, writer);
        }
        return out.toString();
    }

    @Test
    void coloursDoNotChangeTheText() throws IOException {
        String plain = written(Palette.PLAIN, HtmlFleet.customers());
        String coloured = written(Palette.COLOURED, HtmlFleet.customers());

        assertThat(plain)
                .contains("MISSING", "CRITICAL", "WARNING", "INFO", "excused")
                .doesNotContain("\u001b");
        assertThat(coloured).contains("\u001b[");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void gapsAreNotShortened() throws IOException {
        String reason = "the app registration may not do this; " + "grant it and consent to it; ".repeat(10)
                + "(correlation da879f7a-732a-4045-84bb-b1777a1ffc3c)";
        CustomerView lacking = new HtmlCase("c-1", "Acme")
                .gap("c3", "licenses", "PERMISSION_DENIED", reason)
                .entry();

        assertThat(written(Palette.PLAIN, List.of(lacking)).lines())
                .anySatisfy(
                        line -> assertThat(line).startsWith("  MISSING   Acme").endsWith(reason));
    }

    @Test
    void longNamesAndFindingsAreShortened() throws IOException {
        CustomerView wordy = new HtmlCase("c-1", "A".repeat(1_000))
                .gap("c3", "licenses", "PERMISSION_DENIED", "not granted")
                .entry();

        assertThat(written(Palette.PLAIN, List.of(wordy)).lines().filter(line -> line.contains("MISSING   AAA")))
                .singleElement()
                .satisfies(line -> assertThat(line).hasSizeLessThan(300).endsWith("not granted"));
    }
}
