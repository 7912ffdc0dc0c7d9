package dev.seatport.reports.format;

import dev.seatport.reports.internal.SpoolFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Rows of text in an order. Keeps at most 10,000 rows in memory: more rows are sorted in temporary files, and rows beyond the limit
 * are dropped. Confined to one thread.
 */
final class SortedRows implements AutoCloseable {
    /** Order of the problems: by severity, then the largest difference, then by name. */
    static final Comparator<Row> WORST_FIRST = Comparator.comparingLong(Row::severity)
            .thenComparing(Row::difference, Comparator.reverseOrder())
            .thenComparing(Row::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Row::number);

    private static final int ROWS_IN_MEMORY = 10_000;
    private static final String SEPARATOR = "\t";

    private final Comparator<Row> order;
    private final int limit;
    private final int capacity;
    private final List<Row> rows = new ArrayList<>();
    private final List<SpoolFile> runs = new ArrayList<>();
    private long added;

    /**
     * One row.
     *
     * @param severity 0 for the worst
     * @param difference the largest difference; -1 if there is none
     * @param name the name of the customer
     * @param number the position in the order of the vendor
     * @param money the amount that a list by money is sorted by
     * @param cells printable text
     */
    record Row(int severity, long difference, String name, long number, SortAmount money, List<String> cells) {
        private static final int KEYS = 6;

        Row {
            cells = List.copyOf(cells);
        }

        /** Creates a row without an amount. */
        Row(int severity, long difference, String name, long number, List<String> cells) {
            this(severity, difference, name, number, SortAmount.NONE, cells);
        }

        private String line() {
            return severity + SEPARATOR + difference + SEPARATOR + number + SEPARATOR + money.currency() + SEPARATOR
                    + money.amount().toPlainString() + SEPARATOR + name + SEPARATOR + String.join(SEPARATOR, cells)
                    + "\n";
        }

        private static Row parse(String line) {
            List<String> parts = Arrays.asList(line.split(SEPARATOR, -1));
            return new Row(
                    Integer.parseInt(parts.get(0)),
                    Long.parseLong(parts.get(1)),
                    parts.get(KEYS - 1),
                    Long.parseLong(parts.get(2)),
                    new SortAmount(parts.get(3), new BigDecimal(parts.get(4))),
                    parts.subList(KEYS, parts.size()));
        }
    }

    /**
     * An amount in one currency.
     *
     * @param currency an ISO 4217 code; empty for no amount
     */
    record SortAmount(String currency, BigDecimal amount) {
        static final SortAmount NONE = new SortAmount("", BigDecimal.ZERO);

        /** By currency code, then the largest amount first. No amount comes last. */
        static final Comparator<SortAmount> LARGEST_FIRST = Comparator.comparing(
                        (SortAmount money) -> money.currency().isEmpty())
                .thenComparing(SortAmount::currency)
                .thenComparing(SortAmount::amount, Comparator.reverseOrder());
    }

    /** Receives a row. */
    @FunctionalInterface
    interface RowConsumer {
        void accept(Row row) throws IOException;
    }

    SortedRows(Comparator<Row> order, int limit) {
        this(order, limit, ROWS_IN_MEMORY);
    }

    SortedRows(Comparator<Row> order, int limit, int rowsInMemory) {
        this.order = order;
        this.limit = limit;
        this.capacity = limit < rowsInMemory / 2 ? 2 * limit : rowsInMemory;
    }

    void add(Row row) throws IOException {
        rows.add(row);
        added++;
        if (rows.size() >= capacity) {
            compact();
        }
    }

    /** Returns the number of rows that were added. */
    long added() {
        return added;
    }

    /** Returns the number of rows that are kept: those that were added, up to the limit. */
    long size() {
        return Math.min(added, limit);
    }

    private void compact() throws IOException {
        rows.sort(order);
        if (limit <= capacity / 2) {
            rows.subList(Math.min(limit, rows.size()), rows.size()).clear();
        } else if (!rows.isEmpty()) {
            runs.add(run());
            rows.clear();
        }
    }

    private SpoolFile run() throws IOException {
        SpoolFile run;
        try {
            run = SpoolFile.open();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Row row : rows) {
            run.write(row.line());
        }
        return run;
    }

    /** Passes the first {@code most} rows to the consumer, in order. May be called several times after the last row was added. */
    void forEach(long most, RowConsumer consumer) throws IOException {
        if (runs.isEmpty()) {
            rows.sort(order);
            for (Row row : rows.subList(0, (int) Math.min(rows.size(), Math.min(most, limit)))) {
                consumer.accept(row);
            }
            return;
        }
        compact();
        merge(Math.min(most, limit), consumer);
    }

    private void merge(long most, RowConsumer consumer) throws IOException {
        PriorityQueue<Cursor> cursors = new PriorityQueue<>(runs.size(), Comparator.comparing(Cursor::row, order));
        try {
            for (SpoolFile run : runs) {
                Cursor cursor = new Cursor(run);
                if (cursor.next()) {
                    cursors.add(cursor);
                }
            }
            for (long i = 0; i < most && !cursors.isEmpty(); i++) {
                Cursor first = cursors.remove();
                consumer.accept(first.row());
                if (first.next()) {
                    cursors.add(first);
                }
            }
        } finally {
            for (Cursor cursor : cursors) {
                cursor.close();
            }
        }
    }

    /** Position in a temporary file. */
    private static final class Cursor {
        private final BufferedReader reader;
        private @Nullable Row row;

        private Cursor(SpoolFile run) throws IOException {
            this.reader = new BufferedReader(run.reader());
        }

        /** Reads the next row. Closes the file and returns false after the last one. */
        private boolean next() throws IOException {
            String line = reader.readLine();
            if (line == null) {
                close();
                return false;
            }
            row = Row.parse(line);
            return true;
        }

        private Row row() {
            if (row == null) {
                throw new IllegalStateException("no row was read");
            }
            return row;
        }

        private void close() throws IOException {
            reader.close();
        }
    }

    @Override
    public void close() {
        runs.forEach(SpoolFile::close);
    }
}
