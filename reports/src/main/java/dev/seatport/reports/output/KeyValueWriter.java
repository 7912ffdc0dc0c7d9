package dev.seatport.reports.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes one row as text, one line per column. */
final class KeyValueWriter<V> implements RowWriter<V> {
    private final List<Column<V>> columns;
    private final RecordLines lines;

    KeyValueWriter(List<Column<V>> columns, Writer out, int lineWidth) {
        this.columns = columns;
        this.lines = new RecordLines(columns.stream().map(Column::name).toList(), out, lineWidth);
    }

    @Override
    public void row(V row) throws IOException {
        for (Column<V> column : columns) {
            lines.write(column.name(), CellText.shownElements(column.value().apply(row)));
        }
    }

    @Override
    public void end() {}
}
