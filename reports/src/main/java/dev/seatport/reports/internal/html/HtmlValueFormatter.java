package dev.seatport.reports.internal.html;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.Severity;
import dev.seatport.reports.review.QuantitySum;
import dev.seatport.reports.review.SkuDifference;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Converts values to the texts of the HTML page. */
final class HtmlValueFormatter {
    static final List<Severity> WORST_FIRST = List.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Map<String, String> MEANINGS = Map.of(
            "UNASSIGNED_LICENSES", "purchased through this partner and not assigned",
            "NO_LICENSES_LEFT", "no license in the tenant is available for the next person",
            "OVER_ASSIGNED_LICENSES", "more are assigned than the tenant has from all partners",
            "LICENSES_IN_GRACE", "some assigned licenses are past their end",
            "BACKUP_SHORTFALL", "fewer backup seats than people who need one",
            "BACKUP_SURPLUS", "more backup seats than people who need one",
            "VENDORS_DISAGREE", "two vendors count the same thing differently",
            "COUNTS_INCONSISTENT", "one vendor\u2019s own counts do not fit together",
            "TENANT_UNKNOWN_TO_VENDOR", "the license vendor does not list the tenant",
            "TENANT_WITHOUT_BACKUP", "the license vendor lists the tenant, and the seat vendor does not");

    private static final Map<String, String> SPELLINGS = Map.of(
            "MICROSOFT_365", "Microsoft 365",
            "DYNAMICS_365", "Dynamics 365",
            "OVER_ASSIGNED_LICENSES", "Over-assigned licenses",
            "tenant-seats", "seats per tenant",
            "product-seats", "seats per product");

    private HtmlValueFormatter() {}

    /** Returns the display name of a constant: "No licenses left" for {@code NO_LICENSES_LEFT}. Keeps an unknown name. */
    static String displayName(String name) {
        String spelling = SPELLINGS.get(name);
        if (spelling != null) {
            return spelling;
        }
        boolean constant = !name.isEmpty() && name.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || c == '_');
        return constant ? name.charAt(0) + lower(name.substring(1)) : name;
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** Removes characters that could end an HTML attribute. */
    static String constant(String name) {
        return name.replaceAll("[^A-Z0-9_]", "");
    }

    /** Returns the meaning of a kind of finding; empty for an unknown kind. */
    static String meaning(String kind) {
        return MEANINGS.getOrDefault(kind, "");
    }

    static Severity defaultSeverity(String kind) {
        return Arrays.stream(FindingKind.values())
                .filter(one -> one.name().equals(kind))
                .map(FindingKind::defaultSeverity)
                .findFirst()
                .orElse(Severity.INFO);
    }

    static String cssClass(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "crit";
            case WARNING -> "warn";
            case INFO -> "info";
        };
    }

    static String scope(String scope) {
        return switch (scope) {
            case "ALERTS_ONLY" -> "no alarm, still listed";
            case "EVERYWHERE" -> "not listed, only counted";
            default -> scope;
        };
    }

    /** Returns the number of customers with missing data by reason, such as "2 × rate limited". */
    static String counts(Map<FailureKind, Long> missing) {
        return new TreeMap<>(missing)
                .entrySet().stream()
                        .map(one -> one.getValue() + "\u00A0\u00D7\u00A0"
                                + lower(one.getKey().name()))
                        .collect(Collectors.joining(", "));
    }

    /** Returns a number with thousands separators. */
    static String grouped(long number) {
        return (number < 0 ? "\u2212" : "")
                + String.format(Locale.ROOT, "%,d", number).replace("-", "");
    }

    /** Returns texts such as "1 customer" and "2 customers". */
    static String plural(long count, String one, String many) {
        return grouped(count) + " " + (count == 1 ? one : many);
    }

    /** Returns a sum of counts that are never negative. Marks an incomplete sum as a lower bound. */
    static String atLeast(QuantitySum sum, boolean whole) {
        return sum.known() ? (whole && sum.exact() ? "" : "\u2265\u00A0") + grouped(sum.value()) : absent(sum);
    }

    /** Returns a difference of licenses without its SKUs, such as "5 free". Marks an incomplete one as a lower bound. */
    static String licenses(SkuDifference difference, String what, boolean whole) {
        if (difference.skus() == 0) {
            return whole && difference.unreported() == 0 ? "none " + what : what + ": not reported";
        }
        Long sum = difference.sum();
        String number = sum == null ? "more than " + grouped(Long.MAX_VALUE) : grouped(sum);
        return (sum == null || (whole && difference.unreported() == 0) ? "" : "\u2265\u00A0") + number + " " + what;
    }

    /** Returns the SKUs of a difference, such as " on 2 SKUs"; empty if there are none. */
    static String skus(SkuDifference difference) {
        return difference.skus() == 0 ? "" : " on " + plural(difference.skus(), "SKU", "SKUs");
    }

    private static String absent(QuantitySum sum) {
        return sum.unreported() > 0 || sum.note() != null ? "not reported" : "none";
    }

    /** Returns why a customer has no counts. */
    static String absenceReason(boolean empty, boolean read) {
        return !read ? "could not be read" : empty ? "none" : "not reported";
    }

    static boolean isTime(String iso) {
        try {
            return !Instant.parse(iso).isBefore(Instant.MIN);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** Returns the time in ISO 8601. */
    static String instant(String iso) {
        return Instant.parse(iso).toString();
    }

    /** Returns the time for display. */
    static String time(String iso) {
        return TIME.format(Instant.parse(iso));
    }

    /** Returns the maximum of bars that share one scale. */
    static long scale(QuantitySum... sums) {
        return Stream.of(sums).mapToLong(QuantitySum::value).max().orElse(0);
    }

    /** Returns a number as a percentage of a scale. */
    static String share(long number, long scale) {
        return percent(100.0 * Math.max(0, number) / Math.max(1, scale));
    }

    /** Returns the remainder of a scale as a percentage. */
    static String rest(long number, long scale) {
        return percent(100 - 100.0 * Math.max(0, number) / Math.max(1, scale));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", share);
    }
}
