package dev.seatport.http.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seatport.http.internal.paging.DuplicateRowFilter.RowNovelty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicateRowFilterTest {
    private static final int MAX_BYTES_PER_ROW = 40;

    private final DuplicateRowFilter rows = new DuplicateRowFilter(7, 10);

    @Test
    void distinguishesRepeatedFromDifferingRows() {
        assertThat(rows.add("t1", "10")).isEqualTo(RowNovelty.NEW);
        assertThat(rows.add("t1", "10")).isEqualTo(RowNovelty.REPEATED);
        assertThat(rows.add("t1", "20")).isEqualTo(RowNovelty.DIFFERING);
        assertThat(rows.add("t1", "10")).isEqualTo(RowNovelty.REPEATED);
        assertThat(rows.add("t2", "10")).isEqualTo(RowNovelty.NEW);
        assertThat(rows.rows()).isEqualTo(2);
    }

    @Test
    void identifiesARowWithoutAnIdByItsContent() {
        assertThat(rows.add("no id, 10")).isEqualTo(RowNovelty.NEW);
        assertThat(rows.add("no id, 10")).isEqualTo(RowNovelty.REPEATED);
        assertThat(rows.add("no id, 20")).isEqualTo(RowNovelty.NEW);
        assertThat(rows.rows()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 13, 1_000, 4_095, 4_096, 4_097, 100_000})
    void remembersEveryRow(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(rows.add(i, -i)).isEqualTo(RowNovelty.NEW);
        }
        assertThat(rows.rows()).isEqualTo(count);
        for (int i = 0; i < count; i++) {
            assertThat(rows.add(i, -i)).isEqualTo(RowNovelty.REPEATED);
            assertThat(rows.add(i, "other")).isEqualTo(RowNovelty.DIFFERING);
        }
        assertThat(rows.rows()).isEqualTo(count);
    }

    @Test
    void usesAtMostFortyBytesPerRow() {
        for (int i = 1; i <= 200_000; i++) {
            rows.add(i, i);
            assertThat(rows.bytes()).isLessThanOrEqualTo(Math.max(256, (long) MAX_BYTES_PER_ROW * i));
        }
    }

    @Test
    void reservesTheExpectedRowsOfAPage() {
        DuplicateRowFilter page = new DuplicateRowFilter(7, 100);
        long reserved = page.bytes();
        for (int i = 0; i < 100; i++) {
            page.add(i, i);
        }
        assertThat(page.bytes()).isEqualTo(reserved);
        assertThat(new DuplicateRowFilter(7, Integer.MAX_VALUE).bytes()).isLessThan(200_000);
    }
}
