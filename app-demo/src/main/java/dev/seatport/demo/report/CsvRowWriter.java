package dev.seatport.demo.report;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV by RFC 4180, with the columns' names as its header. Text that a spreadsheet would run as a formula is defused. */
public final class CsvRowWriter<V> implements RowWriter<V> {
    /** What a formula begins with, in half and full width; a tab or line break is skipped by some spreadsheets. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private static final ObjectWriter LINES = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build()
            .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));

    private final Shape<V> shape;
    private final Writer out;
    private boolean begun;

    private CsvRowWriter(Shape<V> shape, Writer out, boolean begun) {
        this.shape = shape;
        this.out = out;
        this.begun = begun;
    }

    public CsvRowWriter(Shape<V> shape, Writer out) {
        this(shape, out, false);
    }

    /** Writes rows that come behind a header which stands elsewhere. */
    public static <V> CsvRowWriter<V> withoutHeader(Shape<V> shape, Writer out) {
        return new CsvRowWriter<>(shape, out, true);
    }

    @Override
    public void row(V row) throws IOException {
        begin();
        line(shape.columns().stream()
                .map(column -> cell(column.value().apply(row)))
                .toList());
    }

    @Override
    public void end() throws IOException {
        begin();
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            line(shape.columns().stream().map(Column::name).toList());
        }
    }

    private void line(List<String> cells) throws IOException {
        out.write(LINES.writeValueAsString(cells));
    }

    /** A quote before the text makes it text to a spreadsheet. A number stays one, negative or not. */
    private static String cell(@Nullable Object value) {
        String text = Texts.of(value);
        boolean formula = !(value instanceof Number) && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
