package dev.seatport.reports.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes the values of a record as lines of a name and a value. Values begin in one column and are wrapped to the line width. */
final class RecordLines {
    private static final int GAP = 2;
    /** A narrower column of values would break every word. */
    private static final int MIN_VALUE_WIDTH = 20;

    private final Writer out;
    private final int nameWidth;
    private final int valueWidth;

    /** Creates a writer for values with these names. */
    RecordLines(List<String> names, Writer out, int lineWidth) {
        this.out = out;
        this.nameWidth = names.stream().mapToInt(TextWidth::of).max().orElse(0) + GAP;
        this.valueWidth = Math.max(MIN_VALUE_WIDTH, lineWidth - nameWidth);
    }

    /** Writes a name and a text of {@link CellText#shownElements}. */
    void write(String name, String value) throws IOException {
        String first = name + " ".repeat(nameWidth - TextWidth.of(name));
        for (String line : CellText.lines(value, valueWidth)) {
            out.write((first + line).stripTrailing());
            out.write('\n');
            first = " ".repeat(nameWidth);
        }
    }
}
