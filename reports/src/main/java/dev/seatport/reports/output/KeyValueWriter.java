package dev.seatport.reports.output;

import java.io.IOException;
import java.io.Writer;

/** One thing for people: a line per column. */
final class KeyValueWriter<V> implements RowWriter<V> {
    private final TableSchema<V> tableSchema;
    private final Writer out;

    KeyValueWriter(TableSchema<V> tableSchema, Writer out) {
        this.tableSchema = tableSchema;
        this.out = out;
    }

    @Override
    public void row(V row) throws IOException {
        int width = tableSchema.columns().stream()
                .mapToInt(column -> column.name().length())
                .max()
                .orElse(0);
        for (Column<V> column : tableSchema.columns()) {
            out.write(column.name());
            out.write(" ".repeat(width - column.name().length() + 2));
            out.write(CellText.shown(column.value().apply(row)));
            out.write('\n');
        }
    }

    @Override
    public void end() {}
}
