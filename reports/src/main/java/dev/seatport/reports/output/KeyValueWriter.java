package dev.seatport.reports.output;

import java.io.IOException;
import java.io.Writer;

/** Writes one row as text, one line per column. */
final class KeyValueWriter<V> implements RowWriter<V> {
    private final TableSchema<V> schema;
    private final Writer out;

    KeyValueWriter(TableSchema<V> schema, Writer out) {
        this.schema = schema;
        this.out = out;
    }

    @Override
    public void row(V row) throws IOException {
        int width = schema.columns().stream()
                .mapToInt(column -> column.name().length())
                .max()
                .orElse(0);
        for (Column<V> column : schema.columns()) {
            out.write(column.name());
            out.write(" ".repeat(width - column.name().length() + 2));
            out.write(CellText.shown(column.value().apply(row)));
            out.write('\n');
        }
    }

    @Override
    public void end() {}
}
