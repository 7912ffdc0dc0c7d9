package dev.seatport.reports.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Suggests the known name nearest to an unknown one. */
public final class NameSuggester {
    /** A longer text is not a misspelt name. */
    private static final int MAX_NAME_CHARACTERS = 60;
    /** Shorter prefixes match too many names. */
    private static final int MIN_PREFIX_CHARACTERS = 4;

    /** Of three letters, one may differ. */
    private static final int LETTERS_PER_CHANGE = 3;

    private static final int MAX_TYPO_CHANGES = 2;

    private NameSuggester() {}

    /**
     * Returns the name with the fewest letters to change. Letter case and leading dashes are ignored. The name must be similar: at
     * most a third of the letters of the shorter one change, or one is a prefix of the other. Two swapped letters are one change.
     *
     * @return empty if no name is similar
     */
    public static Optional<String> suggest(String text, Collection<String> names) {
        if (text.length() > MAX_NAME_CHARACTERS) {
            return Optional.empty();
        }
        String wanted = letters(text.toLowerCase(Locale.ROOT).replace('_', '-'));
        return names.stream()
                .filter(name -> isLike(wanted, letters(name)))
                .min(Comparator.comparingInt(name -> changes(wanted, letters(name))));
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

    private static String letters(String name) {
        int begin = 0;
        while (begin < name.length() && name.charAt(begin) == '-') {
            begin++;
        }
        return name.substring(begin);
    }

    private static boolean isLike(String wanted, String name) {
        int shorter = Math.min(wanted.length(), name.length());
        boolean prefix = shorter >= MIN_PREFIX_CHARACTERS && (wanted.startsWith(name) || name.startsWith(wanted));
        return prefix || LETTERS_PER_CHANGE * changes(wanted, name) <= shorter;
    }

    /** Returns the distance of two texts: changed, added, removed and swapped letters (optimal string alignment). */
    private static int changes(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int[] reused = beforeLast;
            beforeLast = last;
            last = row;
            row = reused;
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }
        return row[to.length()];
    }
}
