package dev.seatport.reports.output;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Widths of the columns of a table. Measures all cells first, then shrinks the widest columns until a line fits. Words stay whole, up to
 * the length of an id. Confined to one thread.
 */
final class TableLayout {
    static final String SEPARATOR = " | ";
    static final String MARGIN = " ";

    /** In terminal columns. A GUID fits; a longer word is broken. */
    private static final int MAX_UNBROKEN_WORD = 40;

    private final int[] widths;
    private final int[] words;
    private final boolean[] shown;

    /** Creates a layout with room for the titles. */
    TableLayout(String[] titles) {
        widths = new int[titles.length];
        words = new int[titles.length];
        shown = new boolean[titles.length];
        for (int i = 0; i < titles.length; i++) {
            measure(i, titles[i], true);
        }
    }

    /**
     * Makes room for a cell.
     *
     * @param breakable whether the text may be wrapped at its blanks
     */
    void measure(int column, String text, boolean breakable) {
        int width = TextWidth.of(text);
        int word = breakable ? TextWidth.longestWord(text) : width;
        widths[column] = Math.max(widths[column], width);
        words[column] = Math.max(words[column], Math.min(word, MAX_UNBROKEN_WORD));
    }

    void show(int column) {
        shown[column] = true;
    }

    boolean isShown(int column) {
        return shown[column];
    }

    /** Returns the width of a line with these columns. */
    private int total(int[] columns) {
        int count =
                (int) IntStream.range(0, columns.length).filter(this::isShown).count();
        int cells = IntStream.range(0, columns.length)
                .filter(this::isShown)
                .map(i -> columns[i])
                .sum();
        return 2 * MARGIN.length() + cells + SEPARATOR.length() * Math.max(0, count - 1);
    }

    /** Returns whether the columns fit into a line of this width if their text is wrapped. */
    boolean fits(int lineWidth) {
        return total(words) <= lineWidth;
    }

    /** Returns column widths for a line that {@linkplain #fits fits}. */
    int[] fit(int lineWidth) {
        int[] fitted = Arrays.copyOf(widths, widths.length);
        for (int excess = total(fitted) - lineWidth; excess > 0; excess--) {
            int widest = -1;
            for (int i = 0; i < fitted.length; i++) {
                boolean shrinks = isShown(i) && fitted[i] > words[i];
                if (shrinks && (widest < 0 || fitted[i] > fitted[widest])) {
                    widest = i;
                }
            }
            fitted[widest]--;
        }
        return fitted;
    }
}
