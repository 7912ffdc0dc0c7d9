package dev.seatport.c3.internal.licenses;

import dev.seatport.domain.license.BillingCycle;
import dev.seatport.domain.license.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads C3's subscription names: offers separated by commas, each with its billing cycle in brackets at its end, such as
 * {@code " Office 365 G1 GCC(Monthly)"}. Brackets that hold no known cycle belong to the name.
 */
final class Offers {
    private static final Map<String, BillingCycle> CYCLES = Map.ofEntries(
            Map.entry("monthly", BillingCycle.MONTHLY),
            Map.entry("month", BillingCycle.MONTHLY),
            Map.entry("1month", BillingCycle.MONTHLY),
            Map.entry("onemonth", BillingCycle.MONTHLY),
            Map.entry("p1m", BillingCycle.MONTHLY),
            Map.entry("annual", BillingCycle.ANNUAL),
            Map.entry("annually", BillingCycle.ANNUAL),
            Map.entry("yearly", BillingCycle.ANNUAL),
            Map.entry("year", BillingCycle.ANNUAL),
            Map.entry("1year", BillingCycle.ANNUAL),
            Map.entry("oneyear", BillingCycle.ANNUAL),
            Map.entry("12months", BillingCycle.ANNUAL),
            Map.entry("p1y", BillingCycle.ANNUAL),
            Map.entry("triennial", BillingCycle.TRIENNIAL),
            Map.entry("triennially", BillingCycle.TRIENNIAL),
            Map.entry("3year", BillingCycle.TRIENNIAL),
            Map.entry("3years", BillingCycle.TRIENNIAL),
            Map.entry("threeyear", BillingCycle.TRIENNIAL),
            Map.entry("threeyears", BillingCycle.TRIENNIAL),
            Map.entry("36months", BillingCycle.TRIENNIAL),
            Map.entry("p3y", BillingCycle.TRIENNIAL),
            Map.entry("onetime", BillingCycle.ONE_TIME),
            Map.entry("once", BillingCycle.ONE_TIME));

    private Offers() {}

    static List<Offer> parse(@Nullable String names) {
        List<Offer> offers = new ArrayList<>();
        if (names != null) {
            for (String part : split(names)) {
                if (!part.isBlank()) {
                    offers.add(offer(part.strip()));
                }
            }
        }
        return offers;
    }

    /** A comma inside brackets does not separate. */
    private static List<String> split(String names) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < names.length(); i++) {
            char c = names.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth = Math.max(0, depth - 1);
            } else if (c == ',' && depth == 0) {
                parts.add(names.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(names.substring(from));
        return parts;
    }

    private static Offer offer(String text) {
        int open = text.lastIndexOf('(');
        if (open > 0 && text.endsWith(")")) {
            BillingCycle cycle = CYCLES.get(key(text.substring(open + 1, text.length() - 1)));
            String name = text.substring(0, open).strip();
            if (cycle != null && !name.isEmpty()) {
                return new Offer(name, cycle);
            }
        }
        return new Offer(text, BillingCycle.UNKNOWN);
    }

    private static String key(String cycle) {
        return cycle.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }
}
