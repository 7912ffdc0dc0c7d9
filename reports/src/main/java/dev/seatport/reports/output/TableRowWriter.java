package dev.seatport.reports.output;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text table. Keeps all rows in memory, because a column is as wide as its widest cell. */
public final class TableRowWriter<V> implements RowWriter<V> {
    /** In terminal columns; longer text is wrapped. */
    private static final int MAX_COLUMN_WIDTH = 58;

    private final List<Column<V>> columns;
    private final List<List<List<String>>> rows = new ArrayList<>();
    private final int[] widths;
    private final boolean[] numeric;
    private final boolean[] shown;
    private final Writer out;

    public TableRowWriter(List<Column<V>> all, Writer out) {
        this.columns = all.stream().filter(column -> column.title() != null).toList();
        this.widths =
                columns.stream().mapToInt(column -> TextWidth.of(title(column))).toArray();
        this.numeric = new boolean[columns.size()];
        this.shown = new boolean[columns.size()];
        this.out = out;
    }

    @Override
    public void row(V row) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Object value = columns.get(i).value().apply(row);
            List<String> lines = TextWidth.wrap(CellText.shown(value), MAX_COLUMN_WIDTH);
            for (String line : lines) {
                widths[i] = Math.max(widths[i], TextWidth.of(line));
            }
            numeric[i] |= value instanceof Number;
            shown[i] |= value != null;
            cells.add(lines);
        }
        rows.add(cells);
    }

    @Override
    public void end() throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            shown[i] |= !columns.get(i).optional();
        }
        line(columns.stream().map(TableRowWriter::title).toList(), false);
        rule();
        for (List<List<String>> cells : rows) {
            int height = cells.stream().mapToInt(List::size).max().orElse(0);
            for (int i = 0; i < height; i++) {
                int nth = i;
                line(
                        cells.stream()
                                .map(lines -> nth < lines.size() ? lines.get(nth) : "")
                                .toList(),
                        true);
            }
        }
    }

    private void line(List<String> texts, boolean data) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            if (!shown[i]) {
                continue;
            }
            String padding = " ".repeat(widths[i] - TextWidth.of(texts.get(i)));
            line.append(i == 0 ? " " : " | ");
            line.append(data && numeric[i] ? padding + texts.get(i) : texts.get(i) + padding);
        }
        out.write(line.toString().stripTrailing());
        out.write('\n');
    }

    private void rule() throws IOException {
        for (int i = 0; i < widths.length; i++) {
            if (!shown[i]) {
                continue;
            }
            out.write(i == 0 ? "" : "+");
            out.write("-".repeat(widths[i] + 2));
        }
        out.write('\n');
    }

    private static String title(Column<?> column) {
        @Nullable String title = column.title();
        return title == null ? column.name() : title;
    }
}
