package dev.seatport.http.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresizedRowListTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 40, 100, 1000})
    void holdsAllRowsForAnyExpectedSize(int expected) {
        PresizedRowList<String> rows = new PresizedRowList<>(expected);
        List<String> added = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            assertThat(rows).hasSize(i);
            assertThat(rows.add("row " + i)).isTrue();
            added.add("row " + i);
            assertThat(rows.get(i)).isEqualTo("row " + i);
            assertThat(rows.toImmutableList()).isEqualTo(added);
        }
        assertThat(rows).isEqualTo(added);
    }

    /** Estimates from the first row: too low, nearly a full page, too high. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 50})
    void losesNoRowToAnEstimate(int estimate) {
        PresizedRowList<String> rows = new PresizedRowList<>(10);
        rows.add("a");
        rows.add("b");
        rows.ensureCapacity(estimate);
        rows.add("c");
        assertThat(rows).containsExactly("a", "b", "c");
        assertThat(rows.toImmutableList()).containsExactly("a", "b", "c");
    }

    @Test
    void endsAtItsLastRowAndNotAtItsCapacity() {
        PresizedRowList<String> rows = new PresizedRowList<>(10);
        rows.add("a");
        assertThatThrownBy(() -> rows.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> rows.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void returnsAnImmutableCopy() {
        PresizedRowList<String> rows = new PresizedRowList<>(2);
        rows.add("a");
        rows.add("b");
        List<String> copy = rows.toImmutableList();
        rows.add("c");
        assertThat(copy).containsExactly("a", "b");
        assertThatThrownBy(() -> copy.add("d")).isInstanceOf(UnsupportedOperationException.class);
    }
}
