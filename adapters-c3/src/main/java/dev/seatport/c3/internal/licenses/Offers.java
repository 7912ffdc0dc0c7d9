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

    /** The words of the documents' samples, looked at first. */
    private static final List<Map.Entry<String, BillingCycle>> USUAL =
            List.of(Map.entry("Monthly", BillingCycle.MONTHLY), Map.entry("Annual", BillingCycle.ANNUAL));

    /** Dashes and what a regular expression calls white space. */
    private static final String SEPARATORS = "- \t\n\u000B\f\r";

    private Offers() {}

    static List<Offer> parse(@Nullable String names) {
        return parse(names, null);
    }

    /**
     * Reads them.
     *
     * @param likely a name that an offer is likely to have; if it does, it is that text, and no further one
     */
    static List<Offer> parse(@Nullable String names, @Nullable String likely) {
        if (names == null) {
            return List.of();
        }
        int end = endOfPart(names, 0);
        List<Offer> first = part(names, 0, end, likely);
        if (end == names.length()) {
            return first;
        }
        List<Offer> offers = new ArrayList<>(first);
        while (end < names.length()) {
            int from = end + 1;
            end = endOfPart(names, from);
            offers.addAll(part(names, from, end, likely));
        }
        return offers;
    }

    private static List<Offer> part(String names, int from, int to, @Nullable String likely) {
        int first = afterBlanks(names, from, to);
        return first == to ? List.of() : List.of(new Part(names, likely).offer(first, beforeBlanks(names, first, to)));
    }

    /** A comma inside brackets does not separate. */
    private static int endOfPart(String names, int from) {
        int depth = 0;
        for (int i = from; i < names.length(); i++) {
            char c = names.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth = Math.max(0, depth - 1);
            } else if (c == ',' && depth == 0) {
                return i;
            }
        }
        return names.length();
    }

    private static int afterBlanks(String text, int from, int to) {
        int first = from;
        while (first < to && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return first;
    }

    private static int beforeBlanks(String text, int from, int to) {
        int last = to;
        while (last > from && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }

    /** What stands between two commas. */
    private record Part(String names, @Nullable String likely) {
        Offer offer(int from, int to) {
            int open = names.lastIndexOf('(', to - 1);
            if (open > from && names.charAt(to - 1) == ')') {
                BillingCycle cycle = cycle(open + 1, to - 1);
                int end = beforeBlanks(names, from, open);
                if (cycle != null && end > from) {
                    return new Offer(text(from, end), cycle);
                }
            }
            return new Offer(text(from, to), BillingCycle.UNKNOWN);
        }

        private String text(int from, int to) {
            if (likely != null && likely.length() == to - from && names.startsWith(likely, from)) {
                return likely;
            }
            return names.substring(from, to);
        }

        private @Nullable BillingCycle cycle(int from, int to) {
            for (Map.Entry<String, BillingCycle> usual : USUAL) {
                String word = usual.getKey();
                if (word.length() == to - from && names.startsWith(word, from)) {
                    return usual.getValue();
                }
            }
            return CYCLES.get(key(names.substring(from, to)));
        }
    }

    /** In small letters, without what separates words. */
    private static String key(String cycle) {
        String small = cycle.toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(small.length());
        for (int i = 0; i < small.length(); i++) {
            char c = small.charAt(i);
            if (SEPARATORS.indexOf(c) < 0) {
                key.append(c);
            }
        }
        return key.toString();
    }
}
