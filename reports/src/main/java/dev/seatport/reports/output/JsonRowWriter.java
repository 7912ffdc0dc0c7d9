package dev.seatport.reports.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes each row as a JSON object without delay. */
final class JsonRowWriter<V> implements RowWriter<V> {
    private final List<Column<V>> columns;
    private final Writer out;
    private final Layout layout;
    private boolean begun;

    /** Text around the objects. */
    enum Layout {
        /** An array with one object per line. */
        ARRAY("[\n  ", ",\n  ", "", "\n]\n", "[]\n"),
        /** One document per line. */
        LINES("", "", "\n", "", ""),
        /** One object with one member per line. */
        OBJECT("", "", "\n", "", "");

        private final String first;
        private final String between;
        private final String behind;
        private final String last;
        private final String empty;

        Layout(String first, String between, String behind, String last, String empty) {
            this.first = first;
            this.between = between;
            this.behind = behind;
            this.last = last;
            this.empty = empty;
        }
    }

    JsonRowWriter(List<Column<V>> columns, Writer out, Layout layout) {
        this.columns = columns;
        this.out = out;
        this.layout = layout;
    }

    @Override
    public void row(V row) throws IOException {
        out.write(begun ? layout.between : layout.first);
        begun = true;
        out.write(JsonText.object(columns, row, layout == Layout.OBJECT));
        out.write(layout.behind);
    }

    @Override
    public void end() throws IOException {
        out.write(begun ? layout.last : layout.empty);
    }
}
