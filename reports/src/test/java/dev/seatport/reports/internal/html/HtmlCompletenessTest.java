package dev.seatport.reports.internal.html;

import static dev.seatport.reports.internal.html.HtmlPages.alder;
import static dev.seatport.reports.internal.html.HtmlPages.between;
import static dev.seatport.reports.internal.html.HtmlPages.completeness;
import static dev.seatport.reports.internal.html.HtmlPages.page;
import static dev.seatport.reports.internal.html.HtmlPages.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.reports.review.CustomerView;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HtmlCompletenessTest {
    private static final String FLEET = HtmlPages.fleet();

    @Nested
    class OfAnIncompleteReview {
        @Test
        void theCompletenessNamesTheIncompleteSources() {
            assertThat(completeness(FLEET))
                    .contains(">Incomplete<")
                    .contains("All totals on this page are lower bounds")
                    .contains("seats per tenant</span> <span class=\"sev ok\">complete")
                    .contains("lacks 2\u00A0\u00D7\u00A0permission denied, 1\u00A0\u00D7\u00A0rate limited")
                    .contains("<b>Licenses</b> from <bdi>C3</bdi>, permission denied, 2 customers: <bdi>")
                    .contains("C3 promised 34 customers and listed 33");
        }

        @Test
        void everyTotalIsMarked() {
            String summary = between(FLEET, "<section id=\"summary\"", "</section>");
            assertThat(summary)
                    .contains("Cloud Backup for Microsoft 365 <span class=\"sev gap\">incomplete")
                    .contains("Licenses <span class=\"sev gap\">incomplete")
                    .contains("\u2265\u00A03,475<span class=\"sub\">1 not reported")
                    .contains("<b>\u2265\u00A06</b><span class=\"sub\">findings, incomplete");
        }

        @Test
        void freeLicensesAreALowerBound() {
            assertThat(between(FLEET, "<section id=\"summary\"", "</section>"))
                    .containsPattern(">\u2265\u00A0[0-9]+ free</b> on [0-9]+ SKUs");
        }

        @Test
        void aCustomerWithoutFindingsIsNotCalledComplete() {
            String page = page(alder().gap("c3", "licenses", "PERMISSION_DENIED", "ask for the role")
                    .entry());
            assertThat(rows(page))
                    .contains("none so far")
                    .contains(">incomplete<")
                    .contains("lacks licenses")
                    .contains("could not be read")
                    .contains("<b><bdi>Licenses</bdi></b> from <bdi>C3</bdi>: permission denied")
                    .contains("ask for the role")
                    .doesNotContain("\"sev ok\">none");
        }
    }

    @Nested
    class OfACompleteReview {
        private final String page = page(alder().seats(10L, 12L).entry());

        @Test
        void theCompletenessIsWhole() {
            assertThat(completeness(page))
                    .contains(">Complete<")
                    .contains("1 of 1 customer complete")
                    .doesNotContain("lacks");
        }

        @Test
        void noNumberIsMarked() {
            assertThat(between(page, "<main>", "<section id=\"kinds\"") + rows(page))
                    .doesNotContain("\u2265", "incomplete");
        }

        @Test
        void missingSeatsAreCounted() {
            assertThat(page)
                    .contains("<b>2</b> seats too few, 1 customer")
                    .contains("short by 2")
                    .contains(">2 not purchased<");
        }
    }

    @Nested
    class AnUnreportedCount {
        @Test
        void isNeverZeroOrEmpty() {
            String page = page(alder().seats(null, null)
                    .license("SKU", "Premium", null, null, null)
                    .entry());
            assertThat(rows(page))
                    .doesNotContain("<td></td>", "<td class=\"n\"></td>", ">0<", ">null<")
                    .contains("<td class=\"n\" data-l=\"Purchased\"><span class=\"na\">not reported</span></td>")
                    .contains("not comparable")
                    .contains("purchased seats are not reported");
        }

        @Test
        void isShownInTheTotals() {
            String page = page(alder().license("SKU", "Premium", null, 4L, null).entry());
            assertThat(page)
                    .contains("Purchased</th><td class=\"n\">not reported<span class=\"sub\">1 not reported")
                    .contains("Assigned</th><td class=\"n\">4</td>");
        }

        @Test
        void makesTheFreeLicensesOfARowALowerBound() {
            String page = page(alder().license("A", "A", 5L, 4L, 1L)
                    .license("B", "B", null, 3L, null)
                    .entry());
            assertThat(rows(page)).contains(">\u2265\u00A01 free</b> on 1 SKU").contains(">over: not reported</b>");
        }
    }

    @Nested
    class Licenses {
        @Test
        void ofOneSkuAreNotSetOffAgainstAnother() {
            CustomerView customer = alder().tenantLicense("A", "Premium", 10L, 12L, 10L)
                    .tenantLicense("B", "E3", 20L, 15L, 20L)
                    .entry();
            assertThat(rows(page(customer))).contains("<b class=\"over\">2 over</b> on 1 SKU", ">5 free</b> on 1 SKU");
            assertThat(between(page(customer), "<section id=\"summary\"", "</section>"))
                    .contains("<b class=\"over\">2 over</b> on 1 SKU", ">5 free</b> on 1 SKU");
        }
    }
}
