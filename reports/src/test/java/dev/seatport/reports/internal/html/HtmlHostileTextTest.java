package dev.seatport.reports.internal.html;

import static dev.seatport.reports.internal.html.HtmlPages.page;
import static dev.seatport.reports.internal.html.HtmlPages.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.review.FindingKind;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.HtmlCase;
import dev.seatport.reports.review.ReviewOutputHeader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HtmlHostileTextTest {
    @Nested
    class HostileText {
        private static final String SCRIPT = "<script>alert(1)</script>";
        private static final String QUOTES = "\"'><img src=x onerror=alert(2)>";
        private static final String TURNED = "abc\u202Egnp.exe\u0000\u001B[31m\u2028";

        @Test
        void isShownAsText() {
            for (String hostile :
                    List.of(SCRIPT, QUOTES, "</noscript></title></style>" + SCRIPT, "-->]]>" + SCRIPT, "{{style}}")) {
                String page = hostile(hostile);
                assertThat(page.split("<script", -1)).as(hostile).hasSize(2);
                assertThat(page).doesNotContain("<img", "</noscript", "{{style}}".equals(hostile) ? "{{}}" : hostile);
                assertThat(page.split("<style", -1)).hasSize(2);
            }
        }

        @Test
        void losesControlCharactersOnly() {
            assertThat(hostile(TURNED))
                    .doesNotContain("\u202E", "\u0000", "\u001B", "\u2028")
                    .contains("abc?gnp.exe??[31m?");
        }

        @Test
        void mayBeLong() {
            String name = "x".repeat(10_000);
            assertThat(rows(page(new HtmlCase("1", name).entry())))
                    .contains(">" + name + "<")
                    .contains("x\u2026<");
        }

        /** Returns a page with this text in place of all vendor and policy text. */
        private static String hostile(String text) {
            CustomerView customer = new HtmlCase(text, text)
                    .seats(1L, 2L)
                    .license(text, text, 1L, 2L, -1L)
                    .finding(FindingKind.BACKUP_SHORTFALL, text)
                    .excused(FindingKind.BACKUP_SURPLUS, text, text, text, text)
                    .gap(text, "licenses", "TIMED_OUT", text)
                    .unmatched(text)
                    .status(text)
                    .entry();
            return page(new ReviewOutputHeader(text, text, text, text, Set.of(text)), customer);
        }
    }
}
