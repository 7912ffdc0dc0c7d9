package dev.seatport.reports.output;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a result.
 *
 * @param <V> what a row is
 * @param name its name in JSON and CSV, which scripts rely on
 * @param title its title in a table; {@code null} to leave it out there
 * @param value what stands in it: text, a number, a truth value, a list of them or of records; {@code null} for what was not reported
 * @param optional whether a table leaves the column out if all its cells are empty
 */
public record Column<V>(String name, @Nullable String title, Function<V, @Nullable Object> value, boolean optional) {

    /** A column that is always there. */
    public Column(String name, @Nullable String title, Function<V, @Nullable Object> value) {
        this(name, title, value, false);
    }

    /** A column that tables leave out if all its cells are empty. */
    public static <V> Column<V> ifAny(String name, String title, Function<V, @Nullable Object> value) {
        return new Column<>(name, title, value, true);
    }

    /** A column that tables leave out. */
    public static <V> Column<V> hidden(String name, Function<V, @Nullable Object> value) {
        return new Column<>(name, null, value);
    }
}
