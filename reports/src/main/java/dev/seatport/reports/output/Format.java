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
    public <V> RowWriter<V> rows(TableSchema<V> tableSchema, Writer out, boolean terminal) {
        return switch (this) {
            case TABLE -> new TableWriter<>(tableSchema, out);
            case JSON -> new JsonRowWriter<>(tableSchema, out, Layout.ARRAY);
            case NDJSON -> new JsonRowWriter<>(tableSchema, out, Layout.LINES);
            case CSV -> new CsvRowWriter<>(tableSchema, out, terminal);
        };
    }

    /**
     * Writes one thing.
     *
     * @param terminal whether a terminal shows it
     */
    public <V> RowWriter<V> one(TableSchema<V> tableSchema, Writer out, boolean terminal) {
        return switch (this) {
            case TABLE -> new KeyValueWriter<>(tableSchema, out);
            case JSON -> new JsonRowWriter<>(tableSchema, out, Layout.OBJECT);
            case NDJSON -> new JsonRowWriter<>(tableSchema, out, Layout.LINES);
            case CSV -> new CsvRowWriter<>(tableSchema, out, terminal);
        };
    }
}
