package dev.seatport.reports.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which name somebody most likely meant. */
public final class NameSuggester {
    /** Longer texts are no misspelt names. */
    private static final int LONGEST = 60;
    /** The beginning of a name that could not as well be that of another. */
    private static final int SHORTEST = 4;

    private static final int SLIP = 2;

    private NameSuggester() {}

    /**
     * The name with the fewest letters to change, if it is like the text at all: at most a third of it changes, or one is
     * the beginning of the other. Letter case does not count.
     */
    public static Optional<String> suggest(String text, Collection<String> names) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = text.toLowerCase(Locale.ROOT).replace('_', '-');
        return names.stream()
                .filter(name -> isLike(wanted, name))
                .min(Comparator.comparingInt(name -> changes(wanted, name)));
    }

    /** The name that differs from the text by one or two letters, if there is one: a slip, and hardly a name of somebody else's. */
    public static Optional<String> suggestTypo(String text, Collection<String> names) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return names.stream().filter(name -> changes(text, name) <= SLIP).findFirst();
    }

    private static boolean isLike(String wanted, String name) {
        boolean begun = Math.min(wanted.length(), name.length()) >= SHORTEST
                && (wanted.startsWith(name) || name.startsWith(wanted));
        return begun || 3 * changes(wanted, name) <= name.length();
    }

    /** Letters to add, drop or replace. */
    private static int changes(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
