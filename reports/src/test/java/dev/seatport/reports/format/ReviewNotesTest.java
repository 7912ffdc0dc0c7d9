package dev.seatport.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.HtmlCase;
import dev.seatport.reports.review.HtmlFleet;
import dev.seatport.reports.review.ReviewWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Notes on counts in all formats. */
class ReviewNotesTest {
    private static final CustomerView ACME = new HtmlCase("c-1", "Acme")
            .seats(10L, 9L)
            .license("s1", "Plan One", 10L, 25L, 5L)
            .license("s2", "Plan Two", 10L, 25L, 5L)
            .entry();

    private static String written(ReviewFormat format) throws IOException {
        StringWriter out = new StringWriter();
        try (ReviewWriter writer = format.writer(HtmlFleet.HEAD, out, ReviewOutputOptions.plain())) {
            HtmlFleet.write(List.of(ACME), writer);
        }
        return out.toString();
    }

    @ParameterizedTest
    @EnumSource(ReviewFormat.class)
    void isShown(ReviewFormat format) throws IOException {
        assertThat(written(format)).contains("purchased: sum of 2 rows of one SKU");
    }

    @Test
    void namesTheSkuInFormatsWithoutASkuColumn() throws IOException {
        assertThat(written(ReviewFormat.TABLE))
                .contains("Notes\n  Acme: Plan Two: purchased: sum of 2 rows of one SKU\n");
        assertThat(written(ReviewFormat.CSV).lines())
                .anySatisfy(row ->
                        assertThat(row).startsWith("c-1,Acme,NOTE,,Plan Two: purchased: sum of 2 rows of one SKU,"));
    }
}
