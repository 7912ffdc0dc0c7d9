package dev.seatport.reports.output;

import java.io.IOException;
import java.io.Writer;

/** A JSON array with a row per line, written as the rows come. */
final class JsonRowWriter<V> implements RowWriter<V> {
    private final Shape<V> shape;
    private final Writer out;
    private String before = "[\n  ";

    JsonRowWriter(Shape<V> shape, Writer out) {
        this.shape = shape;
        this.out = out;
    }

    @Override
    public void row(V row) throws IOException {
        out.write(before);
        before = ",\n  ";
        out.write(JsonText.line(shape, row));
    }

    @Override
    public void end() throws IOException {
        out.write(before.startsWith("[") ? "[]\n" : "\n]\n");
    }
}
