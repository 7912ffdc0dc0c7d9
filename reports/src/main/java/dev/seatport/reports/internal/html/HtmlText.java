package dev.seatport.reports.internal.html;

import dev.seatport.domain.observed.FailureKind;
import dev.seatport.domain.review.FindingKind;
import dev.seatport.domain.review.Severity;
import dev.seatport.reports.review.QuantitySum;
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

/** Values as the page's readers see them. */
final class HtmlText {
    static final List<Severity> WORST_FIRST = List.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Map<String, String> MEANINGS = Map.of(
            "UNASSIGNED_LICENSES", "bought through this partner, and not assigned",
            "NO_LICENSES_LEFT", "none in the tenant is free: the next person gets none",
            "OVER_ASSIGNED_LICENSES", "more are assigned than the tenant has, of all partners",
            "LICENSES_IN_GRACE", "some of the assigned ones are past their end",
            "BACKUP_SHORTFALL", "fewer backup seats than people who need one",
            "BACKUP_SURPLUS", "more backup seats than people who need one",
            "VENDORS_DISAGREE", "two vendors count the same thing differently",
            "COUNTS_INCONSISTENT", "one vendor\u2019s own counts do not fit together",
            "TENANT_UNKNOWN_TO_VENDOR", "the vendor of the licenses does not know the tenant");

    private static final Map<String, String> SPELLINGS = Map.of(
            "avepoint", "AvePoint",
            "c3", "C3",
            "MICROSOFT_365", "Microsoft 365",
            "DYNAMICS_365", "Dynamics 365",
            "OVER_ASSIGNED_LICENSES", "Over-assigned licenses",
            "tenant-seats", "seats per tenant",
            "product-seats", "seats per product");

    private HtmlText() {}

    /** A constant's or a vendor's name for people: {@code NO_LICENSES_LEFT} is "No licenses left". An unknown name stays. */
    static String words(String name) {
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

    /** The name of a constant, without any character that could end an attribute. */
    static String constant(String name) {
        return name.replaceAll("[^A-Z0-9_]", "");
    }

    /** What a kind of finding means, in half a sentence; empty for a kind that is not known here. */
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

    /** The style of a severity. */
    static String look(Severity severity) {
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

    /** How many customers lack something, by the reason. */
    static String counts(Map<FailureKind, Long> missing) {
        return new TreeMap<>(missing)
                .entrySet().stream()
                        .map(one -> one.getValue() + "\u00A0\u00D7\u00A0"
                                + lower(one.getKey().name()))
                        .collect(Collectors.joining(", "));
    }

    /** A number with its thousands apart. */
    static String grouped(long number) {
        return (number < 0 ? "\u2212" : "")
                + String.format(Locale.ROOT, "%,d", number).replace("-", "");
    }

    /** "1 customer", "2 customers". */
    static String plural(long count, String one, String many) {
        return grouped(count) + " " + (count == 1 ? one : many);
    }

    /** The sum of what cannot be negative, marked as the least that it can be if it lacks something. */
    static String atLeast(QuantitySum quantitySum, boolean whole) {
        return quantitySum.known()
                ? (whole && quantitySum.exact() ? "" : "\u2265\u00A0") + grouped(quantitySum.value())
                : absent(quantitySum);
    }

    /** The sum of what can be negative, marked as part of the truth if it lacks something. */
    static String soFar(QuantitySum quantitySum, boolean whole) {
        return quantitySum.known()
                ? grouped(quantitySum.value()) + (whole && quantitySum.exact() ? "" : " known")
                : absent(quantitySum);
    }

    private static String absent(QuantitySum quantitySum) {
        return quantitySum.unreported() > 0 || quantitySum.note() != null ? "not reported" : "none";
    }

    /** Why a customer has no counts. */
    static String none(boolean empty, boolean read) {
        return !read ? "could not be read" : empty ? "none" : "not reported";
    }

    static boolean isTime(String iso) {
        try {
            return !Instant.parse(iso).isBefore(Instant.MIN);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** The time in ISO 8601. */
    static String instant(String iso) {
        return Instant.parse(iso).toString();
    }

    /** The time as people read it. */
    static String time(String iso) {
        return TIME.format(Instant.parse(iso));
    }

    /** The number that fills a bar beside others. */
    static long scale(QuantitySum... sums) {
        return Stream.of(sums).mapToLong(QuantitySum::value).max().orElse(0);
    }

    /** A number as percent of a scale. */
    static String share(long number, long scale) {
        return percent(100.0 * Math.max(0, number) / Math.max(1, scale));
    }

    /** What a number leaves of a scale, in percent. */
    static String rest(long number, long scale) {
        return percent(100 - 100.0 * Math.max(0, number) / Math.max(1, scale));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", share);
    }
}
