package dev.seatport.c3.internal.licenses;

import dev.seatport.domain.license.BillingCycle;
import dev.seatport.domain.license.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parser of C3's subscription names, such as {@code " Office 365 G1 GCC(Monthly)"}. Commas separate the offers. Each offer has its
 * billing cycle in parentheses at the end. Parentheses without a known cycle belong to the name. A comma can belong to the name too:
 * a part without a cycle is joined with the next part.
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

    /** Cycles of the documented samples, compared first. */
    private static final List<Map.Entry<String, BillingCycle>> COMMON_CYCLES =
            List.of(Map.entry("Monthly", BillingCycle.MONTHLY), Map.entry("Annual", BillingCycle.ANNUAL));

    /** Hyphen and the characters of {@code \s}. */
    private static final String SEPARATORS = "- \t\n\u000B\f\r";

    /** Maximum length of an expected name, in characters: the parser compares it at every comma. */
    private static final int MAX_EXPECTED_NAME_CHARS = 256;

    /** Maximum length of a billing cycle, in characters. */
    private static final int MAX_CYCLE_CHARS = 64;

    private OfferParser() {}

    static List<Offer> parse(@Nullable String names) {
        return parse(names, null);
    }

    /**
     * Parses the offers in time linear in the length of the text.
     *
     * @param expectedName product name that an offer probably has; it is recognised even if it holds commas
     */
    static List<Offer> parse(@Nullable String names, @Nullable String expectedName) {
        return names == null || names.isBlank() ? List.of() : new OfferScanner(names, expectedName).offers();
    }

    /** Scans a text of offers once, from start to end. */
    private static final class OfferScanner {
        private final String names;
        private final @Nullable String expectedName;
        private List<Offer> offers = List.of();
        private int position;
        /** Index of the last opening parenthesis in the part that was skipped last, which may start its cycle; -1 if none. */
        private int lastOpenParenthesis;

        OfferScanner(String names, @Nullable String expectedName) {
            this.names = names;
            this.expectedName =
                    expectedName == null || expectedName.isBlank() || expectedName.length() > MAX_EXPECTED_NAME_CHARS
                            ? null
                            : expectedName.strip();
        }

        List<Offer> offers() {
            int pending = -1;
            while (position < names.length()) {
                int from = skipBlanksAndCommas();
                if (from == names.length()) {
                    break;
                }
                int expectedEnd = endOfExpectedName(from);
                if (expectedEnd >= 0 && pending >= 0) {
                    add(pending, from, BillingCycle.UNKNOWN);
                }
                int name = expectedEnd >= 0 || pending < 0 ? from : pending;
                int end = skipPart(name, Math.max(from, expectedEnd));
                BillingCycle cycle = cycleAtEnd(end);
                int nameEnd = cycle == null ? end : lastOpenParenthesis;
                boolean complete =
                        expectedEnd >= 0 || (cycle != null && endWithoutBlanksAndCommas(name, nameEnd) > name);
                if (complete) {
                    add(name, nameEnd, cycle == null ? BillingCycle.UNKNOWN : cycle);
                }
                pending = complete ? -1 : name;
            }
            if (pending >= 0) {
                add(pending, names.length(), BillingCycle.UNKNOWN);
            }
            return offers;
        }

        private int skipBlanksAndCommas() {
            while (position < names.length() && isBlankOrComma(names.charAt(position))) {
                position++;
            }
            return position;
        }

        /**
         * Returns the end of the expected name at {@code from}. A cycle, a comma or the end of the text must follow.
         *
         * @return -1 if the expected name is not there
         */
        private int endOfExpectedName(int from) {
            if (expectedName == null || !names.regionMatches(true, from, expectedName, 0, expectedName.length())) {
                return -1;
            }
            int end = from + expectedName.length();
            int next = afterBlanks(end);
            if (next < names.length() && names.charAt(next) == '(') {
                int close = next + 1;
                int last = Math.min(names.length(), close + MAX_CYCLE_CHARS);
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

        /**
         * Skips a part of the offer that starts at {@code name}. A comma in parentheses does not end the part.
         *
         * @param inPart index in the part where the search starts
         * @return the end of the part
         */
        private int skipPart(int name, int inPart) {
            int depth = 0;
            lastOpenParenthesis = -1;
            position = inPart;
            while (position < names.length()) {
                char c = names.charAt(position);
                if (c == '(') {
                    depth++;
                    lastOpenParenthesis = position > name ? position : -1;
                } else if (c == ')') {
                    depth = Math.max(0, depth - 1);
                } else if (c == ',' && depth == 0) {
                    return position++;
                }
                position++;
            }
            return position;
        }

        private @Nullable BillingCycle cycleAtEnd(int end) {
            int last = end;
            while (last > 0 && Character.isWhitespace(names.charAt(last - 1))) {
                last--;
            }
            return lastOpenParenthesis >= 0 && names.charAt(last - 1) == ')'
                    ? cycle(lastOpenParenthesis + 1, last - 1)
                    : null;
        }

        private @Nullable BillingCycle cycle(int from, int to) {
            for (Map.Entry<String, BillingCycle> common : COMMON_CYCLES) {
                String word = common.getKey();
                if (word.length() == to - from && names.startsWith(word, from)) {
                    return common.getValue();
                }
            }
            return to - from > MAX_CYCLE_CHARS ? null : CYCLES.get(key(names.substring(from, to)));
        }

        private void add(int from, int to, BillingCycle cycle) {
            int end = endWithoutBlanksAndCommas(from, to);
            if (end == from) {
                return;
            }
            Offer offer = new Offer(text(from, end), cycle);
            if (offers.isEmpty() && position >= names.length()) {
                offers = List.of(offer);
            } else {
                if (offers.isEmpty()) {
                    offers = new ArrayList<>();
                }
                offers.add(offer);
            }
        }

        private int endWithoutBlanksAndCommas(int from, int to) {
            int last = to;
            while (last > from && isBlankOrComma(names.charAt(last - 1))) {
                last--;
            }
            return last;
        }

        /** Returns the expected name without copying it, because most offers have it. */
        private String text(int from, int to) {
            if (expectedName != null && expectedName.length() == to - from && names.startsWith(expectedName, from)) {
                return expectedName;
            }
            return names.substring(from, to);
        }

        private static boolean isBlankOrComma(char c) {
            return c == ',' || Character.isWhitespace(c);
        }
    }

    /** Returns the cycle in lower case, without separators. */
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
