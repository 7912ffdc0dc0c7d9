package dev.seatport.reports.output;

import dev.seatport.reports.output.JsonRowWriter.Layout;
import java.io.Writer;

/** Formats of the option {@code --format}. */
public enum RowFormat {
    TABLE,
    JSON,
    /** One JSON object per line. */
    NDJSON,
    CSV;

    /**
     * Returns a writer of a list of rows.
     *
     * @param terminal whether the output is a terminal
     */
    public <V> RowWriter<V> rows(TableSchema<V> schema, Writer out, boolean terminal) {
        return switch (this) {
            case TABLE -> new TableRowWriter<>(schema, out);
            case JSON -> new JsonRowWriter<>(schema, out, Layout.ARRAY);
            case NDJSON -> new JsonRowWriter<>(schema, out, Layout.LINES);
            case CSV -> new CsvRowWriter<>(schema, out, terminal);
        };
    }

    /**
     * Returns a writer of exactly one row.
     *
     * @param terminal whether the output is a terminal
     */
    public <V> RowWriter<V> one(TableSchema<V> schema, Writer out, boolean terminal) {
        return switch (this) {
            case TABLE -> new KeyValueWriter<>(schema, out);
            case JSON -> new JsonRowWriter<>(schema, out, Layout.OBJECT);
            case NDJSON -> new JsonRowWriter<>(schema, out, Layout.LINES);
            case CSV -> new CsvRowWriter<>(schema, out, terminal);
        };
    }
}
