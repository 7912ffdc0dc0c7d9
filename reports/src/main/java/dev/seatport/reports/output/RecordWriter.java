package dev.seatport.reports.output;

import java.io.IOException;
import java.io.Writer;

/** One thing for people: a line per column. */
final class RecordWriter<V> implements RowWriter<V> {
    private final Shape<V> shape;
    private final Writer out;

    RecordWriter(Shape<V> shape, Writer out) {
        this.shape = shape;
        this.out = out;
    }

    @Override
    public void row(V row) throws IOException {
        int width = shape.columns().stream()
                .mapToInt(column -> column.name().length())
                .max()
                .orElse(0);
        for (Column<V> column : shape.columns()) {
            out.write(column.name());
            out.write(" ".repeat(width - column.name().length() + 2));
            out.write(Texts.shown(column.value().apply(row)));
            out.write('\n');
        }
    }

    @Override
    public void end() {}
}
