package dev.seatport.reports.output;

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
    /** Where some spreadsheet begins another cell: by its settings a separator other than the comma, inside quotes too. */
    private static final String SEPARATORS = ";,|\t\n\r\u000B\f\u001C\u001D\u001E\u001F\u0085\u2028\u2029";

    /** What a formula begins with, and the characters that some input methods and fonts have in their place. */
    private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212\u207C\u207A\u207B";

    private static final char NUL = '\0';
    private static final char REPLACEMENT = '\uFFFD';

    private static final ObjectWriter LINES = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build()
            .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));

    private final TableSchema<V> tableSchema;
    private final Writer out;
    private final boolean terminal;
    private boolean begun;

    private CsvRowWriter(TableSchema<V> tableSchema, Writer out, boolean terminal, boolean begun) {
        this.tableSchema = tableSchema;
        this.out = out;
        this.terminal = terminal;
        this.begun = begun;
    }

    /**
     * Writes rows behind a header.
     *
     * @param terminal whether a terminal shows the rows: text is then printable, as in a table
     */
    public CsvRowWriter(TableSchema<V> tableSchema, Writer out, boolean terminal) {
        this(tableSchema, out, terminal, false);
    }

    /** Writes rows that come behind a header which stands elsewhere. */
    public static <V> CsvRowWriter<V> withoutHeader(TableSchema<V> tableSchema, Writer out, boolean terminal) {
        return new CsvRowWriter<>(tableSchema, out, terminal, true);
    }

    @Override
    public void row(V row) throws IOException {
        begin();
        line(tableSchema.columns().stream()
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
            line(tableSchema.columns().stream().map(Column::name).toList());
        }
    }

    private void line(List<String> cells) throws IOException {
        out.write(LINES.writeValueAsString(cells));
    }

    /** A number stays one, negative or not. */
    private String cell(@Nullable Object value) {
        String text = CellText.of(value);
        if (value instanceof Number) {
            return text;
        }
        String whole = terminal
                ? TerminalSanitizer.of(text)
                : TerminalSanitizer.wellFormed(text).replace(NUL, REPLACEMENT);
        return defused(whole);
    }

    /** A quote at the beginning makes a formula a text to a spreadsheet, in each part that may become a cell. */
    private static String defused(String text) {
        StringBuilder safe = null;
        int copied = 0;
        int part = 0;
        boolean open = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SEPARATORS.indexOf(c) >= 0) {
                part = i + 1;
                open = true;
            } else if (open && SIGNS.indexOf(c) >= 0) {
                safe = safe == null ? new StringBuilder(text.length() + 8) : safe;
                // Separators at the very beginning are blanks to some spreadsheets: those see one part.
                safe.append(copied == 0 && part > 0 && text.substring(0, part).isBlank() ? "'" : "");
                safe.append(text, copied, part).append('\'');
                copied = part;
                open = false;
            } else {
                open = open && isSkipped(c);
            }
        }
        return safe == null ? text : safe.append(text, copied, text.length()).toString();
    }

    /** Whether a spreadsheet may leave the character out at the beginning of a cell, because it is a quote or not seen. */
    private static boolean isSkipped(char c) {
        return c == '"'
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isIdentifierIgnorable(c)
                || c == REPLACEMENT;
    }
}
