package dev.seatport.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.customer.Vendor;
import dev.seatport.domain.observed.Dataset;
import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.reports.format.ReviewOutputOptions.CustomerOrder;
import dev.seatport.reports.output.Palette;
import dev.seatport.reports.output.TextWidth;
import dev.seatport.reports.review.CustomerView;
import dev.seatport.reports.review.HtmlCase;
import dev.seatport.reports.review.HtmlFleet;
import dev.seatport.reports.review.ReviewOutputHeader;
import dev.seatport.reports.review.ReviewSummary;
import dev.seatport.reports.review.ReviewWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Table format of a whole review. */
class TableReviewWriterTest {
    private static final int SCREEN = 40;
    private static final String BACKUP = "Cloud Backup for Microsoft 365";

    private static ReviewOutputOptions.Builder screen() {
        return ReviewOutputOptions.builder().terminal(true).width(100).allCustomers(false);
    }

    private static String written(ReviewOutputOptions options, List<CustomerView> customers) throws IOException {
        StringWriter out = new StringWriter();
        try (TableReviewWriter writer = new TableReviewWriter(HtmlFleet.HEAD, out, options)) {
            HtmlFleet.write(customers, writer);
        }
        return out.toString();
    }

    /** Writes a complete review of all customers, without tenants that only the license vendor has. */
    private static String clean(ReviewOutputOptions options, CustomerView... customers) throws IOException {
        return clean(HtmlFleet.HEAD, options, List.of(customers));
    }

    private static String clean(ReviewOutputHeader header, ReviewOutputOptions options, List<CustomerView> customers)
            throws IOException {
        StringWriter out = new StringWriter();
        try (TableReviewWriter writer = new TableReviewWriter(header, out, options)) {
            for (CustomerView customer : customers) {
                writer.customer(customer);
            }
            ReviewSummary summary = HtmlFleet.summary(customers, List.of());
            writer.end(new ReviewSummary(
                    summary.completeness(), summary.totals(), List.of(), summary.asOf(), summary.causes()));
        }
        return out.toString();
    }

    private static HtmlCase shortOf(String name, long by) {
        return new HtmlCase(HtmlFleet.id(name), name).seats(50L, 50 + by).shortfall(BACKUP, 50, 50 + by);
    }

    @Nested
    class TheScreen {
        @ParameterizedTest
        @ValueSource(ints = {80, 100, 120})
        void ofFourHundredCustomersHasFortyLinesThatFitTheWidth(int width) throws IOException {
            List<String> lines = written(screen().width(width).build(), HtmlFleet.many(400))
                    .lines()
                    .toList();

            assertThat(lines).hasSizeLessThanOrEqualTo(SCREEN - 2);
            assertThat(lines).allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(width));
            assertThat(lines.get(lines.size() - 1)).isNotBlank();
        }

        @ParameterizedTest
        @ValueSource(ints = {80, 100, 120})
        void namesACustomerOfEachCriticalKind(int width) throws IOException {
            assertThat(written(screen().width(width).build(), HtmlFleet.many(400))
                            .lines())
                    .anyMatch(line -> line.startsWith("CRITICAL"))
                    .noneMatch(line -> line.startsWith("CRITICAL  also"));
        }

