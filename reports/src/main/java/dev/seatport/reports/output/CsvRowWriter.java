package dev.seatport.reports.output;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV by RFC 4180 with the column names as header. Escapes text that a spreadsheet would run as a formula. */
public final class CsvRowWriter<V> implements RowWriter<V> {
    /** Characters at which some spreadsheets begin a cell, by their settings even inside quotes. */
    private static final String SEPARATORS = ";,|\t\n\r\u000B\f\u001C\u001D\u001E\u001F\u0085\u2028\u2029";

    /** First characters of a formula, and their look-alikes of some input methods and fonts. */
    private static final String FORMULA_STARTS =
            "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212\u207C\u207A\u207B";

    private static final char NUL = '\0';
    private static final char REPLACEMENT = '\uFFFD';

    private static final ObjectWriter LINES = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build()
            .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));

    private final List<Column<V>> columns;
    private final Writer out;
    private final boolean terminal;
    private boolean begun;

    private CsvRowWriter(List<Column<V>> columns, Writer out, boolean terminal, boolean begun) {
        this.columns = columns;
        this.out = out;
        this.terminal = terminal;
        this.begun = begun;
    }

    /**
     * Creates a writer of a header and rows.
     *
     * @param terminal whether the output is a terminal: text is then printable, as in a table
     */
    public CsvRowWriter(List<Column<V>> columns, Writer out, boolean terminal) {
        this(columns, out, terminal, false);
    }

    /** Returns a writer of rows without a header. */
    public static <V> CsvRowWriter<V> withoutHeader(List<Column<V>> columns, Writer out, boolean terminal) {
        return new CsvRowWriter<>(columns, out, terminal, true);
    }

    @Override
    public void row(V row) throws IOException {
        begin();
        line(columns.stream().map(column -> cell(column.value().apply(row))).toList());
    }

    @Override
    public void end() throws IOException {
        begin();
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            line(columns.stream().map(Column::name).toList());
        }
    }

    private void line(List<String> cells) throws IOException {
        out.write(LINES.writeValueAsString(cells));
    }

    /** Does not escape numbers: a negative number is not a formula. */
    private String cell(@Nullable Object value) {
        String text = CellText.of(value);
        if (value instanceof Number) {
            return text;
        }
        String whole = terminal
                ? TerminalSanitizer.of(text)
                : TerminalSanitizer.wellFormed(text).replace(NUL, REPLACEMENT);
        return escapeFormulas(whole);
    }

    /** Puts a quote before each formula, also after characters at which a spreadsheet may begin a cell. */
    private static String escapeFormulas(String text) {
        StringBuilder safe = null;
        int copied = 0;
        int part = 0;
        boolean open = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SEPARATORS.indexOf(c) >= 0) {
                part = i + 1;
                open = true;
            } else if (open && FORMULA_STARTS.indexOf(c) >= 0) {
                safe = safe == null ? new StringBuilder(text.length() + 8) : safe;
                // Some spreadsheets skip leading separators as blanks and read the whole text as one cell.
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

    /** Returns whether a spreadsheet may skip the character at the start of a cell: a quote or an invisible character. */
    private static boolean isSkipped(char c) {
        return c == '"'
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isIdentifierIgnorable(c)
                || c == REPLACEMENT;
    }
}
