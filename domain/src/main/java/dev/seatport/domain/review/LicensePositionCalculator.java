package dev.seatport.domain.review;

import dev.seatport.domain.customer.CustomerId;
import dev.seatport.domain.license.LicenseConsumption;
import dev.seatport.domain.license.LicenseStates;
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
 * The rows of one SKU in one tenant, and the position that they make together. The work is linear in the rows: a vendor may
 * send thousands of one SKU.
 */
final class LicensePositionCalculator {
    private final List<Observed<LicenseConsumption>> all = new ArrayList<>();
    /** The rows of one license customer came in one response. */
    private final Map<CustomerId, List<LicenseConsumption>> responses = new LinkedHashMap<>();

    private final List<DifferingCount> differing = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    void add(Observed<LicenseConsumption> row) {
        all.add(row);
        responses
                .computeIfAbsent(row.value().customer(), customer -> new ArrayList<>())
                .add(row.value());
    }

    LicensePosition joined(Set<SkuId> freeSkus) {
        LicenseConsumption first = all.get(0).value();
        boolean identified = LicensePosition.isIdentified(first);
        boolean free = identified && freeSkus.contains(first.sku());
        if (!identified) {
            notes.add("without an id: in no finding and in no total");
        }
        if (free) {
            notes.add("free SKU: in no total, and not reported as unused");
        }
        if (all.size() > 1) {
            notes.add("purchased is summed from " + all.size() + " rows of one SKU");
        }
        Quantity tenantTotal = ofTenant("tenant total", LicenseConsumption::tenantTotal);
        Quantity assigned = ofTenant("assigned", LicenseConsumption::assigned);
        Quantity available = available();
        List<LicenseConsumption> counted = new ArrayList<>();
        Quantity purchased = purchased(tenantTotal, counted);
        LicenseConsumption joined = new LicenseConsumption(
                first.customer(),
                first.tenant(),
                first.sku(),
                all.stream()
                        .map(row -> row.value().productName())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                purchased,
                assigned,
                available,
                tenantTotal,
                states(),
                counted.stream().flatMap(row -> row.offers().stream()).toList());
        Set<Provenance> provenance = new LinkedHashSet<>();
        all.forEach(row -> provenance.add(row.provenance()));
        return new LicensePosition(joined, all.size(), free, differing, notes, List.copyOf(provenance));
    }

    /** One value, however many rows report it. Of two responses that differ, the later one counts. */
    private Quantity ofTenant(String name, Function<LicenseConsumption, Quantity> count) {
        Map<CustomerId, Quantity> values = new LinkedHashMap<>();
        for (Map.Entry<CustomerId, List<LicenseConsumption>> response : responses.entrySet()) {
            NavigableSet<Long> reported = new TreeSet<>();
            Quantity unreported = Quantity.of(0);
            for (LicenseConsumption row : response.getValue()) {
                Quantity one = count.apply(row);
                one.count().ifPresent(reported::add);
                unreported = one.isReported() ? unreported : unreported.plus(one);
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
            notes.add(name + ": two responses differ, the later one counts");
        }
        return noted(name, Objects.requireNonNull(values.get(latest())));
    }

    /** The license customer whose response came last. */
    private CustomerId latest() {
        Observed<LicenseConsumption> latest = all.get(0);
        for (Observed<LicenseConsumption> row : all) {
            Instant at = row.provenance().at();
            latest = at.isBefore(latest.provenance().at()) ? latest : row;
        }
        return latest.value().customer();
    }

    private Quantity available() {
        Quantity first = all.get(0).value().available();
        if (all.stream().allMatch(row -> row.value().available().equals(first))) {
            return noted("available", first);
        }
        notes.add("available: the rows differ");
        return Quantity.unreported();
    }

    /** States are counts of the tenant as well; no vendor of today reports them in several rows. */
    private @Nullable LicenseStates states() {
        LicenseStates first = all.get(0).value().states();
        return all.stream().allMatch(row -> Objects.equals(first, row.value().states()))
                ? first
                : LicenseStates.unreported();
    }

    /**
     * The sum of the rows. Two subscriptions may have equal rows, and a response may hold one row twice. Equal rows are added
     * as long as the tenant has room for them.
     *
     * @param counted receives the rows that are in the sum
     */
    private Quantity purchased(Quantity tenantTotal, List<LicenseConsumption> counted) {
        List<LicenseConsumption> equal = new ArrayList<>();
        for (List<LicenseConsumption> response : responses.values()) {
            Set<String> seen = new HashSet<>();
            for (LicenseConsumption row : response) {
                (response.size() == 1 || seen.add(text(row)) ? counted : equal).add(row);
            }
        }
        boolean partly = counted.stream().anyMatch(row -> row.purchased().isReported());
        Quantity sum = counted.stream().map(LicenseConsumption::purchased).reduce(Quantity.of(0), Quantity::plus);
        int repeats = 0;
        for (LicenseConsumption row : equal) {
            Quantity more = sum.plus(row.purchased());
            if (!sum.isReported() || isAtMost(more, tenantTotal)) {
                sum = more;
                counted.add(row);
            } else {
                repeats++;
            }
        }
        if (repeats > 0) {
            notes.add("purchased: " + repeats + (repeats == 1 ? " row is" : " rows are") + " a repeat and not added");
        }
        if (partly && sum.equals(Quantity.unreported())) {
            notes.add("purchased: not reported in every row");
        }
        return noted("purchased", sum);
    }

    private static boolean isAtMost(Quantity count, Quantity most) {
        return count instanceof Quantity.Reported one
                && most instanceof Quantity.Reported other
                && one.value() <= other.value();
    }

    private Quantity noted(String name, Quantity count) {
        count.note().ifPresent(note -> notes.add(name + ": " + note));
        return count;
    }

    /** Equal for equal rows of one response. Texts can be compared, so many of one hash slow nothing down. */
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
                .append(row.states());
        append(text, String.valueOf(row.productName()));
        for (Offer offer : row.offers()) {
            append(text, offer.name());
            text.append(offer.billingCycle());
        }
        return text.toString();
    }

    /** With its length, so that no text can pass for two. */
    private static void append(StringBuilder text, String part) {
        text.append(' ').append(part.length()).append(' ').append(part);
    }
}
