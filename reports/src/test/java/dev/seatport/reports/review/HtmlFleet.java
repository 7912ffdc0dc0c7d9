package dev.seatport.reports.review;

import dev.seatport.domain.observed.Gap;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.ports.review.ReviewCompleteness;
import dev.seatport.reports.review.CustomerView.FindingView;
import dev.seatport.reports.review.CustomerView.LicenseView;
import dev.seatport.reports.review.CustomerView.PurchasedSeatComparisonView;
import dev.seatport.reports.review.CustomerView.UnmatchedTenantView;
import dev.seatport.reports.review.ReviewSummary.ComparisonView;
import dev.seatport.reports.review.ReviewSummary.GapCause;
import dev.seatport.reports.review.ReviewSummary.ProductTotals;
import dev.seatport.reports.review.ReviewSummary.Totals;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Thirty customers with every kind of finding, gaps, exclusions, and tenants that only one vendor has. */
public final class HtmlFleet {
    public static final ReviewOutputHeader HEAD = new ReviewOutputHeader(
            "2026-11-20T06:00:00Z",
            "0.1.0",
            "avepoint",
            "c3",
            Set.of(),
            List.of(),
            Map.of("avepoint", "AvePoint", "c3", "C3"));
    static final int CUSTOMERS = 30;

    private static final String PREMIUM = "Microsoft 365 Business Premium";
    private static final String E3 = "Microsoft 365 E3";
    private static final List<String> SOUND = List.of(
            "Alder & Birch Architects",
            "Bluewater Logistics",
            "Brightside Dental Group",
            "Cedar Hill Veterinary Practice",
            "Eastgate Engineering",
            "Fjord Seafood",
            "Glasshouse Media",
            "Hillcrest Property Management",
            "Ironbridge Fabrication",
            "Kestrel Insurance Brokers",
            "Lakeside Montessori School",
            "Maple Street Bakery",
            "Northwind Freight",
            "Oakfield Legal",
            "Quarry Lane Vineyards",
            "Rowan Community Trust");

    private HtmlFleet() {}

    public static List<CustomerView> customers() {
        List<CustomerView> all = new ArrayList<>();
        for (int i = 0; i < SOUND.size(); i++) {
            all.add(sound(i));
        }
        all.addAll(HtmlTroubled.customers());
        return all;
    }

    private static CustomerView sound(int i) {
        String name = SOUND.get(i);
        long people = 12 + (i * 37L) % 160;
        HtmlCase sound = new HtmlCase(id(name), name)
                .seats(people, people)
                .license("CFQ7TTC0LCHC", PREMIUM, people + 3, people + 1, 2L);
        if (i % 3 == 0) {
            sound.license("CFQ7TTC0LF8R", E3, 10L, 9L, 1L);
        }
        if (i % 5 == 1) {
            sound.finding(FindingKind.NO_LICENSES_LEFT, "Power BI Pro: all 8 purchased are assigned");
        }
        return sound.entry();
    }

