package dev.seatport.reports.output;

import java.io.IOException;
import java.io.Writer;

/** A JSON object per line, each complete in itself. */
final class JsonLineWriter<V> implements RowWriter<V> {
    private final Shape<V> shape;
    private final Writer out;

    JsonLineWriter(Shape<V> shape, Writer out) {
        this.shape = shape;
        this.out = out;
    }

    @Override
    public void row(V row) throws IOException {
        out.write(JsonText.line(shape, row));
        out.write('\n');
    }

    @Override
    public void end() {}
}
