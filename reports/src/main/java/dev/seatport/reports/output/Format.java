package dev.seatport.reports.output;

import dev.seatport.reports.output.JsonRowWriter.Layout;
import java.io.Writer;

/** The formats of {@code --format}. */
public enum Format {
    TABLE,
    JSON,
    /** A JSON object per line. */
    NDJSON,
    CSV;

    /**
     * Writes a list of rows.
     *
     * @param terminal whether a terminal shows them
     */
    public <V> RowWriter<V> rows(Shape<V> shape, Writer out, boolean terminal) {
        return switch (this) {
            case TABLE -> new TableWriter<>(shape, out);
            case JSON -> new JsonRowWriter<>(shape, out, Layout.ARRAY);
            case NDJSON -> new JsonRowWriter<>(shape, out, Layout.LINES);
            case CSV -> new CsvRowWriter<>(shape, out, terminal);
        };
    }

    /**
     * Writes one thing.
     *
     * @param terminal whether a terminal shows it
     */
    public <V> RowWriter<V> one(Shape<V> shape, Writer out, boolean terminal) {
        return switch (this) {
            case TABLE -> new RecordWriter<>(shape, out);
            case JSON -> new JsonRowWriter<>(shape, out, Layout.OBJECT);
            case NDJSON -> new JsonRowWriter<>(shape, out, Layout.LINES);
            case CSV -> new CsvRowWriter<>(shape, out, terminal);
        };
    }
}
