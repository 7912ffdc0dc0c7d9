package dev.seatport.domain.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LapsedLicenses;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.Offer;
import dev.seatport.domain.license.SkuId;
import dev.seatport.domain.observed.Observed;
import dev.seatport.domain.observed.Provenance;
import dev.seatport.domain.review.LicensePosition.DifferingCount;
import dev.seatport.domain.seat.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Merges the rows of one SKU in one tenant into a position. Takes linear time, because a vendor may send thousands of rows of
 * one SKU.
 */
final class LicenseRowMerger {
    private final List<Observed<LicenseConsumption>> rows = new ArrayList<>();
    /** The rows by license customer: all rows of one customer are of one response. */
    private final Map<CustomerId, List<LicenseConsumption>> responses = new LinkedHashMap<>();

    private final List<DifferingCount> differing = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    void add(Observed<LicenseConsumption> row) {
        rows.add(row);
        responses
                .computeIfAbsent(row.value().customer(), customer -> new ArrayList<>())
                .add(row.value());
    }

    LicensePosition merge(Set<SkuId> freeSkus) {
        LicenseConsumption first = rows.get(0).value();
        boolean identified = LicensePosition.isIdentified(first);
        boolean free = identified && freeSkus.contains(first.sku());
        if (!identified) {
            notes.add("no tenant id or no SKU id: excluded from findings and totals");
        }
        if (free) {
            notes.add("free SKU: excluded from totals and from findings about unassigned licenses");
        }
        boolean assignable = assignable();
        if (!assignable) {
            notes.add("SKU that is not assignable: excluded from totals and from findings about unassigned licenses");
        }
        if (rows.size() > 1) {
            notes.add("purchased: sum of " + rows.size() + " rows of one SKU");
        }
        Quantity tenantTotal = tenantCount("tenant total", LicenseConsumption::tenantTotal);
        Quantity assigned = tenantCount("assigned", LicenseConsumption::assigned);
        Quantity available = available();
        List<LicenseConsumption> summed = new ArrayList<>();
        Quantity purchased = purchased(tenantTotal, summed);
        LicenseConsumption merged = new LicenseConsumption(
                first.customer(),
                first.tenant(),
                first.sku(),
                rows.stream()
                        .map(row -> row.value().productName())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                purchased,
                assigned,
                available,
                tenantTotal,
                states(),
                assignable,
                summed.stream().flatMap(row -> row.offers().stream()).toList(),
                renewal());
        Set<Provenance> provenance = new LinkedHashSet<>();
        rows.forEach(row -> provenance.add(row.provenance()));
        return new LicensePosition(merged, rows.size(), free, differing, notes, List.copyOf(provenance));
    }

    /** Count of the tenant, which every row repeats. If two responses differ, the later one applies. */
    private Quantity tenantCount(String name, Function<LicenseConsumption, Quantity> count) {
        Map<CustomerId, Quantity> values = new LinkedHashMap<>();
        for (Map.Entry<CustomerId, List<LicenseConsumption>> response : responses.entrySet()) {
            NavigableSet<Long> reported = new TreeSet<>();
            Quantity unreported = Quantity.of(0);
            for (LicenseConsumption row : response.getValue()) {
                Quantity value = count.apply(row);
                value.count().ifPresent(reported::add);
                unreported = value.isReported() ? unreported : unreported.plus(value);
            }
            if (reported.size() > 1) {
                differing.add(new DifferingCount(name, List.copyOf(reported)));
                notes.add(name + ": the rows of one response differ");
                return Quantity.unreported();
            }
            if (!reported.isEmpty() && !unreported.isReported()) {
                notes.add(name + ": not reported in every row");
            }
            values.put(response.getKey(), unreported.isReported() ? Quantity.of(reported.first()) : unreported);
        }
        if (values.values().stream().distinct().count() > 1) {
            notes.add(name + ": two responses differ, the later one applies");
        }
        return noted(name, Objects.requireNonNull(values.get(latestCustomer())));
    }

    /** The license customer of the latest response. */
    private CustomerId latestCustomer() {
        Observed<LicenseConsumption> latest = rows.get(0);
        for (Observed<LicenseConsumption> row : rows) {
            Instant at = row.provenance().at();
            latest = at.isBefore(latest.provenance().at()) ? latest : row;
        }
        return latest.value().customer();
    }

