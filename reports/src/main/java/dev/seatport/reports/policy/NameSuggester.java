package dev.seatport.reports.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Suggests the known name nearest to an unknown one. */
public final class NameSuggester {
    /** A longer text is not a misspelt name. */
    private static final int MAX_NAME_CHARACTERS = 60;
    /** Shorter prefixes match too many names. */
    private static final int MIN_PREFIX_CHARACTERS = 4;

    private static final int MAX_TYPO_CHANGES = 2;

    private NameSuggester() {}

    /**
     * Returns the name with the fewest letters to change. Letter case is ignored. The name must be similar: at most a third of
     * its letters change, or one text is a prefix of the other.
     *
     * @return empty if no name is similar
     */
    public static Optional<String> suggest(String text, Collection<String> names) {
        if (text.length() > MAX_NAME_CHARACTERS) {
            return Optional.empty();
        }
        String wanted = text.toLowerCase(Locale.ROOT).replace('_', '-');
        return names.stream()
                .filter(name -> isLike(wanted, name))
                .min(Comparator.comparingInt(name -> changes(wanted, name)));
    }

    /**
     * Returns a name that differs from the text by at most two letters: most likely a typo, not a name of another program.
     *
     * @return empty if there is none
     */
    public static Optional<String> suggestTypo(String text, Collection<String> names) {
        if (text.length() > MAX_NAME_CHARACTERS) {
            return Optional.empty();
        }
        return names.stream()
                .filter(name -> changes(text, name) <= MAX_TYPO_CHANGES)
                .findFirst();
    }

    private static boolean isLike(String wanted, String name) {
        boolean prefix = Math.min(wanted.length(), name.length()) >= MIN_PREFIX_CHARACTERS
                && (wanted.startsWith(name) || name.startsWith(wanted));
        return prefix || 3 * changes(wanted, name) <= name.length();
    }

    /** Returns the Levenshtein distance. */
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
