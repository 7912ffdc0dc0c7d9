package dev.seatport.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.HtmlCase;
import dev.seatport.reports.review.HtmlFleet;
import dev.seatport.reports.review.ReviewWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Half of a surrogate pair in a name, which UTF-8 cannot encode. A vendor adapter of another project may deliver it. */
class HalfCharactersTest {
    private static final String HALF = "Half \uD83D emoji";

    @ParameterizedTest
    @EnumSource(ReviewFormat.class)
    void areReplacedInEveryFormat(ReviewFormat format) throws IOException {
        CustomerView customer = new HtmlCase("c-1", HALF)
                .seats(10L, 9L)
                .license("s1", HALF, 10L, 25L, 5L)
                .license("s2", HALF, 10L, 25L, 5L)
                .entry();
        StringWriter out = new StringWriter();
        try (ReviewWriter writer = format.writer(HtmlFleet.HEAD, out, ReviewOutputOptions.plain())) {
            HtmlFleet.write(List.of(customer), writer);
        }

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(out.toString()))
                .isTrue();
        assertThat(out.toString()).contains("Half \uFFFD emoji");
    }
}
