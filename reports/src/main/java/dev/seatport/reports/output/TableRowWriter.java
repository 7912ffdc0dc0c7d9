package dev.seatport.reports.output;

import dev.seatport.reports.internal.SpoolFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Text table. A column is as wide as its widest cell, so the table is written at its end. Rows beyond the first thousand wait in a
 * temporary file. If the columns do not fit into a line, their text is wrapped. If that is not enough, each row becomes a record with
 * one line per column. Confined to one thread.
 */
public final class TableRowWriter<V> implements RowWriter<V> {
    /** Width of lines that never break. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    /** Larger listings are rare, and a temporary file for each small one costs time. */
    private static final int MAX_ROWS_IN_MEMORY = 1_000;

    /** Separates the cells of a row in the temporary file. The text of a cell contains no control character. */
    private static final String CELL_SEPARATOR = "\t";

    private final List<Column<V>> columns;
    private final String[] titles;
    private final TableLayout layout;
    private final boolean[] numeric;
    private final List<String> rows = new ArrayList<>();
    private final Writer out;
    private final int lineWidth;
    private @Nullable SpoolFile furtherRows;

    /** Creates a writer of lines of any width. */
    public TableRowWriter(List<Column<V>> all, Writer out) {
        this(all, out, UNBOUNDED);
    }

    /**
     * Creates a writer.
     *
     * @param lineWidth the greatest width of a line, in terminal columns
     */
    public TableRowWriter(List<Column<V>> all, Writer out, int lineWidth) {
        this.columns = all.stream().filter(column -> column.title() != null).toList();
        this.titles = columns.stream().map(TableRowWriter::title).toArray(String[]::new);
        this.layout = new TableLayout(titles);
        this.numeric = new boolean[columns.size()];
        this.out = out;
        this.lineWidth = lineWidth;
        for (int i = 0; i < titles.length; i++) {
            if (!columns.get(i).optional()) {
                layout.show(i);
            }
        }
    }

    @Override
    public void row(V row) throws IOException {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Object value = columns.get(i).value().apply(row);
            String text = CellText.shownElements(value);
            layout.measure(i, CellText.joined(text), !(value instanceof Number));
            numeric[i] |= value instanceof Number;
            if (value != null && !Boolean.FALSE.equals(value)) {
                layout.show(i);
            }
            cells.add(text);
        }
        keep(String.join(CELL_SEPARATOR, cells));
    }

    private void keep(String row) throws IOException {
        if (rows.size() < MAX_ROWS_IN_MEMORY) {
            rows.add(row);
            return;
        }
        if (furtherRows == null) {
            try {
                furtherRows = SpoolFile.open();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        furtherRows.write(row + "\n");
    }

    @Override
    public void end() throws IOException {
        LineWriter lines = layout.fits(lineWidth) ? new Lines(layout.fit(lineWidth)) : new Records();
        lines.begin();
        for (String row : rows) {
            lines.write(row.split(CELL_SEPARATOR, -1));
        }
        if (furtherRows != null) {
            try (SpoolFile spooled = furtherRows) {
                spooled.forEachLine(row -> lines.write(row.split(CELL_SEPARATOR, -1)));
            }
        }
    }

    /** Layout of the rows. */
    private interface LineWriter {
        void begin() throws IOException;

        void write(String[] cells) throws IOException;
    }

    /** One row per line, or several lines if its text is wrapped. */
    private final class Lines implements LineWriter {
        private final int[] widths;

        private Lines(int[] widths) {
            this.widths = widths;
        }

        @Override
        public void begin() throws IOException {
            row(titles, false);
            String separator = "";
            for (int i = 0; i < widths.length; i++) {
                if (layout.isShown(i)) {
                    out.write(separator + "-".repeat(widths[i] + 2));
                    separator = "+";
                }
            }
            out.write('\n');
        }

        @Override
        public void write(String[] cells) throws IOException {
            row(cells, true);
        }

        private void row(String[] cells, boolean data) throws IOException {
            List<List<String>> wrapped = IntStream.range(0, cells.length)
                    .mapToObj(i -> CellText.lines(cells[i], widths[i]))
                    .toList();
            int height = IntStream.range(0, cells.length)
                    .filter(layout::isShown)
                    .map(i -> wrapped.get(i).size())
                    .max()
                    .orElse(0);
            for (int line = 0; line < height; line++) {
                line(wrapped, line, data);
            }
        }

        private void line(List<List<String>> wrapped, int number, boolean data) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                if (layout.isShown(i)) {
                    List<String> lines = wrapped.get(i);
                    String text = number < lines.size() ? lines.get(number) : "";
                    String padding = " ".repeat(widths[i] - TextWidth.of(text));
                    line.append(line.isEmpty() ? TableLayout.MARGIN : TableLayout.SEPARATOR)
                            .append(data && numeric[i] ? padding + text : text + padding);
                }
            }
            out.write(line.toString().stripTrailing());
            out.write('\n');
        }
    }

    /** One line per cell, and an empty line between the rows. */
    private final class Records implements LineWriter {
        private final RecordLines recordLines = new RecordLines(
                IntStream.range(0, titles.length)
                        .filter(layout::isShown)
                        .mapToObj(i -> titles[i])
                        .toList(),
                out,
                lineWidth);
        private boolean begun;

        @Override
        public void begin() {}

        @Override
        public void write(String[] cells) throws IOException {
            if (begun) {
                out.write('\n');
            }
            begun = true;
            for (int i = 0; i < cells.length; i++) {
                if (layout.isShown(i)) {
                    recordLines.write(titles[i], cells[i]);
                }
            }
        }
    }

    private static String title(Column<?> column) {
        @Nullable String title = column.title();
        return title == null ? column.name() : title;
    }
}
