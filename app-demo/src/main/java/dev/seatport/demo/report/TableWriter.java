package dev.seatport.demo.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table for people: all rows are gathered, for a column is as wide as its widest cell. */
final class TableWriter<V> implements RowWriter<V> {
    private static final int WIDEST = 60;
    private static final String NOT_REPORTED = "-";

    private final Shape<V> shape;
    private final Writer out;
    private final List<V> rows = new ArrayList<>();

    TableWriter(Shape<V> shape, Writer out) {
        this.shape = shape;
        this.out = out;
    }

    @Override
    public void row(V row) {
        rows.add(row);
    }

    @Override
    public void end() throws IOException {
        List<ColumnData<V>> columns = new ArrayList<>();
        for (Column<V> column : shape.columns()) {
            if (column.title() != null) {
                columns.add(new com.github.freva.asciitable.Column()
                        .header(column.title())
                        .headerAlign(HorizontalAlign.LEFT)
                        .dataAlign(numeric(column) ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT)
                        .maxWidth(WIDEST, OverflowBehaviour.NEWLINE)
                        .with(row -> shown(column.value().apply(row))));
            }
        }
        out.write(AsciiTable.builder()
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER)
                .lineSeparator("\n")
                .data(rows, columns)
                .asString());
        out.write('\n');
    }

    private boolean numeric(Column<V> column) {
        return rows.stream().map(column.value()).anyMatch(Number.class::isInstance);
    }

    static String shown(@Nullable Object value) {
        return value == null ? NOT_REPORTED : Texts.printable(Texts.of(value));
    }
}