    private Quantity available() {
        Quantity first = rows.get(0).value().available();
        if (rows.stream().allMatch(row -> row.value().available().equals(first))) {
            return noted("available", first);
        }
        notes.add("available: the rows differ");
        return Quantity.unreported();
    }

    /** States are counts of the tenant too. No supported vendor reports them in several rows, so rows that differ are unreported. */
    private @Nullable LapsedLicenses states() {
        LapsedLicenses first = rows.get(0).value().states();
        if (!rows.stream().allMatch(row -> Objects.equals(first, row.value().states()))) {
            notes.add("states: the rows differ");
            return LapsedLicenses.unreported();
        }
        if (first != null) {
            noted("warning", first.warning());
            noted("suspended", first.suspended());
            noted("locked out", first.lockedOut());
        }
        return first;
    }

    /** Not assignable only if no row is: totals for invoices must not lose licenses because of one odd row. */
    private boolean assignable() {
        long assignable = rows.stream().filter(row -> row.value().assignable()).count();
        if (assignable > 0 && assignable < rows.size()) {
            notes.add("assignable: the rows differ");
        }
        return assignable > 0;
    }

    /** The earliest of the rows: the first licenses end then if they are not renewed. */
    private @Nullable Instant renewal() {
        List<Instant> renewals = rows.stream()
                .map(row -> row.value().renewal())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        if (renewals.size() > 1) {
            notes.add("renewal: the rows differ, the earliest applies");
        }
        return renewals.isEmpty() ? null : renewals.get(0);
    }

    /**
     * Sum of the rows. Equal rows of one response may be two subscriptions or a duplicate. They are added only while the sum
     * does not exceed the tenant total.
     *
     * @param summed receives the rows that are in the sum
     */
    private Quantity purchased(Quantity tenantTotal, List<LicenseConsumption> summed) {
        List<LicenseConsumption> equal = new ArrayList<>();
        for (List<LicenseConsumption> response : responses.values()) {
            Set<String> seen = new HashSet<>();
            for (LicenseConsumption row : response) {
                (response.size() == 1 || seen.add(text(row)) ? summed : equal).add(row);
            }
        }
        boolean partlyReported = summed.stream().anyMatch(row -> row.purchased().isReported());
        Quantity sum = summed.stream().map(LicenseConsumption::purchased).reduce(Quantity.of(0), Quantity::plus);
        int duplicates = 0;
        for (LicenseConsumption row : equal) {
            Quantity withRow = sum.plus(row.purchased());
            if (!sum.isReported() || isAtMost(withRow, tenantTotal)) {
                sum = withRow;
                summed.add(row);
            } else {
                duplicates++;
            }
        }
        if (duplicates > 0) {
            notes.add("purchased: " + duplicates + (duplicates == 1 ? " duplicate row" : " duplicate rows")
                    + " not added");
        }
        if (partlyReported && sum.equals(Quantity.unreported())) {
            notes.add("purchased: not reported in every row");
        }
        return noted("purchased", sum);
    }

    private static boolean isAtMost(Quantity count, Quantity limit) {
        return count instanceof Quantity.Reported reported
                && limit instanceof Quantity.Reported max
                && reported.value() <= max.value();
    }

    private Quantity noted(String name, Quantity count) {
        count.note().ifPresent(note -> notes.add(name + ": " + note));
        return count;
    }

    /** Equal for equal rows of one response. Strings are comparable, which keeps the hash set fast on colliding hashes. */
    private static String text(LicenseConsumption row) {
        StringBuilder text = new StringBuilder()
                .append(row.purchased())
                .append(' ')
                .append(row.assigned())
                .append(' ')
                .append(row.available())
                .append(' ')
                .append(row.tenantTotal())
                .append(' ')
                .append(row.states())
                .append(' ')
                .append(row.assignable())
                .append(' ')
                .append(row.renewal());
        append(text, String.valueOf(row.productName()));
        for (Offer offer : row.offers()) {
            append(text, offer.name());
            text.append(offer.billingCycle());
        }
        return text.toString();
    }

    /** Writes the length too, so that different parts never produce the same text. */
    private static void append(StringBuilder text, String part) {
        text.append(' ').append(part.length()).append(' ').append(part);
    }
}
