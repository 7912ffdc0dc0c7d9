package dev.seatport.http.spi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a JSON object in an error response. Missing fields, and fields of another type, are empty. {@code toString} shows
 * no values, because they may be secrets.
 */
public final class ErrorBodyFields {
    /** Body without fields, or no JSON object. */
    public static final ErrorBodyFields EMPTY = new ErrorBodyFields(Map.of());

    private final Map<?, ?> fields;

    private ErrorBodyFields(Map<?, ?> fields) {
        this.fields = fields;
    }

    /**
     * Creates a body from the fields of an object.
     *
     * @param fields texts, numbers, booleans, lists and maps of these; {@code null} for none
     */
    public static ErrorBodyFields of(@Nullable Map<String, ? extends @Nullable Object> fields) {
        return fields == null ? EMPTY : new ErrorBodyFields(fields);
    }

    /** Returns the text of a field, or the spelling of its number or boolean; {@code null} for any other value. */
    public @Nullable String text(String name) {
        Object value = fields.get(name);
        return value == null || value instanceof Map || value instanceof List ? null : value.toString();
    }

    /** Returns the texts, numbers and booleans in the list that a field holds, or the single one that it holds. */
    public List<String> texts(String name) {
        Object value = fields.get(name);
        Collection<?> items = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        return items.stream()
                .filter(item -> item != null && !(item instanceof Map) && !(item instanceof List))
                .map(String::valueOf)
                .toList();
    }

    /** Returns the object in a field; {@link #EMPTY} if there is none. */
    public ErrorBodyFields object(String name) {
        return fields.get(name) instanceof Map<?, ?> object ? new ErrorBodyFields(object) : EMPTY;
    }

    /** Returns the objects in the list, or in the object, that a field holds. */
    public List<ErrorBodyFields> objects(String name) {
        Object value = fields.get(name);
        Collection<?> items =
                value instanceof Map<?, ?> object ? object.values() : value instanceof List<?> list ? list : List.of();
        return items.stream()
                .filter(Map.class::isInstance)
                .map(item -> new ErrorBodyFields((Map<?, ?>) item))
                .toList();
    }

    @Override
    public String toString() {
        return "ErrorBodyFields" + fields.keySet();
    }
}
