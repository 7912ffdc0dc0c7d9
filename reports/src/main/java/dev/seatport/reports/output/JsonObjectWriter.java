package dev.seatport.reports.output;

import java.io.IOException;
import java.io.Writer;

/** One JSON object. */
final class JsonObjectWriter<V> implements RowWriter<V> {
    private final Shape<V> shape;
    private final Writer out;

    JsonObjectWriter(Shape<V> shape, Writer out) {
        this.shape = shape;
        this.out = out;
    }

    @Override
    public void row(V row) throws IOException {
        out.write(JsonText.lines(shape, row));
        out.write('\n');
    }

    @Override
    public void end() {}
}
