package dev.seatport.http.spi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object in a response that is no success. What is missing, or of another type, is empty. Prints no value, because it
 * may be a secret.
 */
public final class ErrorBody {
    /** A body without fields, or one that is no JSON object. */
    public static final ErrorBody EMPTY = new ErrorBody(Map.of());

    private final Map<?, ?> fields;

    private ErrorBody(Map<?, ?> fields) {
        this.fields = fields;
    }

    /**
     * The fields of an object.
     *
     * @param fields texts, numbers, booleans, lists and maps of these; {@code null} for none
     */
    public static ErrorBody of(@Nullable Map<String, ? extends @Nullable Object> fields) {
        return fields == null ? EMPTY : new ErrorBody(fields);
    }

    /** The text of a field, or how its number or word is written; {@code null} for anything else. */
    public @Nullable String text(String name) {
        Object value = fields.get(name);
        return value == null || value instanceof Map || value instanceof List ? null : value.toString();
    }

    /** The object in a field; empty if there is none. */
    public ErrorBody object(String name) {
        return fields.get(name) instanceof Map<?, ?> object ? new ErrorBody(object) : EMPTY;
    }

    /** The objects in the list, or in the object, in a field. */
    public List<ErrorBody> objects(String name) {
        Object value = fields.get(name);
        Collection<?> items =
                value instanceof Map<?, ?> object ? object.values() : value instanceof List<?> list ? list : List.of();
        return items.stream()
                .filter(Map.class::isInstance)
                .map(item -> new ErrorBody((Map<?, ?>) item))
                .toList();
    }

    @Override
    public String toString() {
        return "ErrorBody" + fields.keySet();
    }
}