        @ParameterizedTest
        @ValueSource(ints = {80, 100, 120})
        void countsWideCharactersTwice(int width) throws IOException {
            List<String> lines = clean(
                            screen().width(width).build(),
                            shortOf("日本語の会社".repeat(12), 7).entry(),
                            shortOf("🙂".repeat(60), 3).entry())
                    .lines()
                    .toList();

            assertThat(lines)
                    .anySatisfy(line -> assertThat(line).contains("7 short").contains("日本語"))
                    .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(width));
        }

        @Test
        void namesTheCustomersToCallFirstBySeverityThenByDifference() throws IOException {
            CustomerView warned = new HtmlCase("w", "Warned Ltd")
                    .seats(10L, 10L)
                    .difference(FindingKind.VENDORS_DISAGREE, BACKUP, 900, 100, 800)
                    .entry();

            assertThat(clean(
                            screen().build(),
                            shortOf("Little", 2).entry(),
                            warned,
                            shortOf("Much", 31)
                                    .finding(FindingKind.TENANT_UNKNOWN_TO_VENDOR, "tenant x is unknown")
                                    .entry(),
                            shortOf("More", 8).entry()))
                    .contains("""

                            Call first
                              1. Much    31 seats short (+1 finding): 81 assigned, 50 purchased, Cloud Backup for Microsoft 365
                              2. More    8 seats short: 58 assigned, 50 purchased, Cloud Backup for Microsoft 365
                              3. Little  2 seats short: 52 assigned, 50 purchased, Cloud Backup for Microsoft 365
                            """);
        }

        @Test
        void wrapsTheReasonsToCallInsteadOfCuttingThem() throws IOException {
            assertThat(clean(
                            screen().width(80).build(),
                            shortOf("Wide Harbour Shipping and Logistics", 31)
                                    .finding(FindingKind.TENANT_UNKNOWN_TO_VENDOR, "tenant x is unknown")
                                    .entry(),
                            shortOf("More", 8).entry()))
                    .contains("""

                            Call first
                              1. Wide Harbour Shipping and Logistics  31 seats short (+1 finding)
                                 81 assigned, 50 purchased, Cloud Backup for Microsoft 365
                              2. More                                 8 seats short
                                 58 assigned, 50 purchased, Cloud Backup for Microsoft 365
                            """);
        }

        @Test
        void namesTenantsWithoutBackupAmongTheCustomersToCallFirst() throws IOException {
            StringWriter out = new StringWriter();
            try (TableReviewWriter writer = new TableReviewWriter(
                    HtmlFleet.HEAD, out, screen().width(120).build())) {
                writer.customer(shortOf("Short", 2).entry());
                writer.customer(new HtmlCase("w", "Warned")
                        .difference(FindingKind.UNASSIGNED_LICENSES, BACKUP, 900, 100, 800)
                        .entry());
                writer.unmatched("c3", HtmlFleet.withoutBackup("c-1", "Globex", "t-1", null));
                writer.unmatched("c3", HtmlFleet.withoutBackup("c-2", "Initech", "t-2", 4L));
                writer.unmatched("c3", HtmlFleet.withoutBackup("c-2", "Initech", "t-3", 9L));
                writer.end(HtmlFleet.summary(List.of(), List.of()));
            }

            assertThat(out.toString()).contains("""

                    Call first
                      1. Short    2 seats short: 52 assigned, 50 purchased, Cloud Backup for Microsoft 365
                      2. Initech  9 licenses without backup (+1 finding): tenant t-3
                      3. Globex   no backup: tenant t-1
                    """);
        }

        @Test
        void groupsFindingsByKindWithTheLargestDifferenceFirst() throws IOException {
            assertThat(clean(
                            screen().build(),
                            shortOf("Acme", 3).entry(),
                            new HtmlCase("g", "Globex")
                                    .finding(FindingKind.NO_LICENSES_LEFT, "Plan: none free")
                                    .entry(),
                            shortOf("Initech", 8).entry()))
                    .contains("""

                            CRITICAL  backup shortfall (2): Cloud Backup for Microsoft 365
                              8 short  Initech  58 assigned, 50 purchased
                              3 short  Acme     53 assigned, 50 purchased
                            INFO      no licenses left (1)
                                       Globex   Plan: none free
                            """);
        }

        @Test
        void hasTheProductOfASingleFindingInTheHeadingWhereItIsNotCut() throws IOException {
            assertThat(clean(
                            screen().width(80).build(),
                            shortOf("Wide Harbour Shipping and Logistics", 3).entry()))
                    .contains("""

                            CRITICAL  backup shortfall (1): Cloud Backup for Microsoft 365
                              3 short  Wide Harbour Shipping and Logistics  53 assigned, 50 purchased
                            """);
        }

        @Test
        void leavesOutTheCountsOfAGroupBeforeItCutsNames() throws IOException {
            CustomerView[] unused = {
                unused("Plovermouth Robotics Pty Ltd", "Microsoft 365 Business Premium", 18),
                unused("Wrencroft", "Microsoft 365 E5", 5)
            };

            assertThat(clean(screen().width(80).build(), unused)).contains("""

                    WARNING   unassigned licenses (2)
                      18 unused  Plovermouth Robotics Pty Ltd  Microsoft 365 Business Premium
                      5 unused   Wrencroft                     Microsoft 365 E5
                    """);
            assertThat(clean(screen().width(120).build(), unused))
                    .contains(
                            "Plovermouth Robotics Pty Ltd  118 purchased, 100 assigned  Microsoft 365 Business Premium\n");
        }

        private static CustomerView unused(String name, String product, long difference) {
            return new HtmlCase(HtmlFleet.id(name), name)
                    .unassigned(product, 100 + difference, 100, difference)
                    .entry();
        }

        @Test
        void keepsTheMarkOfALowerBoundWithItsNumber() {
            assertThat(TextWidth.wrap("over, >= 252 free", 9)).containsExactly("over,", ">= 252", "free");
            assertThat(TextWidth.wrap("over, >= 252 free", 8)).containsExactly("over,", ">= 252", "free");
        }

        @Test
        void countsTheFindingsThatItDoesNotShow() throws IOException {
            List<CustomerView> customers =
                    HtmlFleet.named(60, i -> shortOf("Customer " + i, i + 1L).entry());

            assertThat(clean(HtmlFleet.HEAD, screen().build(), customers))
                    .contains("CRITICAL  backup shortfall (60): ")
                    .contains("\n  60 short  Customer 59")
                    .containsPattern("\n  … and \\d+ more\n");
            assertThat(clean(HtmlFleet.HEAD, screen().limit(2).build(), customers))
                    .contains("\n  59 short  Customer 58")
                    .contains("\n  … and 58 more\n")
                    .doesNotContain("58 short");
        }

        @Test
        void namesEachKindOfFindingWhateverTheWidth() throws IOException {
            List<CustomerView> customers = HtmlFleet.named(40, i -> {
                HtmlCase all = shortOf("Customer " + i, i + 1L);
                for (FindingKind kind : FindingKind.values()) {
                    all.finding(kind, kind + " of customer " + i);
                }
                return all.entry();
            });

            String screen = clean(HtmlFleet.HEAD, screen().width(80).build(), customers);

            assertThat(screen.lines()).hasSizeLessThanOrEqualTo(SCREEN - 2);
            for (FindingKind kind : FindingKind.values()) {
                assertThat(screen.replaceAll("\\s+", " "))
                        .contains(kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " (");
            }
        }

        @Test
        void claimsNoSumOfCountsThatWereNotRead() throws IOException {
            CustomerView lacking = new HtmlCase("acme", "Acme")
                    .gap("c3", "licenses", "TIMED_OUT", "took too long")
                    .entry();

            assertThat(clean(screen().build(), lacking))
                    .contains("\n  licenses: ? assigned, ? in the tenants, ? purchased; ? over, ? free\n");
        }

        @Test
        void hasNoCustomerToCallIfThereAreNoWarnings() throws IOException {
            assertThat(clean(
                            screen().build(),
                            new HtmlCase("a", "Acme").seats(5L, 5L).entry()))
                    .startsWith("1 customer (seats: avepoint, licenses: c3), 1 complete. No findings")
                    .doesNotContain("Call first");
        }

        @Test
        void endsWithTheCompleteness() throws IOException {
            assertThat(written(screen().width(160).build(), HtmlFleet.customers())
                            .lines()
                            .reduce((first, last) -> last))
                    .hasValueSatisfying(line -> assertThat(line).startsWith("Completeness: "));
        }
    }

    @Nested
    class Gaps {
        private static CustomerView without(String name, int requests) {
            HtmlCase lacking = new HtmlCase(HtmlFleet.id(name), name);
            for (int i = 0; i < requests; i++) {
                lacking.gap(
                        "c3",
                        "licenses",
                        "PERMISSION_DENIED",
                        "c3 licenses: PERMISSION_DENIED: permission denied (HTTP 403); grant it (correlation " + i
                                + ")");
            }
            return lacking.entry();
        }

        @Test
        void areOneLinePerCauseWithTheNamesOfTheCustomers() throws IOException {
            assertThat(clean(screen().build(), without("Acme", 3), without("Globex", 1)))
                    .contains("\nMISSING\n  c3 licenses: permission denied for 2 customers: Acme, Globex\n")
                    .doesNotContain("correlation");
        }

        @Test
        void nameTheTenantsIfACustomerHasOthers() throws IOException {
            CustomerView one = new HtmlCase("acme", "Acme")
                    .tenant("Acme East")
                    .tenant("Acme West")
                    .tenantGap("c3", "licenses", "TIMED_OUT", "took too long", "Acme West")
                    .entry();
            CustomerView both = new HtmlCase("globex", "Globex")
                    .tenant("Globex 1")
                    .tenant("Globex 2")
                    .tenantGap("c3", "licenses", "TIMED_OUT", "took too long", "Globex 1")
                    .tenantGap("c3", "licenses", "TIMED_OUT", "took too long", "Globex 2")
                    .entry();

            assertThat(clean(screen().width(120).build(), one, both))
                    .contains(
                            "\n  c3 licenses: timed out for 2 customers: Acme (tenant Acme West), Globex (all 2 tenants)\n");
        }

        @Test
        void takeTwoLinesForANameThatDoesNotFitOnOne() throws IOException {
            assertThat(clean(screen().width(60).build(), without("Fenstead Textiles and Sons, Limited", 1)))
                    .contains(
                            "\n  c3 licenses: permission denied for 1 customer: Fenstead\n    Textiles and Sons, Limited\n");
        }

        @Test
        void nameAsManyCustomersAsFit() throws IOException {
            List<CustomerView> customers = HtmlFleet.named(40, i -> without("Customer " + i, 1));

            assertThat(clean(HtmlFleet.HEAD, screen().width(80).build(), customers))
                    .contains("\n  c3 licenses: permission denied for 40 customers: Customer 0 and 39 more\n");
        }

        @Test
        void areNotShortenedInTheListOfAllCustomers() throws IOException {
            String reason = "the app registration may not do this; " + "grant it and consent to it; ".repeat(10)
                    + "(correlation da879f7a-732a-4045-84bb-b1777a1ffc3c)";
            CustomerView lacking = new HtmlCase("c-1", "Acme")
                    .gap("c3", "licenses", "PERMISSION_DENIED", reason)
                    .entry();

            assertThat(written(ReviewOutputOptions.plain(), List.of(lacking)).lines())
                    .contains("  Acme: " + reason);
        }

        @Test
        void haveAShortenedName() throws IOException {
            CustomerView wordy = new HtmlCase("c-1", "A".repeat(1_000))
                    .gap("c3", "licenses", "PERMISSION_DENIED", "not granted")
                    .entry();

            assertThat(written(ReviewOutputOptions.plain(), List.of(wordy)).lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThan(400))
                    .anySatisfy(line -> assertThat(line).startsWith("  AAA").endsWith("…: not granted"));
        }
    }

    @Nested
    class WhatWasLeftOut {
        @Test
        void isOnTheScreen() throws IOException {
            ReviewOutputHeader header = new ReviewOutputHeader(
                    "2026-11-20T06:00:00Z",
                    "0.1.0",
                    "avepoint",
                    "c3",
                    Set.of("BACKUP_SHORTFALL"),
                    List.of("acme"),
                    Map.of());

            assertThat(clean(
                            header,
                            screen().width(120).build(),
                            List.of(new HtmlCase("acme", "Acme").seats(5L, 5L).entry())))
                    .contains("\nOnly this customer was reviewed: acme. Other customers were not looked at.\n")
                    .contains("\nTenants that only c3 has were not looked for.\n")
                    .contains("\nOnly findings of these kinds are shown and counted: backup-shortfall.\n");
        }

        @Test
        void doesNotClaimThatAFilteredTenantHasNoFinding() throws IOException {
            ReviewOutputHeader filtered = new ReviewOutputHeader(
                    "2026-11-20T06:00:00Z", "0.1.0", "avepoint", "c3", Set.of("BACKUP_SHORTFALL"));
            StringWriter out = new StringWriter();
            try (TableReviewWriter writer =
                    new TableReviewWriter(filtered, out, screen().width(120).build())) {
                writer.unmatched(
                        "c3", new CustomerView.UnmatchedTenantView("c-1", "Globex", "t-1", List.of(), true, false));
                writer.end(HtmlFleet.summary(List.of(), List.of()));
            }

            assertThat(out.toString()).contains("Tenants that only c3 has, without a shown finding (1): Globex");
        }

        @Test
        void namesOnlyCustomersThatWereFoundAsReviewed() throws IOException {
            ReviewOutputHeader header = new ReviewOutputHeader(
                    "2026-11-20T06:00:00Z",
                    "0.1.0",
                    "avepoint",
                    "c3",
                    Set.of(),
                    List.of("nope", "Acme", "down"),
                    Map.of());
            Vendor seats = new Vendor("avepoint");
            ReviewSummary summary = HtmlFleet.summary(
                    List.of(),
                    List.of(
                            new Gap(
                                    new CustomerId(seats, "nope"),
                                    seats,
                                    Dataset.CUSTOMERS,
                                    FailureKind.NOT_FOUND,
                                    "customer \"nope\" was not found"),
                            new Gap(
                                    new CustomerId(seats, "down"),
                                    seats,
                                    Dataset.CUSTOMERS,
                                    FailureKind.TIMED_OUT,
                                    "took too long")));

            assertThat(header.omissions(summary))
                    .first()
                    .isEqualTo("Only this customer was reviewed: Acme. Not found: nope. Could not be read: down."
                            + " Other customers were not looked at.");
            StringWriter page = new StringWriter();
            try (ReviewWriter writer = ReviewFormat.HTML.writer(header, page, ReviewOutputOptions.plain())) {
                writer.end(summary);
            }
            assertThat(page.toString())
                    .contains("Only this customer was reviewed: Acme. Not found: nope. Could not be read: down.");
        }

        @Test
        void isNothingWithoutAChoice() throws IOException {
            assertThat(clean(
                            screen().build(),
                            new HtmlCase("acme", "Acme").seats(5L, 5L).entry()))
                    .doesNotContain("Only ", "not looked");
        }
    }

    @Nested
    class TheListOfAllCustomers {
        private final CustomerView acme =
                shortOf("Acme", 3).license("s1", "Plan One", 10L, 25L, 5L).entry();
        private final CustomerView globex =
                new HtmlCase("globex", "Globex").seats(90L, 50L).entry();
        private final CustomerView initech =
                new HtmlCase("initech", "Initech").seats(0L, 0L).entry();

        private String list(CustomerOrder order, int width) throws IOException {
            return clean(screen().allCustomers(true).order(order).width(width).build(), acme, globex, initech);
        }

        @Test
        void hasALinePerCustomerIfItFits() throws IOException {
            assertThat(list(CustomerOrder.LISTING, 120)).contains("""

                                        Cloud Backup for Microsoft 365
                    customer  problems  assigned  purchased  coverage        licenses over  licenses free
                    --------  --------  --------  ---------  --------------  -------------  --------------
                    Acme      CRITICAL        53         50  3 short         ? over         5 free on 1 SKU
                    Globex    -               50         90  40 over         -              -
                    Initech   -                0          0  not applicable  -              -
                    """.replace("--------------\n", "---------------\n"));
        }

        @Test
        void hasABlockPerCustomerOnANarrowTerminal() throws IOException {
            assertThat(list(CustomerOrder.LISTING, 60)).contains("""

                    Acme                                                CRITICAL
                      Cloud Backup for Microsoft 365: 53 assigned, 50 purchased,
                      3 short
                      licenses: ? over, 5 free on 1 SKU
                    Globex
                      Cloud Backup for Microsoft 365: 50 assigned, 90 purchased,
                      40 over
                    Initech
                      Cloud Backup for Microsoft 365: not applicable
                    """);
        }

        @Test
        void isInTheChosenOrder() throws IOException {
            assertThat(list(CustomerOrder.SEVERITY, 120)).containsSubsequence("\nAcme ", "\nGlobex ", "\nInitech ");
            assertThat(list(CustomerOrder.DIFFERENCE, 120)).containsSubsequence("\nGlobex ", "\nAcme ", "\nInitech ");
            assertThat(clean(
                            screen().allCustomers(true)
                                    .order(CustomerOrder.NAME)
                                    .build(),
                            initech,
                            globex,
                            acme))
                    .containsSubsequence("\nAcme ", "\nGlobex ", "\nInitech ");
            assertThat(clean(
                            screen().allCustomers(true)
                                    .order(CustomerOrder.LISTING)
                                    .build(),
                            initech,
                            globex,
                            acme))
                    .containsSubsequence("\nInitech ", "\nGlobex ", "\nAcme ");
        }

        @Test
        void isCutAtTheLimit() throws IOException {
            assertThat(clean(screen().allCustomers(true).limit(1).build(), acme, globex, initech))
                    .contains("\nAcme ")
                    .contains("\n… and 2 more\n")
                    .doesNotContain("Globex");
        }

        @Test
        void isFollowedByFindingsOfWhichNoTextIsShortened() throws IOException {
            String text =
                    "Office 365 E1: the vendor reports 9 available, but 35 in the tenant - 33 assigned = 2, and more";
            CustomerView odd = new HtmlCase("odd", "Odd Counts Limited")
                    .finding(FindingKind.COUNTS_INCONSISTENT, text)
                    .entry();

            List<String> lines = clean(screen().allCustomers(true).width(60).build(), odd)
                    .lines()
                    .map(String::strip)
                    .toList();

            assertThat(String.join(" ", lines)).contains("Odd Counts Limited " + text);
            assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
        }

        @Test
        void isFollowedByFindingsOfWhichNoNameIsShortened() throws IOException {
            String name = "Cinderbourne Instruments and Sons, Limited";

            assertThat(clean(
                            screen().allCustomers(true).width(60).build(),
                            shortOf(name, 3).entry(),
                            shortOf("Acme", 2).entry()))
                    .contains("""

                            Call first
                              1. Cinderbourne Instruments and Sons, Limi…  3 seats short
                                 53 assigned, 50 purchased, Cloud Backup for Microsoft
                            """)
                    .contains("""

                            CRITICAL  backup shortfall (2): Cloud Backup for Microsoft
                                      365
                              3 short  Cinderbourne Instruments and Sons, Limited
                                       53 assigned, 50 purchased
                              2 short  Acme                    52 assigned, 50 purchased
                            """);
        }

        @Test
        void hasColumnsForEachProduct() throws IOException {
            CustomerView two = new HtmlCase("two", "Two Products")
                    .seats(10L, 12L)
                    .seats("CB-SF", "Cloud Backup for Salesforce", 40L, 30L)
                    .entry();

            assertThat(clean(screen().allCustomers(true).width(140).build(), two))
                    .contains("Cloud Backup for Microsoft 3…  Cloud Backup for Salesforce\n")
                    .containsPattern("\nTwo Products +- +12 +10  2 short +30 +40  10 over ");
        }
    }

    @Test
    void coloursDoNotChangeTheText() throws IOException {
        String plain = written(ReviewOutputOptions.plain(), HtmlFleet.customers());
        String coloured =
                written(ReviewOutputOptions.builder().palette(Palette.COLOURED).build(), HtmlFleet.customers());

        assertThat(plain)
                .contains("MISSING", "CRITICAL", "WARNING", "INFO", "Excused")
                .doesNotContain("\u001b");
        assertThat(coloured).contains("\u001b[");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }
}
