package dev.seatport.reports.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes one row as text, one line per column. */
final class KeyValueWriter<V> implements RowWriter<V> {
    private final List<Column<V>> columns;
    private final Writer out;

    KeyValueWriter(List<Column<V>> columns, Writer out) {
        this.columns = columns;
        this.out = out;
    }

    @Override
    public void row(V row) throws IOException {
        int width = columns.stream()
                .mapToInt(column -> column.name().length())
                .max()
                .orElse(0);
        for (Column<V> column : columns) {
            out.write(column.name());
            out.write(" ".repeat(width - column.name().length() + 2));
            out.write(CellText.shown(column.value().apply(row)));
            out.write('\n');
        }
    }

    @Override
    public void end() {}
}
