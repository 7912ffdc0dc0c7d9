package dev.seatport.demo.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.review.FindingKind;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HtmlReviewWriterTest {
    private static final String FLEET = HtmlFleet.page();

    /** The page of some customers of which nothing is missing at large. */
    private static String page(CustomerEntry... customers) {
        return page(HtmlFleet.HEAD, customers);
    }

    private static String page(ReviewHead head, CustomerEntry... customers) {
        StringWriter out = new StringWriter();
        try (HtmlReviewWriter writer = new HtmlReviewWriter(head, out)) {
            for (CustomerEntry customer : customers) {
                writer.customer(customer);
            }
            writer.end(HtmlFleet.certificate(List.of(customers), List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static HtmlCase alder() {
        return new HtmlCase("alder", "Alder & Birch");
    }

    private static String between(String page, String from, String to) {
        int start = page.indexOf(from);
        assertThat(start).as("where %s is", from).isNotNegative();
        return page.substring(start, page.indexOf(to, start));
    }

    private static String certificate(String page) {
        return between(page, "<section id=\"certificate\"", "</section>");
    }

    private static String rows(String page) {
        return between(page, "<tbody role=\"rowgroup\"", "</table>\n");
    }

    @Nested
    class ThePage {
        @Test
        void beginsWithTheCertificate() {
            assertThat(between(FLEET, "<main>", "<section id=\"summary\""))
                    .contains("<section id=\"certificate\"")
                    .contains("26 of 30 customers complete");
        }

        @Test
        void hasAPlaceLeftForNothing() {
            assertThat(FLEET).startsWith("<!DOCTYPE html>").endsWith("</html>\n").doesNotContain("{{", "}}");
        }

        @Test
        void refersToNothingOutsideOfItself() {
            assertThat(FLEET)
                    .doesNotContainPattern("(?i)(https?:)?//[a-z]")
                    .doesNotContainPattern("(?i)\\ssrc(set)?=|@import|url\\(");
            Matcher links = Pattern.compile("(?:href|action)=\"([^\"]*)\"").matcher(FLEET);
            assertThat(links.results().map(link -> link.group(1))).isNotEmpty().allMatch(link -> link.startsWith("#"));
        }

        @Test
        void allowsItsOwnStyleAndScriptByTheirHashesAndNothingElse() throws Exception {
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
        void pointsOnlyToPlacesThatItHas() {
            Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(FLEET);
            assertThat(links.results().map(link -> link.group(1)).distinct())
                    .isNotEmpty()
                    .allMatch(id -> FLEET.contains(" id=\"" + id + "\""));
        }

        @Test
        void givesEveryIdOnce() {
            assertThat(Pattern.compile(" id=\"([^\"]+)\"").matcher(FLEET).results().map(id -> id.group(1)))
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }

        @Test
        void saysWhichKindsOfFindingWereAskedFor() {
            ReviewHead only = new ReviewHead("2026-11-20T06:00:00Z", "0.1.0", "avepoint", "c3", Set.of("NO_LICENSES_LEFT"));
            assertThat(page(only, alder().entry())).contains("Not all findings are here.").contains("Asked for: No licenses left.");
            assertThat(FLEET).doesNotContain("Not all findings are here.");
        }

        @Test
        void standsWithoutAnyCustomer() {
            assertThat(page()).contains("0 of 0 customers complete").contains("No customers.").contains("No findings.");
        }

        @Test
        void putsTheWorstCustomersFirstAndTheUnreadableBeforeTheSound() {
            String rows = rows(page(
                    new HtmlCase("1", "Sound").entry(),
                    new HtmlCase("2", "Unread").gap("c3", "licenses", "TIMED_OUT", "again").entry(),
                    new HtmlCase("3", "Informed").finding(FindingKind.BACKUP_SURPLUS, "i").entry(),
                    new HtmlCase("4", "Warned").finding(FindingKind.UNASSIGNED_LICENSES, "w").entry(),
                    new HtmlCase("5", "Hit").finding(FindingKind.BACKUP_SHORTFALL, "c").entry()));
            assertThat(rows).containsSubsequence(">Hit<", ">Warned<", ">Informed<", ">Unread<", ">Sound<");
        }

        @Test
        void keepsTheDetailsOfManyCustomersAsideAndLosesNone() {
            int many = (int) HtmlCustomer.AT_ONCE + 3;
            String page = page(HtmlFleet.many(many).toArray(CustomerEntry[]::new));
            assertThat(page.split("<details><summary>", -1)).hasSize(many + 1);
            assertThat(page.split("<noscript>", -1)).hasSize(4);
        }
    }

    @Nested
    class OfAnIncompleteReview {
        @Test
        void theCertificateSaysWhichSourcesLackWhat() {
            assertThat(certificate(FLEET))
                    .contains(">Incomplete<")
                    .contains("All totals on this page are lower bounds")
                    .contains("seats per tenant</span> <span class=\"sev ok\">complete")
                    .contains("lacks 2\u00A0\u00D7\u00A0permission denied, 1\u00A0\u00D7\u00A0rate limited")
                    .contains("Nobody knows of whom")
                    .contains("C3 promised 34 customers and listed 33");
        }

        @Test
        void everyTotalIsMarked() {
            String summary = between(FLEET, "<section id=\"summary\"", "</section>");
            assertThat(summary)
                    .contains("Backup seats <span class=\"sev gap\">incomplete")
                    .contains("Licenses <span class=\"sev gap\">incomplete")
                    .contains("\u2265\u00A03,475<span class=\"sub\">1 not reported")
                    .contains("<b>\u2265\u00A06</b><span class=\"sub\">findings, incomplete");
        }

        @Test
        void availableLicensesAreNoLowerBoundSinceWhatIsMissingMayBeNegative() {
            assertThat(FLEET).contains("Available</th><td class=\"n\">288 known");
        }

        @Test
        void aCustomerWithoutFindingsIsNotCalledSound() {
            String page = page(alder().gap("c3", "licenses", "PERMISSION_DENIED", "ask for the role").entry());
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
        void theCertificateSaysSo() {
            assertThat(certificate(page)).contains(">Complete<").contains("1 of 1 customer complete").doesNotContain("lacks");
        }

        @Test
        void noNumberIsMarked() {
            assertThat(between(page, "<main>", "<section id=\"kinds\"") + rows(page))
                    .doesNotContain("\u2265", " known", "incomplete");
        }

        @Test
        void thePeopleWithoutASeatAreCounted() {
            assertThat(page).contains("<b>2 seats</b> too few, 1 customer").contains("short by 2").contains(">2 over<");
        }
    }

    @Nested
    class WhatWasNotReported {
        @Test
        void isNeverZeroNorEmpty() {
            String page = page(alder().seats(null, null).license("SKU", "Premium", null, null, null).entry());
            assertThat(rows(page))
                    .doesNotContain("<td></td>", "<td class=\"n\"></td>", ">0<", ">null<")
                    .contains("<td class=\"n\"><span class=\"na\">not reported</span></td>")
                    .contains("not comparable")
                    .contains("purchased seats are not reported");
        }

        @Test
        void isSaidOfTheTotals() {
            String page = page(alder().license("SKU", "Premium", null, 4L, null).entry());
            assertThat(page)
                    .contains("Purchased</th><td class=\"n\">not reported<span class=\"sub\">1 not reported")
                    .contains("Assigned</th><td class=\"n\">4</td>");
        }

        @Test
        void makesTheSumOfARowALowerBound() {
            String page = page(
                    alder().license("A", "A", 5L, 4L, 1L).license("B", "B", null, 3L, null).entry());
            assertThat(rows(page))
                    .contains("<b>7</b> assigned")
                    .contains("<b>\u2265\u00A05</b> purchased")
                    .contains("<b>1 known</b> available");
        }
    }

    @Nested
    class Exclusions {
        @Test
        void showAnExcusedFindingWithItsReasonAndWithoutAnAlarm() {
            String page = page(alder().excused(FindingKind.BACKUP_SHORTFALL, "12 short", "They move out", "Dana", "2027-01-31")
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
                    .containsSubsequence("In force", "Hiring for the new clinic", "not listed, only counted", "Expired", "Waiting for")
                    .contains("juniper-health-clinics", "CFQ7TTC0LCHC", "Dana Reyes", "2027-03-31", "no end", "not named", "any customer");
        }
    }

    @Nested
    class ACustomersDetails {
        @Test
        void nameTheAnswerOfEveryNumber() {
            String rows = rows(page(alder().seats(10L, 10L).entry()));
            assertThat(rows)
                    .contains("Where these numbers come from: 2 answers")
                    .contains("<code>tenantSeats</code>, <time datetime=\"2026-11-20T06:00:41.250Z\">2026-11-20 06:00:41 UTC</time>")
                    .contains("correlation id <code>7f3c-alder</code>");
        }

        @Test
        void sayThatPeopleAndLicensesAreDifferentThings() {
            assertThat(rows(page(alder().seats(10L, 10L).entry()))).contains("People and licenses are different things");
        }

        @Test
        void tellTheNotesOfLicenses() {
            String rows = rows(page(
                    alder().license("A", "A", 5L, 4L, 1L).license("B", "B", 5L, 3L, 2L).entry()));
            assertThat(rows).contains("Note: <bdi>summed from 2 rows of one SKU</bdi>");
        }
    }

    @Nested
    class TenantsOfOneVendor {
        @Test
        void standOnTheirSideWithSuggestions() {
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

    @Nested
    class HostileText {
        private static final String SCRIPT = "<script>alert(1)</script>";
        private static final String QUOTES = "\"'><img src=x onerror=alert(2)>";
        private static final String TURNED = "abc\u202Egnp.exe\u0000\u001B[31m\u2028";

        @Test
        void isReadAndNotActedUpon() {
            for (String hostile : List.of(SCRIPT, QUOTES, "</noscript></title></style>" + SCRIPT, "-->]]>" + SCRIPT, "{{style}}")) {
                String page = hostile(hostile);
                assertThat(page.split("<script", -1)).as(hostile).hasSize(2);
                assertThat(page).doesNotContain("<img", "</noscript", "{{style}}".equals(hostile) ? "{{}}" : hostile);
                assertThat(page.split("<style", -1)).hasSize(2);
            }
        }

        @Test
        void keepsItsLettersAndLosesWhatTurnsOrColours() {
            assertThat(hostile(TURNED)).doesNotContain("\u202E", "\u0000", "\u001B", "\u2028").contains("abc?gnp.exe??[31m?");
        }

        @Test
        void mayBeLong() {
            String name = "x".repeat(10_000);
            assertThat(rows(page(new HtmlCase("1", name).entry()))).contains(">" + name + "<").contains("x\u2026<");
        }

        /** A page on which everything that others wrote is that text. */
        private static String hostile(String text) {
            CustomerEntry customer = new HtmlCase(text, text)
                    .seats(1L, 2L)
                    .license(text, text, 1L, 2L, -1L)
                    .finding(FindingKind.BACKUP_SHORTFALL, text)
                    .excused(FindingKind.BACKUP_SURPLUS, text, text, text, text)
                    .gap(text, "licenses", "TIMED_OUT", text)
                    .unmatched(text)
                    .status(text)
                    .entry();
            return page(new ReviewHead(text, text, text, text, Set.of(text)), customer);
        }
    }
}
