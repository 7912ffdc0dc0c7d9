package dev.seatport.reports.internal.html;

import static dev.seatport.reports.internal.html.HtmlPages.alder;
import static dev.seatport.reports.internal.html.HtmlPages.between;
import static dev.seatport.reports.internal.html.HtmlPages.page;
import static dev.seatport.reports.internal.html.HtmlPages.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.review.FindingKind;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.CustomerView.LapsedLicensesView;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import dev.seatport.reports.review.HtmlCase;
import dev.seatport.reports.review.HtmlFleet;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewSummary;
import dev.seatport.reports.review.ReviewSummary.ComparisonView;
import dev.seatport.reports.review.ReviewSummary.CurrencyTotals;
import dev.seatport.reports.review.ReviewSummary.MonthlyTotals;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HtmlReviewWriterTest {
    private static final String FLEET = HtmlPages.fleet();

    @Nested
    class ThePage {
        @Test
        void beginsWithTheCompleteness() {
            assertThat(between(FLEET, "<main>", "<section id=\"summary\""))
                    .contains("<section id=\"completeness\"")
                    .contains("26 of 30 customers complete");
        }

        @Test
        void hasNoUnfilledPlaceholder() {
            assertThat(FLEET)
                    .startsWith("<!DOCTYPE html>")
                    .endsWith("</html>\n")
                    .doesNotContain("{{", "}}");
        }

        @Test
        void hasNoExternalReferences() {
            assertThat(FLEET)
                    .doesNotContainPattern("(?i)(https?:)?//[a-z]")
                    .doesNotContainPattern("(?i)\\ssrc(set)?=|@import|url\\(");
            Matcher links = Pattern.compile("(?:href|action)=\"([^\"]*)\"").matcher(FLEET);
            assertThat(links.results().map(link -> link.group(1))).isNotEmpty().allMatch(link -> link.startsWith("#"));
        }

        @Test
        void allowsOnlyItsStyleAndScriptByHash() throws Exception {
            String policy = between(FLEET, "Content-Security-Policy\" content=\"", "\">");
            assertThat(policy)
                    .contains("default-src 'none'")
                    .contains("style-src " + hash(inside("style")))
                    .contains("script-src " + hash(inside("script")))
                    .doesNotContain("unsafe");
            assertThat(FLEET).doesNotContainPattern("<[^>]* style=").doesNotContainPattern("<[^>]* on[a-z]+=");
        }

        private static String inside(String element) {
            String start = "<" + element + ">";
            return between(FLEET, start, "</" + element + ">").substring(start.length());
        }

        private static String hash(String text) throws Exception {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        }

        @Test
        void hasOnlyLinksToExistingIds() {
            Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(FLEET);
            assertThat(links.results().map(link -> link.group(1)).distinct())
                    .isNotEmpty()
                    .allMatch(id -> FLEET.contains(" id=\"" + id + "\""));
        }

        @Test
        void hasNoDuplicateIds() {
            assertThat(Pattern.compile(" id=\"([^\"]+)\"")
                            .matcher(FLEET)
                            .results()
                            .map(id -> id.group(1)))
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }

        @Test
        void showsTheSelectedKindsOfFinding() {
            ReviewOutputHeader only = new ReviewOutputHeader(
                    "2026-11-20T06:00:00Z", "0.1.0", "avepoint", "c3", Set.of("NO_LICENSES_LEFT"));
            assertThat(page(only, alder().entry()))
                    .contains("Not all findings are here.")
                    .contains("Selected: No licenses left.");
            assertThat(FLEET).doesNotContain("Not all findings are here.");
        }

        @Test
        void showsTheSelectedCustomersAndClaimsNothingAboutOthers() {
            ReviewOutputHeader one = new ReviewOutputHeader(
                    "2026-11-20T06:00:00Z", "0.1.0", "avepoint", "c3", Set.of(), List.of("alder"), Map.of("c3", "C3"));
            assertThat(page(one, alder().entry()))
                    .contains("Not all customers are here.")
                    .contains("<bdi>Only this customer was reviewed: alder. Other customers were not looked at.</bdi>")
                    .contains("Tenants that only <bdi>C3</bdi> has were not looked for.")
                    .doesNotContain("None found.");
            assertThat(FLEET).doesNotContain("Not all customers are here.", "were not looked for");
        }

        @Test
        void comparesOneLicenseAcrossCustomers() {
            String page = page(
                    new HtmlCase("1", "One")
                            .tenantLicense("SKU-A", "Premium", 10, 12, 10)
                            .entry(),
                    new HtmlCase("2", "Two")
                            .tenantLicense("SKU-A", "Premium", 20, 15, 20)
                            .tenantLicense("SKU-B", "E3", 5, 5, 5)
                            .entry());
            assertThat(between(page, "<section id=\"skus\"", "</section>"))
                    .containsSubsequence(
                            "data-sku=\"0\"><bdi>Premium</bdi>", "<span class=\"over\">2, 1 customer</span>", ">5</td>")
                    .containsSubsequence("data-sku=\"1\"><bdi>E3</bdi>", "<code>SKU-B</code>");
            assertThat(rows(page)).contains("data-l=\"0:10:12:10:2:0\"", "data-l=\"0:20:15:20:0:5 1:5:5:5:0:0\"");
        }

        @Test
        void showsTheSeatsOfEachProductOfACustomer() {
            String rows = rows(page(alder().seats(10L, 12L).seats(30L, 20L).entry()));
            assertThat(rows)
                    .containsSubsequence(
                            "<b>12</b> assigned, <span class=\"over\">2 not purchased</span>", "<b>20</b> assigned")
                    .contains("data-v=\"0,2,,0\"")
                    .doesNotContain("<b>32</b>", "<b>40</b>");
        }

        @Test
        void callsSeatsNotApplicableIfNothingIsBoughtAndNobodyIsThere() {
            assertThat(rows(page(alder().seats(0L, 0L).entry())))
                    .contains("<span class=\"na\">not applicable</span>", "sev off\">not applicable")
                    .doesNotContain("<b>0</b>");
        }

        @Test
        void showsPricesPerCurrencyAndTheComparison() throws IOException {
            ReviewSummary plain = HtmlFleet.summary(List.of(), List.of());
            ReviewSummary summary = new ReviewSummary(
                    plain.completeness(),
                    plain.totals(),
                    plain.exclusions(),
                    plain.asOf(),
                    plain.causes(),
                    plain.unseen(),
                    new MonthlyTotals(
                            List.of(
                                    new CurrencyTotals("EUR", "171.00", "12.00", 3, false),
                                    new CurrencyTotals("USD", "20.60", "0.00", 1, true)),
                            2,
                            true),
                    new ComparisonView("2026-11-19T06:00:00Z", Map.of("NEW", 3L, "OPEN", 9L), Map.of("CRITICAL", 1L)));
            StringWriter out = new StringWriter();
            try (HtmlReviewWriter writer = new HtmlReviewWriter(HtmlFleet.HEAD, out)) {
                writer.end(summary);
            }
            assertThat(between(out.toString(), "<section id=\"summary\"", "</section>"))
                    .containsSubsequence(
                            "Compared with the review of 2026-11-19T06:00:00Z: 3 new (1 critical), 9 still open",
                            "<b>\u2265\u00A0171.00 EUR</b> unused",
                            "<b>\u2265\u00A012.00 EUR</b> missing",
                            "<b>up to 20.60 USD</b> unused",
                            "<b>2 findings</b> without a price");
            assertThat(FLEET).doesNotContain("a month", "Compared with");
        }

        @Test
        void hasNoLicensesIfTheReviewReadsNone() {
            ReviewOutputHeader seats =
                    new ReviewOutputHeader("2026-11-20T06:00:00Z", "0.1.0", "avepoint", null, Set.of());
            assertThat(page(seats, alder().seats(1L, 1L).entry()))
                    .contains("class=\"cust seats-only\"")
                    .doesNotContain("id=\"skus\"", "Tenants that only one vendor has", "to compare");
            assertThat(FLEET).contains("class=\"cust\"");
        }

        @Test
        void isValidWithoutCustomers() {
            assertThat(page())
                    .contains("0 of 0 customers complete")
                    .contains("No customers.")
                    .contains("No findings.");
        }

        @Test
        void sortsCustomersBySeverityAndIncompleteBeforeComplete() {
            String rows = rows(page(
                    new HtmlCase("1", "Sound").entry(),
                    new HtmlCase("2", "Unread")
                            .gap("c3", "licenses", "TIMED_OUT", "again")
                            .entry(),
                    new HtmlCase("3", "Informed")
                            .finding(FindingKind.BACKUP_SURPLUS, "i")
                            .entry(),
                    new HtmlCase("4", "Warned")
                            .finding(FindingKind.UNASSIGNED_LICENSES, "w")
                            .entry(),
                    new HtmlCase("5", "Hit")
                            .finding(FindingKind.BACKUP_SHORTFALL, "c")
                            .entry()));
            assertThat(rows).containsSubsequence(">Hit<", ">Warned<", ">Informed<", ">Unread<", ">Sound<");
        }

        @Test
        void collapsesTheDetailsOfManyCustomers() {
            int many = (int) HtmlCustomerModel.MAX_EXPANDED + 3;
            String page = page(HtmlFleet.many(many).toArray(CustomerView[]::new));
            assertThat(page.split("<details><summary>", -1)).hasSize(many + 1);
            assertThat(page.split("<noscript>", -1)).hasSize(4);
        }
    }

    @Nested
    class Exclusions {
        @Test
        void showAnExcusedFindingWithItsReasonAndWithoutAnAlarm() {
            String page = page(
                    alder().excused(FindingKind.BACKUP_SHORTFALL, "12 short", "They move out", "Dana", "2027-01-31")
                            .entry());
            assertThat(rows(page))
                    .contains("data-f=\"BACKUP_SHORTFALL:EXCUSED\"")
                    .contains("1 excused")
                    .contains("<li class=\"exc\"><span class=\"sev off\">Excused</span>")
                    .contains("No alarm: <bdi>They move out</bdi> (decided by <bdi>Dana</bdi>, until 2027-01-31)")
                    .doesNotContain("sev crit");
        }

        @Test
        void areListedInForceAndExpired() {
            String section = between(FLEET, "<section id=\"exclusions\"", "</section>");
            assertThat(section)
                    .containsSubsequence(
                            "In force",
                            "Hiring for the new clinic",
                            "not listed, only counted",
                            "Expired",
                            "Waiting for")
                    .contains(
                            "juniper-health-clinics",
                            "CFQ7TTC0LCHC",
                            "Dana Reyes",
                            "2027-03-31",
                            "no end",
                            "not named",
                            "any customer");
        }
    }

    @Nested
    class ACustomersDetails {
        @Test
        void nameTheResponseOfEachNumber() {
            String rows = rows(page(alder().seats(10L, 10L).entry()));
            assertThat(rows)
                    .contains("Where these numbers come from: 2 responses")
                    .contains(
                            "<code>tenantSeats</code>, <time datetime=\"2026-11-20T06:00:41.250Z\">2026-11-20 06:00:41 UTC</time>")
                    .contains("correlation id <code>7f3c-alder</code>");
        }

        @Test
        void explainThatPeopleAndLicensesDiffer() {
            assertThat(rows(page(alder().seats(10L, 10L).entry())))
                    .contains("People and licenses are different things");
        }

        @Test
        void showTheNotesOfLicenses() {
            String rows = rows(page(alder().license("A", "A", 5L, 4L, 1L)
                    .license("B", "B", 5L, 3L, 2L)
                    .entry()));
            assertThat(rows).contains("Note: <bdi>purchased: sum of 2 rows of one SKU</bdi>");
        }

        @Test
        void showStatesAndRenewalOnlyIfTheVendorReportsThem() {
            LapsedLicensesView states = new LapsedLicensesView(5L, null, 0L);
            String reported = rows(page(alder().license("A", "A", 5L, 4L, 1L, states, true, "2027-01-15T00:00:00.000Z")
                    .entry()));

            assertThat(reported)
                    .contains("5 in warning, <span class=\"na\">not reported</span> suspended, 0 locked out")
                    .contains("Renews or ends <time datetime=\"2027-01-15T00:00:00Z\">");
            assertThat(rows(page(alder().license("A", "A", 5L, 4L, 1L).entry())))
                    .contains("<th scope=\"row\">")
                    .doesNotContain("in warning", "Renews or ends");
        }
    }

    @Nested
    class TenantsOfOneVendor {
        @Test
        void showTheFindingAndTheLicensesOfATenantWithoutBackup() throws IOException {
            CustomerView nine = new HtmlCase("c3-9", "Nine")
                    .license("SKU", "Premium", 20L, 18L, 2L)
                    .finding(FindingKind.TENANT_WITHOUT_BACKUP, "tenant nine has no backup")
                    .entry();
            StringWriter out = new StringWriter();
            try (HtmlReviewWriter writer = new HtmlReviewWriter(HtmlFleet.HEAD, out)) {
                writer.unmatched(
                        "c3",
                        new UnmatchedTenantView(
                                "c3-9",
                                "Nine",
                                "nine",
                                List.of(),
                                true,
                                false,
                                nine.licenses(),
                                nine.findings().get(0)));
                writer.end(HtmlFleet.summary(List.of(nine), List.of()));
            }
            assertThat(between(out.toString(), "<section id=\"unmatched\"", "</section>"))
                    .containsSubsequence(
                            "<span class=\"sev warn\">Warning</span> <bdi>tenant nine has no backup</bdi>",
                            "<bdi>Premium</bdi>: 18 assigned, 20 purchased");
            assertThat(out.toString())
                    .contains("<a href=\"#unmatched\">Tenant without backup</a>")
                    .doesNotContain("value=\"TENANT_WITHOUT_BACKUP\"");
        }

        @Test
        void areListedPerVendorWithSuggestions() {
            String section = between(FLEET, "<section id=\"unmatched\"", "</section>");
            assertThat(section)
                    .containsSubsequence(
                            "<bdi>AvePoint</bdi> has it, <bdi>C3</bdi> does not: 2 tenants",
                            "c3-4711",
                            "only a suggestion",
                            "<bdi>C3</bdi> has it, <bdi>AvePoint</bdi> does not: 2 tenants",
                            "Zephyr Wind Services",
                            "not certain: not all tenants of");
        }
    }
}
