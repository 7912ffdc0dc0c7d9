package dev.seatport.reports.output;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a result.
 *
 * @param <V> the type of a row
 * @param name the name in JSON and CSV, on which scripts rely
 * @param title the title in a table; {@code null} to leave the column out there
 * @param value returns text, a number, a boolean, a list of these or of records; {@code null} for an unreported value
 * @param optional whether a table leaves the column out if all its cells are empty or {@code false}
 */
public record Column<V>(String name, @Nullable String title, Function<V, @Nullable Object> value, boolean optional) {

    /** Creates a column that is always shown. */
    public Column(String name, @Nullable String title, Function<V, @Nullable Object> value) {
        this(name, title, value, false);
    }

    /** Returns a column that tables leave out if all its cells are empty or {@code false}. */
    public static <V> Column<V> ifAny(String name, String title, Function<V, @Nullable Object> value) {
        return new Column<>(name, title, value, true);
    }

    /** Returns a column that tables leave out. */
    public static <V> Column<V> hidden(String name, Function<V, @Nullable Object> value) {
        return new Column<>(name, null, value);
    }
}