    public static String id(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    public static List<UnmatchedTenantView> onlyAtC3() {
        return List.of(
                new UnmatchedTenantView(
                        "c3-4711",
                        "Harbour Lights Hotel",
                        "harbourlights.onmicrosoft.example",
                        List.of("harbour-lights-hotel"),
                        true,
                        true),
                new UnmatchedTenantView(
                        "c3-4780", "Zephyr Wind Services", "zephyr.onmicrosoft.example", List.of(), false, false));
    }

    /** Returns a tenant that only C3 has, with a finding. */
    public static UnmatchedTenantView withoutBackup(
            String customer, String name, String tenant, @Nullable Long licenses) {
        FindingKind kind = FindingKind.TENANT_WITHOUT_BACKUP;
        FindingView finding = new FindingView(
                kind + "/" + tenant,
                kind.name(),
                kind.defaultSeverity().name(),
                "tenant " + tenant + " has no backup",
                tenant,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                licenses,
                null,
                null,
                "c3",
                null,
                null,
                null);
        return new UnmatchedTenantView(customer, name, tenant, List.of(), true, false, null, finding);
    }

    /** Returns the summary of customers, some of them incomplete. */
    public static ReviewSummary summary(List<CustomerView> customers, List<Gap> atLarge) {
        ReviewCompleteness.Builder completeness = ReviewCompleteness.builder();
        customers.forEach(customer -> completeness.add(
                customer.complete(),
                customer.gaps().stream().map(ReviewStatistics::cause).toList()));
        atLarge.forEach(completeness::add);
        return new ReviewSummary(
                completeness.build(),
                totals(customers),
                HtmlTroubled.exclusions(),
                customers.stream()
                        .map(CustomerView::readAt)
                        .min(String::compareTo)
                        .orElse(null),
                causes(customers, atLarge));
    }

    private static List<GapCause> causes(List<CustomerView> customers, List<Gap> atLarge) {
        GapCauses causes = new GapCauses();
        customers.forEach(causes::add);
        atLarge.forEach(causes::add);
        return causes.causes();
    }

    private static Totals totals(List<CustomerView> customers) {
        List<FindingView> alarms = customers.stream()
                .flatMap(customer -> customer.findings().stream())
                .filter(finding -> finding.excused() == null)
                .toList();
        List<PurchasedSeatComparisonView> coverage = customers.stream()
                .flatMap(customer -> customer.coverage().stream())
                .toList();
        List<LicenseView> licenses = customers.stream()
                .flatMap(customer -> customer.licenses().stream())
                .toList();
        return new Totals(
                sum(coverage, PurchasedSeatComparisonView::purchased),
                sum(coverage, PurchasedSeatComparisonView::assigned),
                sum(licenses, LicenseView::purchased),
                sum(licenses, LicenseView::assigned),
                sum(licenses, LicenseView::available),
                sum(licenses, LicenseView::tenantTotal),
                products(customers),
                alarms.stream().collect(Collectors.groupingBy(FindingView::kind, Collectors.counting())),
                alarms.stream().collect(Collectors.groupingBy(FindingView::severity, Collectors.counting())),
                4,
                licenseSums(customers).over(),
                licenseSums(customers).free());
    }

    private static List<ProductTotals> products(List<CustomerView> customers) {
        ReviewStatistics statistics = new ReviewStatistics(List.of());
        customers.forEach(customer -> statistics.add(new CheckpointRecord(customer, List.of())));
        return statistics
                .summary(List.of(), List.of(), LocalDate.EPOCH)
                .totals()
                .products();
    }

    private static LicenseSums licenseSums(List<CustomerView> customers) {
        LicenseSums sums = new LicenseSums();
        customers.forEach(sums::add);
        return sums;
    }

    private static <T> QuantitySum sum(List<T> rows, Function<T, @Nullable Long> count) {
        long sum = 0;
        long unreported = 0;
        for (T row : rows) {
            Long one = count.apply(row);
            sum += one == null ? 0 : one;
            unreported += one == null ? 1 : 0;
        }
        return new QuantitySum(sum, rows.size() - unreported, unreported, null);
    }

    /** Writes the fleet in any format. */
    public static void write(List<CustomerView> customers, ReviewWriter writer) throws IOException {
        for (CustomerView customer : customers) {
            writer.customer(customer);
        }
        for (UnmatchedTenantView tenant : onlyAtC3()) {
            writer.unmatched("c3", tenant);
        }
        writer.end(summary(customers, HtmlTroubled.atLarge()));
    }

    /** Writes customers of a review that is compared with an earlier one, and two findings of the earlier review only. */
    public static void writeCompared(List<CustomerView> customers, ReviewWriter writer) throws IOException {
        for (CustomerView customer : customers) {
            writer.customer(customer);
        }
        for (FindingChange change : List.of(FindingChange.RESOLVED, FindingChange.NOT_JUDGED)) {
            FindingView finding = HtmlTroubled.customers().get(0).findings().get(0);
            writer.baselineFinding(new BaselineFindingView(
                    "gone",
                    "Gone Ltd",
                    finding.compared(change, change == FindingChange.RESOLVED ? null : "licenses could not be read")));
        }
        writer.end(summary(customers, HtmlTroubled.atLarge())
                .withComparison(new ComparisonView("2026-11-19T06:00:00Z", Map.of(), Map.of())));
    }

    /** Returns this many customers, numbered from 0. */
    public static List<CustomerView> named(int count, IntFunction<CustomerView> customer) {
        return IntStream.range(0, count).mapToObj(customer).toList();
    }

    /** Returns copies of the thirty customers under different names. */
    public static List<CustomerView> many(int count) {
        List<CustomerView> few = customers();
        return LongStream.range(0, count)
                .mapToObj(i -> renamed(few.get((int) (i % few.size())), i))
                .toList();
    }

    private static CustomerView renamed(CustomerView one, long number) {
        return new CustomerView(
                one.vendor(),
                one.id() + "-" + number,
                one.label() + " " + number,
                one.ownerEmail(),
                one.status(),
                one.statusText(),
                one.country(),
                one.countryCode(),
                one.readAt(),
                one.complete(),
                one.tenants(),
                one.products(),
                one.licenses(),
                one.coverage(),
                one.findings(),
                one.gaps(),
                List.of());
    }
}
