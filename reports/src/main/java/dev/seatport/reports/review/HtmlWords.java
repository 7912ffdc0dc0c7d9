package dev.seatport.reports.review;

import java.util.Locale;
import java.util.Map;

/** The words that the page uses in place of the names of constants. */
final class HtmlWords {
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

    /** Marks what the vendor of the licenses has deleted. */
    static final String DELETED = " <span class=\"mut\">(deleted)</span>";

    private HtmlWords() {}

    /** A constant's or a vendor's name for people: {@code NO_LICENSES_LEFT} is "No licenses left". What is not known stays as it is. */
    static String of(String name) {
        String spelling = SPELLINGS.get(name);
        if (spelling != null) {
            return spelling;
        }
        boolean constant = !name.isEmpty() && name.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || c == '_');
        return constant
                ? name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ')
                : name;
    }

    /** What a kind of finding means, in half a sentence; empty for a kind that is not known here. */
    static String meaning(String kind) {
        return MEANINGS.getOrDefault(kind, "");
    }
}
