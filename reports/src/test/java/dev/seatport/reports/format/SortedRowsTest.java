package dev.seatport.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.reports.format.SortedRows.Row;
import dev.seatport.reports.format.SortedRows.SortAmount;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows in an order, in memory and in temporary files. */
class SortedRowsTest {
    private static final int ROWS = 1_000;

    private static Row row(int difference) {
        return new Row(
                0,
                difference,
                "Müller & Söhne 🙂",
                difference,
                new SortAmount("EUR", BigDecimal.valueOf(difference, 2)),
                List.of("", difference + " short", ""));
    }

    private static List<Row> shuffled() {
        List<Row> rows = new ArrayList<>(
                IntStream.range(0, ROWS).mapToObj(SortedRowsTest::row).toList());
        Collections.shuffle(rows, new Random(7));
        return rows;
    }

    private static List<Row> read(SortedRows rows, int most) throws IOException {
        List<Row> read = new ArrayList<>();
        rows.forEach(most, read::add);
        return read;
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 100, 999, 1_000, 5_000})
    void areInOrderWhateverFitsInMemory(int rowsInMemory) throws IOException {
        try (SortedRows rows = new SortedRows(SortedRows.WORST_FIRST, ReviewOutputOptions.UNBOUNDED, rowsInMemory)) {
            for (Row row : shuffled()) {
                rows.add(row);
            }

            List<Row> sorted =
                    IntStream.range(0, ROWS).mapToObj(i -> row(ROWS - 1 - i)).toList();
            assertThat(read(rows, ROWS)).isEqualTo(sorted);
            assertThat(read(rows, 3)).isEqualTo(sorted.subList(0, 3));
            assertThat(rows.added()).isEqualTo(ROWS);
            assertThat(rows.size()).isEqualTo(ROWS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40, 600})
    void areDroppedBeyondTheLimit(int limit) throws IOException {
        try (SortedRows rows = new SortedRows(SortedRows.WORST_FIRST, limit, 100)) {
            for (Row row : shuffled()) {
                rows.add(row);
            }

            assertThat(read(rows, ROWS))
                    .isEqualTo(IntStream.range(0, limit)
                            .mapToObj(i -> row(ROWS - 1 - i))
                            .toList());
            assertThat(rows.added()).isEqualTo(ROWS);
            assertThat(rows.size()).isEqualTo(limit);
        }
    }

    @Test
    void areWorstFirst() throws IOException {
        Row critical = new Row(0, 1, "b", 1, List.of());
        Row sameSizeLaterName = new Row(0, 1, "C", 2, List.of());
        Row large = new Row(1, 900, "a", 3, List.of());
        Row withoutNumber = new Row(1, -1, "a", 4, List.of());
        try (SortedRows rows = new SortedRows(SortedRows.WORST_FIRST, 10)) {
            for (Row row : List.of(withoutNumber, large, sameSizeLaterName, critical)) {
                rows.add(row);
            }

            assertThat(read(rows, 10)).containsExactly(critical, sameSizeLaterName, large, withoutNumber);
        }
    }
}
