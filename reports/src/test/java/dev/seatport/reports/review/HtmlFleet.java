package dev.seatport.reports.review;

import dev.seatport.domain.review.FindingKind;
import dev.seatport.reports.review.Certificate.MissingEntry;
import dev.seatport.reports.review.Certificate.Sum;
import dev.seatport.reports.review.Certificate.Totals;
import dev.seatport.reports.review.CustomerEntry.CoverageEntry;
import dev.seatport.reports.review.CustomerEntry.FindingEntry;
import dev.seatport.reports.review.CustomerEntry.LicenseEntry;
import dev.seatport.reports.review.CustomerEntry.UnmatchedEntry;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Thirty customers as a partner may have them: every kind of finding, gaps, exclusions, tenants that only one vendor has. */
final class HtmlFleet {
    static final ReviewHead HEAD = new ReviewHead("2026-11-20T06:00:00Z", "0.1.0", "avepoint", "c3", Set.of());
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

    static List<CustomerEntry> customers() {
        List<CustomerEntry> all = new ArrayList<>();
        for (int i = 0; i < SOUND.size(); i++) {
            all.add(sound(i));
        }
        all.addAll(HtmlTroubled.customers());
        return all;
    }

    private static CustomerEntry sound(int i) {
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

    static String id(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    static List<UnmatchedEntry> onlyAtC3() {
        return List.of(
                new UnmatchedEntry(
                        "c3-4711",
                        "Harbour Lights Hotel",
                        "harbourlights.onmicrosoft.example",
                        List.of("harbour-lights-hotel"),
                        true,
                        true),
                new UnmatchedEntry(
                        "c3-4780", "Zephyr Wind Services", "zephyr.onmicrosoft.example", List.of(), false, false));
    }

    /** What {@code seatport review} says of customers of which some may be incomplete. */
    static Certificate certificate(List<CustomerEntry> customers, List<MissingEntry> atLarge) {
        long complete = customers.stream().filter(CustomerEntry::complete).count();
        boolean whole = complete == customers.size() && atLarge.isEmpty();
        return new Certificate(
                customers.size(),
                complete,
                whole,
                complete + " of " + customers.size() + " customers complete",
                whole
                        ? List.of(
                                "customers: complete",
                                "tenant-seats: complete",
                                "product-seats: complete",
                                "licenses: complete")
                        : List.of(
                                "customers: 1 INCOMPLETE_LISTING",
                                "tenant-seats: complete",
                                "product-seats: 1 TIMED_OUT",
                                "licenses: 2 PERMISSION_DENIED, 1 RATE_LIMITED"),
                atLarge,
                totals(customers),
                HtmlTroubled.exclusions(),
                customers.stream()
                        .map(CustomerEntry::readAt)
                        .min(String::compareTo)
                        .orElse(null));
    }

    private static Totals totals(List<CustomerEntry> customers) {
        List<FindingEntry> alarms = customers.stream()
                .flatMap(customer -> customer.findings().stream())
                .filter(finding -> finding.excused() == null)
                .toList();
        List<CoverageEntry> coverage = customers.stream()
                .flatMap(customer -> customer.coverage().stream())
                .toList();
        List<LicenseEntry> licenses = customers.stream()
                .flatMap(customer -> customer.licenses().stream())
                .toList();
        return new Totals(
                sum(coverage, CoverageEntry::purchased),
                sum(coverage, CoverageEntry::assigned),
                sum(licenses, LicenseEntry::purchased),
                sum(licenses, LicenseEntry::assigned),
                sum(licenses, LicenseEntry::available),
                sum(licenses, LicenseEntry::tenantTotal),
                alarms.stream().collect(Collectors.groupingBy(FindingEntry::kind, Collectors.counting())),
                alarms.stream().collect(Collectors.groupingBy(FindingEntry::severity, Collectors.counting())),
                4);
    }

    private static <T> Sum sum(List<T> rows, Function<T, @Nullable Long> count) {
        long sum = 0;
        long unreported = 0;
        for (T row : rows) {
            Long one = count.apply(row);
            sum += one == null ? 0 : one;
            unreported += one == null ? 1 : 0;
        }
        return new Sum(sum, rows.size() - unreported, unreported, null);
    }

    /** The whole page. */
    static String page() {
        StringWriter out = new StringWriter();
        write(customers(), out);
        return out.toString();
    }

    static void write(List<CustomerEntry> customers, Writer out) {
        try (HtmlReviewWriter writer = new HtmlReviewWriter(HEAD, out)) {
            write(customers, writer);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The same in whatever format. */
    static void write(List<CustomerEntry> customers, ReviewWriter writer) throws IOException {
        for (CustomerEntry customer : customers) {
            writer.customer(customer);
        }
        for (UnmatchedEntry tenant : onlyAtC3()) {
            writer.unmatched("c3", tenant);
        }
        writer.end(certificate(customers, HtmlTroubled.atLarge()));
    }

    /** So many customers, the thirty over and over under names of their own. */
    static List<CustomerEntry> many(int count) {
        List<CustomerEntry> few = customers();
        return LongStream.range(0, count)
                .mapToObj(i -> renamed(few.get((int) (i % few.size())), i))
                .toList();
    }

    private static CustomerEntry renamed(CustomerEntry one, long number) {
        return new CustomerEntry(
                one.vendor(),
                one.id() + "-" + number,
                one.label() + " " + number,
                one.ownerEmail(),
                one.status(),
                one.statusText(),
                one.country(),
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
