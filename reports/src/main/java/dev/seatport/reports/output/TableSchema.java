package dev.seatport.reports.output;

import java.util.List;

/**
 * Columns of a result, the same in every format.
 *
 * @param <V> the type of a row
 */
public record TableSchema<V>(List<Column<V>> columns) {
    public TableSchema {
        columns = List.copyOf(columns);
    }
}
