package dev.seatport.reports.output;

import dev.seatport.reports.output.JsonRowWriter.Layout;
import java.io.Writer;
import java.util.List;

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
     * @param lineWidth the greatest width of a line of a table; {@link TableRowWriter#UNBOUNDED} for lines of any width
     */
    public <V> RowWriter<V> rows(List<Column<V>> columns, Writer out, boolean terminal, int lineWidth) {
        return switch (this) {
            case TABLE -> new TableRowWriter<>(columns, out, lineWidth);
            case JSON -> new JsonRowWriter<>(columns, out, Layout.ARRAY);
            case NDJSON -> new JsonRowWriter<>(columns, out, Layout.LINES);
            case CSV -> new CsvRowWriter<>(columns, out, terminal);
        };
    }

    /**
     * Returns a writer of exactly one row.
     *
     * @param terminal whether the output is a terminal
     * @param lineWidth the greatest width of a line of a table; {@link TableRowWriter#UNBOUNDED} for lines of any width
     */
    public <V> RowWriter<V> one(List<Column<V>> columns, Writer out, boolean terminal, int lineWidth) {
        return switch (this) {
            case TABLE -> new KeyValueWriter<>(columns, out, lineWidth);
            case JSON -> new JsonRowWriter<>(columns, out, Layout.OBJECT);
            case NDJSON -> new JsonRowWriter<>(columns, out, Layout.LINES);
            case CSV -> new CsvRowWriter<>(columns, out, terminal);
        };
    }
}
