package dev.seatport.reports.output;

import java.util.List;

/**
 * What a result is made of: its columns, the same in every format.
 *
 * @param <V> what a row is
 */
public record TableSchema<V>(List<Column<V>> columns) {
    public TableSchema {
        columns = List.copyOf(columns);
    }
}
