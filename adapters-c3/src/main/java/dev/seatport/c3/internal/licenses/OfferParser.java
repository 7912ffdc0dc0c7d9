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
 * {@code " Office 365 G1 GCC(Monthly)"}. Brackets that hold no known cycle belong to the name. So does a comma: a part without a
 * cycle belongs to the part behind it.
 */
final class OfferParser {
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

    /** Longer names of products are not looked for: looking for one at each comma takes its length each time. */
    private static final int LONGEST_KNOWN = 256;

    /** No word for a cycle is longer. */
    private static final int LONGEST_CYCLE = 64;

    private OfferParser() {}

    static List<Offer> parse(@Nullable String names) {
        return parse(names, null);
    }

    /**
     * Reads them. The time that it takes grows with the length of the text and no faster.
     *
     * @param likely a name that an offer is likely to have; where it stands, it is an offer, whatever commas are in it
     */
    static List<Offer> parse(@Nullable String names, @Nullable String likely) {
        return names == null || names.isBlank() ? List.of() : new OfferToken(names, likely).offers();
    }

    /** A text of offers while it is read from its beginning to its end. */
    private static final class OfferToken {
        private final String names;
        private final @Nullable String likely;
        private List<Offer> offers = List.of();
        private int at;
        /** Where the brackets of the part that was passed last begin that may hold its cycle; -1 if there are none. */
        private int lastOpen;

        OfferToken(String names, @Nullable String likely) {
            this.names = names;
            this.likely = likely == null || likely.isBlank() || likely.length() > LONGEST_KNOWN ? null : likely.strip();
        }

        List<Offer> offers() {
            int pending = -1;
            while (at < names.length()) {
                int from = afterBlanksAndCommas();
                if (from == names.length()) {
                    break;
                }
                int known = endOfKnown(from);
                if (known >= 0 && pending >= 0) {
                    add(pending, from, BillingCycle.UNKNOWN);
                }
                int name = known >= 0 || pending < 0 ? from : pending;
                int end = passPart(name, Math.max(from, known));
                BillingCycle cycle = cycleAtTheEnd(end);
                int nameEnd = cycle == null ? end : lastOpen;
                boolean whole = known >= 0 || (cycle != null && withoutBlanksAndCommas(name, nameEnd) > name);
                if (whole) {
                    add(name, nameEnd, cycle == null ? BillingCycle.UNKNOWN : cycle);
                }
                pending = whole ? -1 : name;
            }
            if (pending >= 0) {
                add(pending, names.length(), BillingCycle.UNKNOWN);
            }
            return offers;
        }

        private int afterBlanksAndCommas() {
            while (at < names.length() && isBlankOrComma(names.charAt(at))) {
                at++;
            }
            return at;
        }

        /** Where the likely name ends that begins here, if a cycle, a comma or the end follows it; -1 if it does not. */
        private int endOfKnown(int from) {
            if (likely == null || !names.regionMatches(true, from, likely, 0, likely.length())) {
                return -1;
            }
            int end = from + likely.length();
            int next = afterBlanks(end);
            if (next < names.length() && names.charAt(next) == '(') {
                int close = next + 1;
                int last = Math.min(names.length(), close + LONGEST_CYCLE);
                while (close < last && names.charAt(close) != ')') {
                    close++;
                }
                next = close < last && cycle(next + 1, close) != null ? afterBlanks(close + 1) : next;
            }
            return next == names.length() || names.charAt(next) == ',' ? end : -1;
        }

        private int afterBlanks(int from) {
            int next = from;
            while (next < names.length() && Character.isWhitespace(names.charAt(next))) {
                next++;
            }
            return next;
        }

        /** Goes on behind the part, from {@code inPart} on, of an offer that begins at {@code name}. A comma in brackets is part of it. */
        private int passPart(int name, int inPart) {
            int depth = 0;
            lastOpen = -1;
            at = inPart;
            while (at < names.length()) {
                char c = names.charAt(at);
                if (c == '(') {
                    depth++;
                    lastOpen = at > name ? at : -1;
                } else if (c == ')') {
                    depth = Math.max(0, depth - 1);
                } else if (c == ',' && depth == 0) {
                    return at++;
                }
                at++;
            }
            return at;
        }

        private @Nullable BillingCycle cycleAtTheEnd(int end) {
            int last = end;
            while (last > 0 && Character.isWhitespace(names.charAt(last - 1))) {
                last--;
            }
            return lastOpen >= 0 && names.charAt(last - 1) == ')' ? cycle(lastOpen + 1, last - 1) : null;
        }

        private @Nullable BillingCycle cycle(int from, int to) {
            for (Map.Entry<String, BillingCycle> usual : USUAL) {
                String word = usual.getKey();
                if (word.length() == to - from && names.startsWith(word, from)) {
                    return usual.getValue();
                }
            }
            return to - from > LONGEST_CYCLE ? null : CYCLES.get(key(names.substring(from, to)));
        }

        private void add(int from, int to, BillingCycle cycle) {
            int end = withoutBlanksAndCommas(from, to);
            if (end == from) {
                return;
            }
            Offer offer = new Offer(text(from, end), cycle);
            if (offers.isEmpty() && at >= names.length()) {
                offers = List.of(offer);
            } else {
                if (offers.isEmpty()) {
                    offers = new ArrayList<>();
                }
                offers.add(offer);
            }
        }

        private int withoutBlanksAndCommas(int from, int to) {
            int last = to;
            while (last > from && isBlankOrComma(names.charAt(last - 1))) {
                last--;
            }
            return last;
        }

        /** The likely name itself rather than a copy of it: most offers have it. */
        private String text(int from, int to) {
            if (likely != null && likely.length() == to - from && names.startsWith(likely, from)) {
                return likely;
            }
            return names.substring(from, to);
        }

        private static boolean isBlankOrComma(char c) {
            return c == ',' || Character.isWhitespace(c);
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
